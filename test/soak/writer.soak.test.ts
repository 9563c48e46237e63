import { compiledWriter } from '../output/compiled-writer';
import { damages, damagesAfterRepair, killWhileWriting, NEW, OLD, oldState } from '../output/interruption';

test('200 kills at different moments leave old or new files and a true index', async () => {
  const writer = compiledWriter();
  const complaints: string[] = [];
  let outdir = oldState();
  for (let round = 0; round < 200; round++) {
    expect(await killWhileWriting(writer, outdir, 1 + ((round * 7) % 53))).toBe('SIGKILL');
    complaints.push(...damages(outdir));
    // Every second folder is repaired, the others are killed again as they are.
    if (round % 2 === 1) {
      complaints.push(...damagesAfterRepair(outdir, round % 4 === 1 ? OLD : NEW));
      outdir = oldState();
    }
  }
  expect(complaints.slice(0, 5)).toEqual([]);
}, 120_000);
