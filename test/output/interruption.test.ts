import { isDeepStrictEqual } from 'node:util';
import { compiledWriter } from './compiled-writer';
import { damages, damagesAfterRepair, killWhileWriting, NEW, newState, OLD, oldState } from './interruption';
import { eachOf, endOf, killedWriter } from './killed-process';
import { tree } from './scratch';

const range = (length: number) => Array.from({ length }, (_, index) => index);

describe('a run that is killed', () => {
  let kills = 0;

  test.each([['forth', oldState, NEW], ['back', newState, OLD]])('before any of its changes %s leaves old or new files, a true index, and nothing that the next run does not repair', async (_, before, files) => {
    const writer = killedWriter(files);
    const { output: changes } = await endOf(writer, before(), -1);
    const complaints: string[] = [];
    await eachOf(range(Number(changes)), 3, async (moment) => {
      const outdir = before();
      const { signal, output } = await endOf(writer, outdir, moment);
      if (signal === 'SIGKILL') kills++;
      else complaints.push(`not killed before change ${moment}: ${output}`);
      const found = [...damages(outdir), ...damagesAfterRepair(outdir, moment % 2 === 0 ? NEW : OLD)];
      complaints.push(...found.map((complaint) => `before change ${moment}: ${complaint}`));
    });
    expect(complaints.slice(0, 5)).toEqual([]);
    expect(kills).toBeGreaterThan(40);
  }, 300_000);

  test('and killed again while it repairs, is repaired by the one after', async () => {
    const [forth, back] = [killedWriter(NEW), killedWriter(OLD)];
    const complaints: string[] = [];
    await eachOf(range(60), 3, async (round) => {
      const outdir = oldState();
      for (const [writer, moment] of [[forth, (round * 37) % 50], [round % 2 === 0 ? forth : back, (round * 23) % 50]] as const) {
        if ((await endOf(writer, outdir, moment)).signal === 'SIGKILL') kills++;
        complaints.push(...damages(outdir));
      }
      complaints.push(...damagesAfterRepair(outdir, round % 4 < 2 ? NEW : OLD));
    });
    expect(complaints.slice(0, 5)).toEqual([]);
    expect(kills).toBeGreaterThanOrEqual(200);
  }, 300_000);

  test('at some moment is no worse', async () => {
    const writer = compiledWriter();
    const outdir = oldState();
    const complaints: string[] = [];
    let changed = 0;
    // A machine that is busy may let a process do nothing for a while.
    for (let round = 0; round < 10 || (changed === 0 && round < 60); round++) {
      const before = tree(outdir);
      expect(await killWhileWriting(writer, outdir, 3 + round * 7)).toBe('SIGKILL');
      if (!isDeepStrictEqual(tree(outdir), before)) changed++;
      complaints.push(...damages(outdir));
    }
    complaints.push(...damagesAfterRepair(outdir, NEW));
    expect(complaints.slice(0, 5)).toEqual([]);
    expect(changed).toBeGreaterThan(0);
  }, 120_000);
});
