import { execFileSync, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import * as fs from 'node:fs';
import * as path from 'node:path';

export const ROOT = path.resolve(__dirname, '..', '..');

/** What `npm pack` made. */
export interface Tarball {
  readonly file: string;
  /** Paths in the package. */
  readonly files: readonly string[];
}

const PACKED = ['package.json', 'README.md', 'LICENSE', 'bin', 'imports', 'src', 'templates', 'tsconfig.json'];

// Test files run beside each other, and all of them want the same.
const SHARED = path.join(ROOT, '.tmp', 'packages');

/** Longer than it ever takes to pack: who holds the lock is gone. */
const GONE_AFTER = 5 * 60_000;

/** Compiles what `src` says now and packs it as for publishing, once for all test files: `lib` may be stale or in use. */
export function pack(): Tarball {
  const folder = path.join(SHARED, fingerprint());
  const packed = path.join(folder, 'packed.json');
  fs.mkdirSync(SHARED, { recursive: true });
  locked(`${folder}.lock`, () => {
    if (fs.existsSync(packed)) return;
    removeOld();
    fs.rmSync(folder, { recursive: true, force: true });
    fs.mkdirSync(folder);
    fs.writeFileSync(packed, JSON.stringify(packInto(folder)));
  });
  return JSON.parse(fs.readFileSync(packed, 'utf8')) as Tarball;
}

function packInto(folder: string): Tarball {
  const staged = path.join(folder, 'package');
  fs.mkdirSync(staged);
  for (const entry of [...PACKED, 'test']) fs.cpSync(path.join(ROOT, entry), path.join(staged, entry), { recursive: true });
  compile(path.join(staged, 'lib'));
  const report = execFileSync('npm', ['pack', '--json', '--offline', '--ignore-scripts', '--pack-destination', folder], {
    cwd: staged, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'],
  });
  fs.rmSync(staged, { recursive: true });
  const [packed] = JSON.parse(report) as [{ readonly filename: string; readonly files: readonly { readonly path: string }[] }];
  return { file: path.join(folder, packed.filename), files: packed.files.map((file) => file.path) };
}

/** Changes with every file that is packed. */
function fingerprint(): string {
  const hash = createHash('sha256');
  for (const file of PACKED.flatMap((entry) => filesAt(path.join(ROOT, entry))).sort()) {
    const { size, mtimeMs } = fs.statSync(file);
    hash.update(`${file}\n${size}\n${mtimeMs}\n`);
  }
  return hash.digest('hex').slice(0, 16);
}

function filesAt(place: string): string[] {
  if (!fs.statSync(place).isDirectory()) return [place];
  return fs.readdirSync(place, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile()).map((entry) => path.join(entry.parentPath, entry.name));
}

/** Runs something while no other process does. */
function locked(lock: string, action: () => void): void {
  while (!made(lock)) {
    if (isGone(lock)) fs.rmSync(lock, { recursive: true, force: true });
    else Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 200);
  }
  try {
    action();
  } finally {
    fs.rmSync(lock, { recursive: true, force: true });
  }
}

function made(folder: string): boolean {
  try {
    fs.mkdirSync(folder);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

function isGone(lock: string): boolean {
  const found = fs.statSync(lock, { throwIfNoEntry: false });
  return found !== undefined && Date.now() - found.mtimeMs > GONE_AFTER;
}

// Those of former runs; a run that is under way keeps its own.
function removeOld(): void {
  for (const name of fs.readdirSync(SHARED)) {
    const folder = path.join(SHARED, name);
    const found = fs.statSync(folder, { throwIfNoEntry: false });
    if (found && Date.now() - found.mtimeMs > 60 * 60_000) fs.rmSync(folder, { recursive: true, force: true });
  }
}

function compile(outDir: string): void {
  const compiler = path.join(ROOT, 'node_modules', 'typescript', 'bin', 'tsc');
  const { status, stdout } = spawnSync(process.execPath, [compiler, '-p', path.join(ROOT, 'tsconfig.json'), '--outDir', outDir], { encoding: 'utf8' });
  if (status !== 0) throw new Error(`src does not compile, so there is no package to test:\n${stdout}`);
}
