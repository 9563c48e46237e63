import * as fc from 'fast-check';
import type { Manifest } from '../../src/manifests/manifest';
import { shopChart } from '../shop';
import { MUTATIONS } from './mutations';
import { type Strategy, STRATEGIES } from './strategies';
import { errorsOf, findingsOf } from './validated';

// The same sample each time, as what passed has to pass again; SEED=<number> takes another.
const SEED = Number(process.env.SEED ?? 20261121);
const SAMPLE = 300;
const EDITED = 6;

function objectsOf(strategy: Strategy): Manifest[] {
  const chart = shopChart();
  strategy(chart);
  return chart.toJson();
}

describe(`strategies of seed ${SEED}`, () => {
  const right = fc.sample(STRATEGIES, { numRuns: SAMPLE, seed: SEED }).map(objectsOf);
  const said = new Map<readonly Manifest[], readonly string[]>();
  const saidOf = (objects: readonly Manifest[]): readonly string[] => {
    if (!said.has(objects)) said.set(objects, findingsOf(objects));
    return said.get(objects)!;
  };

  test('what the constructs make has no error, whatever the strategy', () => {
    expect(right.flatMap((objects) => errorsOf(objects))).toEqual([]);
  });

  test.each(MUTATIONS.map((mutation) => [mutation.name, mutation.rule, mutation.edit] as const))('%s is found by %s', (_, rule, edit) => {
    let edited = 0;
    for (const objects of right) {
      if (edited === EDITED) break;
      const wrong = structuredClone(objects);
      if (edit(wrong) === false) continue;
      edited++;
      const before = saidOf(objects);
      expect(findingsOf(wrong).filter((finding) => finding.startsWith(`${rule} `) && !before.includes(finding))).not.toEqual([]);
    }
    // An edit that never applies would prove nothing.
    expect(edited).toBeGreaterThan(0);
  });
});

test('there are at least 60 wrong edits, each with a name of its own', () => {
  expect(MUTATIONS.length).toBeGreaterThanOrEqual(60);
  expect(new Set(MUTATIONS.map(({ name }) => name)).size).toBe(MUTATIONS.length);
});
