import fs from 'node:fs';
import { isDeepStrictEqual } from 'node:util';
import { writeOutput } from '../../src/output/writer';
import { compiledWriter } from './compiled-writer';
import { damages, damagesAfterRepair, killWhileWriting, NEW, OLD, oldState } from './interruption';
import { tree } from './scratch';

/** Lets a process do so many changes to the file system, and then none: what a kill looks like to the folder. */
function stopAfter(changes: number, action: () => void): boolean {
  const real = { ...fs };
  let left = changes;
  const dying = <T extends unknown[], R>(change: (...args: T) => R, last?: (...args: T) => void) => (...args: T): R => {
    if (left-- > 0) return change(...args);
    if (left === -1) last?.(...args);
    throw new Error('killed');
  };
  const half = (file: fs.PathOrFileDescriptor, content: string | NodeJS.ArrayBufferView): void => {
    const bytes = Buffer.from(content as string);
    real.writeFileSync(file, bytes.subarray(0, bytes.length / 2));
  };
  const spies = [
    jest.spyOn(fs, 'writeFileSync').mockImplementation(dying<Parameters<typeof fs.writeFileSync>, void>(real.writeFileSync, half)),
    jest.spyOn(fs, 'renameSync').mockImplementation(dying(real.renameSync)),
    jest.spyOn(fs, 'unlinkSync').mockImplementation(dying(real.unlinkSync)),
    jest.spyOn(fs, 'rmdirSync').mockImplementation(dying(real.rmdirSync)),
    jest.spyOn(fs, 'mkdirSync').mockImplementation(dying<Parameters<typeof fs.mkdirSync>, string | undefined>(real.mkdirSync)),
  ];
  try {
    action();
    return false;
  } catch (error) {
    if (left >= 0) throw error;
    return true;
  } finally {
    for (const spy of spies) spy.mockRestore();
  }
}

describe('a run that is stopped', () => {
  test('after any change leaves old or new files, a true index, and nothing that the next run does not repair', () => {
    const complaints: string[] = [];
    let stopped = true;
    let changes = 0;
    for (; stopped; changes++) {
      for (const state of [NEW, OLD]) {
        const outdir = oldState();
        stopped = stopAfter(changes, () => writeOutput({ outdir, app: 'shop', files: NEW }));
        complaints.push(...[...damages(outdir), ...damagesAfterRepair(outdir, state)].map((complaint) => `after ${changes} changes: ${complaint}`));
      }
    }
    expect(complaints.slice(0, 5)).toEqual([]);
    expect(changes).toBeGreaterThan(30);
  });

  test('and stopped again while it repairs, is repaired by the one after', () => {
    const complaints: string[] = [];
    for (let changes = 0; changes < 60; changes += 3) {
      const outdir = oldState();
      stopAfter(25, () => writeOutput({ outdir, app: 'shop', files: NEW }));
      stopAfter(changes, () => writeOutput({ outdir, app: 'shop', files: NEW }));
      complaints.push(...damages(outdir), ...damagesAfterRepair(outdir, NEW));
    }
    expect(complaints.slice(0, 5)).toEqual([]);
  });

  test('by a kill at some moment is no worse', async () => {
    const writer = compiledWriter();
    const outdir = oldState();
    const complaints: string[] = [];
    let changed = 0;
    for (let round = 0; round < 10; round++) {
      const before = tree(outdir);
      expect(await killWhileWriting(writer, outdir, 3 + round * 7)).toBe('SIGKILL');
      if (!isDeepStrictEqual(tree(outdir), before)) changed++;
      complaints.push(...damages(outdir));
    }
    complaints.push(...damagesAfterRepair(outdir, NEW));
    expect(complaints.slice(0, 5)).toEqual([]);
    expect(changed).toBeGreaterThan(0);
  }, 30_000);
});
