import { spawnSync } from 'node:child_process';
import { mkdirSync, statSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { scratch, tree } from './scratch';

const ROOT = resolve(__dirname, '../..');

/** Lets folders be listed the other way round, and clocks tell another time. */
const HOSTILE = `
  const fs = require('node:fs');
  const { readdirSync } = fs;
  fs.readdirSync = (...args) => readdirSync(...args).reverse();
  const { now } = Date;
  Date.now = () => now() + 200 * 86400000;
  Math.random = () => 0.5;
`;

/** Runs the program of the example "platform" in a folder, from the sources; gives the last line that it prints. */
function synth(folder: string, env: Readonly<Record<string, string>> = {}): string {
  mkdirSync(folder, { recursive: true });
  const support = scratch();
  writeFileSync(join(support, 'hostile.js'), HOSTILE);
  writeFileSync(join(support, 'tsconfig.json'), JSON.stringify({ compilerOptions: {
    target: 'es2022', module: 'node16', moduleResolution: 'node16', paths: { 'cdk8s-argo': [join(ROOT, 'src/index.ts')] },
  } }));
  const preload = env.TZ === undefined ? [] : ['--require', join(support, 'hostile.js')];
  const program = ['--import', join(ROOT, 'node_modules/tsx/dist/loader.mjs'), join(ROOT, 'examples/platform/main.ts')];
  const { status, stdout, stderr } = spawnSync(process.execPath, [...preload, ...program], {
    cwd: folder, encoding: 'utf8', env: { PATH: process.env.PATH, NO_COLOR: '1', TSX_TSCONFIG_PATH: join(support, 'tsconfig.json'), ...env },
  });
  const output = `${stdout}${stderr}`.trim();
  expect({ status, output }).toMatchObject({ status: 0 });
  return output.split('\n').pop()!;
}

test('the output is the same in every time zone, locale, folder and order of folders, and a second synth writes no file', () => {
  const [here, there] = [scratch(), join(scratch(), 'Müller & Söhne', 'İstanbul')];
  expect(synth(here)).toMatch(/files: [1-9]\d* written, 0 unchanged, 0 removed; 0 errors/);
  synth(there, { TZ: 'Pacific/Kiritimati', LANG: 'tr_TR.UTF-8', LC_ALL: 'tr_TR.UTF-8', HOME: there, CI: 'true' });
  const files = tree(here);
  expect(Object.keys(files).length).toBeGreaterThan(10);
  expect(tree(there)).toEqual(files);

  const stamps = () => Object.keys(tree(here)).flatMap((file) => [file, join(file, '..')]).map((path) => {
    const { mtimeNs, ino } = statSync(join(here, path), { bigint: true });
    return [path, mtimeNs, ino];
  });
  const before = stamps();
  expect(synth(here, { TZ: 'America/St_Johns', LC_ALL: 'sv_SE.UTF-8' })).toMatch(/files: 0 written, [1-9]\d* unchanged, 0 removed/);
  expect(stamps()).toEqual(before);
}, 180_000);
