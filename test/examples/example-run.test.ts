import { exampleNames, parseSummary, runExample } from '../../tools/example-run';

describe('the summary of a synth', () => {
  test('is read', () => {
    const line = 'dist/web: 1 unit, 5 objects; files: 1 written, 2 unchanged, 3 removed; 0 errors, 1 warning, 4 info, 2 acknowledged; 41 ms';
    expect(parseSummary(line)).toEqual({
      outdir: 'dist/web', units: 1, objects: 5, written: 1, unchanged: 2, removed: 3, errors: 0, warnings: 1, infos: 4, milliseconds: 41,
    });
  });

  test('is read of a check too', () => {
    const run = runExample('first-canary', ['--check']);
    expect(run).toMatchObject({ summary: { outdir: 'dist/first-canary', units: 1, objects: 5, written: 0, unchanged: 1, removed: 0, errors: 0 } });
  });

  test('is not seen in another line', () => {
    expect(parseSummary('dist/web: 1 unit')).toBeUndefined();
  });
});

test('every folder of examples with a program is an example', () => {
  expect(exampleNames()).toContain('first-canary');
});
