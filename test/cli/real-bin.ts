import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { transformSync } from '@swc/core';

/** How a process ended. */
export interface Ended {
  /** Null when it was killed. */
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** The command as it is installed, made of the sources as they are now. Its folder may be changed. */
export interface RealBin {
  readonly folder: string;
  /** `bin/cdk8s-argo`, in full. */
  readonly file: string;
  run(args: readonly string[], props?: { readonly input?: string | Buffer; readonly env?: NodeJS.ProcessEnv }): Ended;
  /** Runs a line of bash, in which `$BIN` is the command. */
  shell(line: string): Ended;
}

const ROOT = resolve(__dirname, '../..');

/** Compiles the sources into a folder of its own, which is gone after the tests of the file. */
export function realBin(): RealBin {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'cdk8s-argo-bin-')));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  for (const name of readdirSync(join(ROOT, 'src'), { recursive: true, encoding: 'utf8' })) {
    if (!name.endsWith('.ts')) continue;
    const to = join(folder, 'lib', name.replace(/\.ts$/, '.js'));
    const { code } = transformSync(readFileSync(join(ROOT, 'src', name), 'utf8'), {
      jsc: { target: 'es2022', parser: { syntax: 'typescript' } }, module: { type: 'commonjs' }, swcrc: false,
    });
    mkdirSync(dirname(to), { recursive: true });
    writeFileSync(to, code);
  }
  chmodSync(folder, 0o755);
  for (const name of ['node_modules', 'imports', 'templates', 'package.json']) symlinkSync(join(ROOT, name), join(folder, name));
  const file = join(folder, 'bin/cdk8s-argo');
  mkdirSync(dirname(file));
  writeFileSync(file, readFileSync(join(ROOT, 'bin/cdk8s-argo')), { mode: 0o755 });

  const ended = (command: string, args: readonly string[], options: object): Ended => {
    const { status, stdout, stderr } = spawnSync(command, args, { encoding: 'utf8', timeout: 60_000, maxBuffer: 1 << 28, ...options });
    return { code: status, out: stdout, err: stderr };
  };
  return {
    folder, file,
    run: (args, { input = '', env = {} } = {}) => ended(process.execPath, [file, ...args], { input, env: { ...process.env, ...env } }),
    shell: (line) => ended('bash', ['-c', line], { env: { ...process.env, BIN: file } }),
  };
}
