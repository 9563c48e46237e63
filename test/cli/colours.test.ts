import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';

/** Whether a terminal that is one, or a pipe, has colours in an environment. */
function isColoured(isTerminal: boolean, env: Readonly<Record<string, string>>): boolean {
  const program = `process.stdout.isTTY = ${isTerminal};
    require('tsx/cjs');
    const { processTerminal } = require(${JSON.stringify(resolve('src/cli/terminal.ts'))});
    process.stdout.write(processTerminal().colors.red('x'));`;
  const { stdout } = spawnSync(process.execPath, ['-e', program], { encoding: 'utf8', env: { PATH: process.env.PATH, TERM: 'xterm', ...env } });
  expect(stdout).toContain('x');
  return stdout !== 'x';
}

test.each<[string, boolean, Readonly<Record<string, string>>, boolean]>([
  ['a pipe', false, {}, false],
  ['a pipe in CI', false, { CI: 'true' }, false],
  ['a pipe with FORCE_COLOR', false, { FORCE_COLOR: '1' }, true],
  ['a terminal with NO_COLOR', true, { NO_COLOR: '1' }, false],
  ['a terminal with FORCE_COLOR=0', true, { FORCE_COLOR: '0' }, false],
])('%s', (_, isTerminal, env, coloured) => {
  expect(isColoured(isTerminal, env)).toBe(coloured);
});
