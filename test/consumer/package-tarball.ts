import { execFileSync, spawnSync } from 'node:child_process';
import * as fs from 'node:fs';
import * as path from 'node:path';

export const ROOT = path.resolve(__dirname, '..', '..');

/** What `npm pack` made. */
export interface Tarball {
  readonly file: string;
  /** Paths in the package. */
  readonly files: readonly string[];
}

/** Compiles what `src` says now and packs it as for publishing, in a folder of its own: `lib` may be stale or in use. */
export function pack(folder: string): Tarball {
  const staged = path.join(folder, 'package');
  fs.mkdirSync(staged, { recursive: true });
  for (const entry of ['package.json', 'README.md', 'LICENSE', 'bin', 'imports', 'src', 'templates', 'test', 'tsconfig.json']) {
    fs.cpSync(path.join(ROOT, entry), path.join(staged, entry), { recursive: true });
  }
  compile(path.join(staged, 'lib'));
  const report = execFileSync('npm', ['pack', '--json', '--offline', '--ignore-scripts', '--pack-destination', folder], {
    cwd: staged, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'],
  });
  const [packed] = JSON.parse(report) as [{ readonly filename: string; readonly files: readonly { readonly path: string }[] }];
  return { file: path.join(folder, packed.filename), files: packed.files.map((file) => file.path) };
}

function compile(outDir: string): void {
  const compiler = path.join(ROOT, 'node_modules', 'typescript', 'bin', 'tsc');
  const { status, stdout } = spawnSync(process.execPath, [compiler, '-p', path.join(ROOT, 'tsconfig.json'), '--outDir', outDir], { encoding: 'utf8' });
  if (status !== 0) throw new Error(`src does not compile, so there is no package to test:\n${stdout}`);
}
