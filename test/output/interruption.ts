import { spawn } from 'node:child_process';
import { isDeepStrictEqual } from 'node:util';
import { writeOutput } from '../../src/output/writer';
import { put, scratch, tree, units } from './scratch';

const many = (version: string) => Object.fromEntries(Array.from({ length: 6 }, (_, index) => [`many/unit-${index}`, `${version} ${index}\n`.repeat(200)]));

/** Two states of an app: files change, come, go, and one moves to another unit. */
export const OLD = [...units({ same: 's', changed: 'old\n'.repeat(500), 'gone/below': 'g', ...many('old') }), { unit: 'giver', path: 'moved/x.yaml', content: 'old' }];
export const NEW = [...units({ same: 's', changed: 'new\n'.repeat(900), fresh: 'f', ...many('new') }), { unit: 'taker', path: 'moved/x.yaml', content: 'new' }];

const FOREIGN = { 'gone/below/theirs.txt': 'theirs', 'README.md': 'theirs' };

/** An output folder in the old state, with files of others in it. */
export function oldState(): string {
  const outdir = scratch();
  for (const [path, content] of Object.entries(FOREIGN)) put(outdir, path, content);
  writeOutput({ outdir, app: 'shop', files: OLD });
  return outdir;
}

/** The same after the change. */
export function newState(): string {
  const outdir = oldState();
  writeOutput({ outdir, app: 'shop', files: NEW });
  return outdir;
}

/** What is wrong with a folder in which a change between the two states was stopped. */
export function damages(outdir: string): string[] {
  const found = tree(outdir);
  const complaints: string[] = [];
  const before = new Map(OLD.map(({ path, content }) => [path, content]));
  const after = new Map(NEW.map(({ path, content }) => [path, content]));
  for (const path of new Set([...before.keys(), ...after.keys()])) {
    if (![before.get(path), after.get(path)].includes(found[path])) complaints.push(`${path} is neither old nor new: ${found[path]?.slice(0, 40)}`);
  }
  for (const [path, content] of Object.entries(FOREIGN)) if (found[path] !== content) complaints.push(`${path} is not ours and changed`);
  const listed = new Set(Object.keys(found).filter((path) => path.endsWith('.json')).flatMap((path) => (JSON.parse(found[path]!) as { files: string[] }).files));
  for (const path of Object.keys(found)) {
    const ours = !path.startsWith('.cdk8s-argo/') && !path.endsWith('.cdk8s-argo-tmp') && !(path in FOREIGN);
    if (ours && !listed.has(path)) complaints.push(`${path} is ours and in no index`);
  }
  return complaints;
}

/** What is wrong after a further run; either state must come out as if nothing had been stopped. */
export function damagesAfterRepair(outdir: string, state: typeof OLD): string[] {
  writeOutput({ outdir, app: 'shop', files: state });
  const clean = scratch();
  for (const [path, content] of Object.entries(FOREIGN)) put(clean, path, content);
  writeOutput({ outdir: clean, app: 'shop', files: state });
  return isDeepStrictEqual(tree(outdir), tree(clean)) ? [] : [`found ${Object.keys(tree(outdir)).join(' ')}, wanted ${Object.keys(tree(clean)).join(' ')}`];
}

/** Lets a process change the folder to and fro until it is killed after some milliseconds; gives the signal that ended it. */
export function killWhileWriting(writer: string, outdir: string, milliseconds: number): Promise<string | null> {
  const script = `
    const { writeOutput } = require(${JSON.stringify(writer)});
    const [before, after] = ${JSON.stringify([OLD, NEW])};
    console.log('ready');
    for (;;) for (const files of [after, before]) writeOutput({ outdir: ${JSON.stringify(outdir)}, app: 'shop', files });
  `;
  return new Promise((settle, fail) => {
    const child = spawn(process.execPath, ['-'], { stdio: ['pipe', 'pipe', 'inherit'] });
    child.on('error', fail);
    child.on('exit', (_, signal) => settle(signal));
    child.stdout.once('data', () => setTimeout(() => child.kill('SIGKILL'), milliseconds));
    child.stdin.end(script);
  });
}
