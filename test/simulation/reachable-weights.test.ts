import fc from 'fast-check';
import { podsOf, reachableSplit, weightOf } from '../../src/simulation/reachable-weights';

describe('reachableSplit', () => {
  test.each([
    // replicas, surge, weight, canary, stable
    [0, 1, 50, 0, 0],
    [10, 3, 20, 2, 8], [10, 3, 40, 4, 6], [10, 3, 60, 6, 4], [10, 3, 80, 8, 2], [10, 3, 100, 10, 0],
    [4, 1, 25, 1, 3], [4, 1, 50, 2, 2], [4, 1, 75, 3, 1], [4, 1, 100, 4, 0],
    [5, 2, 20, 1, 4], [5, 2, 50, 3, 3], [5, 2, 100, 5, 0],
    [3, 1, 10, 1, 3], [3, 1, 50, 2, 2], [3, 1, 100, 3, 0],
    [1, 1, 20, 1, 1], [1, 1, 60, 1, 1], [1, 1, 100, 1, 0], [1, 1, 0, 0, 1],
    // one pod without surge can only be one or the other
    [1, 0, 20, 0, 1], [1, 0, 60, 1, 0], [1, 0, 100, 1, 0],
    // without surge there is no pod more, and neither side goes to zero
    [10, 0, 5, 1, 9], [10, 0, 1, 1, 9], [10, 0, 99, 9, 1], [2, 0, 1, 1, 1], [2, 0, 99, 1, 1],
    // a tie rounds the canary up
    [10, 0, 25, 3, 7], [10, 0, 15, 2, 8], [2, 0, 25, 1, 1],
    // one pod more comes nearer
    [9, 1, 10, 1, 9], [9, 0, 10, 1, 8], [2, 1, 33, 1, 2], [2, 1, 67, 2, 1],
    [10, 3, 0, 0, 10], [100, 25, 1, 1, 99],
  ])('%i replicas, surge %i, weight %i: %i canary and %i stable', (replicas, surge, weight, canary, stable) => {
    expect(reachableSplit(weight, { replicas, surge })).toEqual({ canary, stable });
  });

  test('counts weights to another total', () => {
    expect(reachableSplit(500, { replicas: 4, surge: 0, maxWeight: 1000 })).toEqual({ canary: 2, stable: 2 });
  });

  test('keeps the total, both sides and the order of weights', () => {
    const replicaCounts = fc.integer({ min: 2, max: 200 });
    const surges = fc.integer({ min: 0, max: 5 });
    const weights = fc.integer({ min: 1, max: 98 });
    fc.assert(fc.property(replicaCounts, surges, weights, (replicas, surge, weight) => {
      const split = reachableSplit(weight, { replicas, surge });
      expect(split.canary).toBeGreaterThan(0);
      expect(split.stable).toBeGreaterThan(0);
      expect([replicas, replicas + Math.min(surge, 1)]).toContain(split.canary + split.stable);
      const next = reachableSplit(weight + 1, { replicas, surge });
      expect(weightOf(next)).toBeGreaterThanOrEqual(weightOf(split) - 1e-9);
    }), { seed: 20260821, numRuns: 2000 });
  });

  test('no other pair of the same totals is nearer', () => {
    const replicaCounts = fc.integer({ min: 2, max: 60 });
    const surges = fc.integer({ min: 0, max: 2 });
    const weights = fc.integer({ min: 1, max: 99 });
    fc.assert(fc.property(replicaCounts, surges, weights, (replicas, surge, weight) => {
      const reached = Math.abs(weightOf(reachableSplit(weight, { replicas, surge })) - weight);
      for (const total of surge > 0 ? [replicas, replicas + 1] : [replicas]) {
        for (let canary = 1; canary < total; canary += 1) {
          expect(Math.abs(weightOf({ canary, stable: total - canary }) - weight)).toBeGreaterThanOrEqual(reached - 1e-9);
        }
      }
    }), { seed: 20260821, numRuns: 300 });
  });
});

describe('podsOf', () => {
  test.each([
    ['25%', 10, 'up', 3], ['25%', 10, 'down', 2], [2, 10, 'up', 2],
    // a text is a percentage even without the sign
    ['3', 10, 'up', 1], ['3', 10, 'down', 0], ['100', 4, 'up', 4],
    ['two', 10, 'up', undefined], ['', 10, 'up', undefined],
  ] as const)('%p of %i pods rounded %s: %p', (amount, replicas, rounding, pods) => {
    expect(podsOf(amount, replicas, rounding)).toBe(pods);
  });
});
