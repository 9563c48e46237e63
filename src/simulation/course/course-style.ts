const LIGHT = {
  page: '#ffffff', edge: '#d1d9e0', text: '#1f2328', muted: '#59636e', stable: '#e6eaef', canary: '#f2a93b', done: '#4c9a63', line: '#c8d1da',
  check: '#1a7f37', person: '#8250df', time: '#59636e', abort: '#cf222e',
};

const DARK: typeof LIGHT = {
  page: '#0d1117', edge: '#3d444d', text: '#f0f6fc', muted: '#9198a1', stable: '#262c36', canary: '#d98e1f', done: '#347d4d', line: '#3d444d',
  check: '#3fb950', person: '#ab7df8', time: '#9198a1', abort: '#f85149',
};

/** The style sheet of the picture. It follows the reader's page, and has a background of its own in case it cannot. */
export const COURSE_STYLE = [
  'text{font:13px system-ui,-apple-system,"Segoe UI",Helvetica,Arial,sans-serif}',
  '.h{font-size:17px;font-weight:600}.b{font-weight:600}.s{font-size:12px}',
  colours(LIGHT),
  `@media (prefers-color-scheme:dark){${colours(DARK)}}`,
].join('\n');

function colours(of: typeof LIGHT): string {
  return [
    `text{fill:${of.text}}.m{fill:${of.muted}}.page{fill:${of.page};stroke:${of.edge}}.stable{fill:${of.stable}}.canary{fill:${of.canary}}`,
    `.done{fill:${of.done}}.line{stroke:${of.line};fill:none}.i{fill:none;stroke-width:1.6;stroke-linecap:round;stroke-linejoin:round}`,
    `.time{stroke:${of.time}}.check{stroke:${of.check}}.person{stroke:${of.person}}.abort{stroke:${of.abort}}.beside{stroke:${of.check};stroke-width:4;stroke-linecap:round}`,
  ].join('');
}
