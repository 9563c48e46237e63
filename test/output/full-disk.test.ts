import fs from 'node:fs';
import { OutputError } from '../../src/output/output-error';
import { writeOutput } from '../../src/output/writer';
import { damages, damagesAfterRepair, NEW, OLD, oldState } from './interruption';
import { scratch, tree, units } from './scratch';

type Operation = 'writeFileSync' | 'openSync' | 'renameSync' | 'mkdirSync';

/** Lets a call of the file system fail from the nth on, as long as an action runs. Removing always works. */
function failing<T>(operation: Operation, code: string, from: number, action: () => T): T {
  const real = fs[operation] as (...args: unknown[]) => unknown;
  let left = from;
  const spy = jest.spyOn(fs, operation as 'writeFileSync').mockImplementation((...args: unknown[]) => {
    const reads = operation === 'openSync' && typeof args[1] === 'number' && (args[1] & 3) === 0;
    if (reads || left-- > 0) return real(...args) as never;
    if (operation === 'writeFileSync') real(args[0], 'half');
    throw Object.assign(new Error(`${code}: it failed`), { code });
  });
  try {
    return action();
  } finally {
    spy.mockRestore();
  }
}

function errorOf(action: () => unknown): Error | undefined {
  try {
    action();
    return undefined;
  } catch (error) {
    return error as Error;
  }
}

const change = (outdir: string) => () => writeOutput({ outdir, app: 'shop', files: NEW });

describe('a disk that is full', () => {
  test.each([
    ['ENOSPC', 'writeFileSync', 'no space is left on the device (ENOSPC). make space and synth again. no file was changed'],
    ['EDQUOT', 'writeFileSync', 'the disk quota is used up (EDQUOT). make space and synth again. no file was changed'],
    ['ENOSPC', 'openSync', 'no space is left on the device (ENOSPC)'],
  ] as const)('%s at any %s leaves the old state and says so once', (code, operation, message) => {
    const wrong: string[] = [];
    let moment = 0;
    for (; ; moment++) {
      const outdir = oldState();
      const before = tree(outdir);
      const error = errorOf(() => failing(operation, code, moment, change(outdir)));
      if (!error) break;
      if (!(error instanceof OutputError) || !error.message.includes(message)) wrong.push(`${moment}: ${error.message}`);
      const after = tree(outdir);
      // An index that was extended cannot be taken back while nothing at all can be written. It is true all the same.
      for (const path of Object.keys({ ...before, ...after })) {
        if (before[path] !== after[path] && !path.startsWith('.cdk8s-argo/')) wrong.push(`${moment}: ${path} changed`);
      }
      wrong.push(...damages(outdir), ...damagesAfterRepair(outdir, moment % 2 === 0 ? NEW : OLD));
    }
    expect(wrong.slice(0, 5)).toEqual([]);
    expect(moment).toBeGreaterThan(10);
  });

  test('takes what was prepared back, the index too, when there is space for it', () => {
    const outdir = oldState();
    const before = tree(outdir);
    const real = fs.writeFileSync;
    const spy = jest.spyOn(fs, 'writeFileSync').mockImplementation((file, content, options) => {
      if (Buffer.from(content as string).length > 5000) throw Object.assign(new Error('ENOSPC'), { code: 'ENOSPC' });
      real(file, content, options);
    });
    const error = errorOf(() => writeOutput({ outdir, app: 'shop', files: [...units({ same: 's', first: 'f', second: 'x'.repeat(6000) })] }));
    spy.mockRestore();
    expect(error?.message).toBe(`cannot write ${outdir}/second/second.k8s.yaml: no space is left on the device (ENOSPC). make space and synth again. no file was changed`);
    expect(tree(outdir)).toEqual(before);
    expect(fs.readdirSync(outdir).sort()).toEqual(['.cdk8s-argo', 'README.md', 'changed', 'gone', 'many', 'moved', 'same']);
  });

  test('leaves nothing of a first synth', () => {
    const outdir = scratch();
    const error = errorOf(() => failing('writeFileSync', 'ENOSPC', 3, change(outdir)));
    expect(error?.message).toContain('no file was changed');
    expect(fs.readdirSync(outdir)).toEqual([]);
  });
});

describe('a disk that fails', () => {
  test.each([
    ['EIO', 'renameSync', 'the disk failed (EIO). check it, then synth again'],
    ['EMFILE', 'openSync', 'this process has too many files open (EMFILE). raise the limit (ulimit -n), or close files in the program'],
    ['EROFS', 'mkdirSync', 'the file system is read only (EROFS). choose another output folder'],
  ] as const)('%s of %s at any moment gives one error and a folder that the next run repairs', (code, operation, message) => {
    const wrong: string[] = [];
    let moment = 0;
    for (; ; moment++) {
      const outdir = oldState();
      const error = errorOf(() => failing(operation, code, moment, change(outdir)));
      if (!error) break;
      if (!(error instanceof OutputError) || !error.message.includes(message)) wrong.push(`${moment}: ${error.message}`);
      wrong.push(...damages(outdir), ...damagesAfterRepair(outdir, moment % 2 === 0 ? NEW : OLD));
    }
    expect(wrong.slice(0, 5)).toEqual([]);
    expect(moment).toBeGreaterThan(1);
  });

  test('after files took their places says what there is', () => {
    const outdir = oldState();
    const error = errorOf(() => failing('renameSync', 'EIO', 8, change(outdir)));
    expect(error?.message).toContain('some files are new and some are old, each of them complete; the next synth goes on');
  });
});
