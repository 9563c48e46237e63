import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { carryOut } from '../../src/output/carry-out';
import { planOutput } from '../../src/output/output-plan';
import { TakenOverError } from '../../src/output/taken-over-error';
import { WriteLock } from '../../src/output/write-lock';
import { writeOutput } from '../../src/output/writer';
import { damagesAfterRepair, NEW, oldState } from './interruption';
import { scratch, tree, units } from './scratch';

/** What the synth writes that takes over: some files of either state, some of its own. */
const THEIRS = [...NEW.slice(2), ...units({ 'many/unit-0': 'theirs', 'only/theirs': 't' })].filter(({ path }, index, all) => all.findIndex((file) => file.path === path) === index);

/** Lets a synth of NEW stand still before its nth change, while something else happens. */
function standingStill(outdir: string, moment: number, meanwhile: () => void): unknown {
  const lock = WriteLock.acquire(outdir);
  let left = moment;
  const keep = (): void => {
    if (left-- === 0) meanwhile();
    lock.keep();
  };
  try {
    carryOut(planOutput({ outdir, app: 'shop', files: NEW }), { keep });
    return undefined;
  } catch (error) {
    return error;
  } finally {
    lock.release();
  }
}

const takeItsLock = (outdir: string) => rmSync(join(outdir, '.cdk8s-argo/.lock'), { recursive: true });

describe('a synth that stood still and was taken over, at whatever moment,', () => {
  test('leaves what the other one wrote', () => {
    const wrong: string[] = [];
    let moment = 0;
    for (; ; moment++) {
      const outdir = oldState();
      let theirs: Record<string, string> = {};
      const error = standingStill(outdir, moment, () => {
        takeItsLock(outdir);
        writeOutput({ outdir, app: 'shop', files: THEIRS });
        theirs = tree(outdir);
      });
      if (error === undefined) break;
      if (!(error instanceof TakenOverError)) wrong.push(`${moment}: ${(error as Error).message}`);
      const after = tree(outdir);
      for (const path of Object.keys({ ...theirs, ...after })) if (theirs[path] !== after[path]) wrong.push(`${moment}: ${path} is not as they left it`);
      const clean = oldState();
      writeOutput({ outdir: clean, app: 'shop', files: THEIRS });
      if (Object.keys(tree(clean)).sort().join(' ') !== Object.keys(after).sort().join(' ')) wrong.push(`${moment}: ${Object.keys(after).join(' ')}`);
      writeOutput({ outdir, app: 'shop', files: THEIRS });
    }
    expect(wrong.slice(0, 5)).toEqual([]);
    expect(moment).toBeGreaterThan(20);
  });

  test('writes nothing, and the next one repairs what it left, when only its lock was deleted', () => {
    const wrong: string[] = [];
    for (let moment = 0; ; moment++) {
      const outdir = oldState();
      let before: Record<string, string> = {};
      const error = standingStill(outdir, moment, () => {
        takeItsLock(outdir);
        before = tree(outdir);
      });
      if (error === undefined) break;
      expect(tree(outdir)).toEqual(before);
      wrong.push(...damagesAfterRepair(outdir, NEW));
    }
    expect(wrong).toEqual([]);
  });

  test('says what happened', () => {
    const outdir = scratch();
    expect((standingStill(outdir, 3, () => takeItsLock(outdir)) as Error).message).toBe(
      `this synth stood still and another one took over ${outdir}, or somebody deleted its lock. it stopped where it was, ` +
      'and the next one repairs what is left. synth again',
    );
  });
});
