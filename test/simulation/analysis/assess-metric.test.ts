import { assessMetric, NO_MEASUREMENTS, type Tally, tallied } from '../../../src/simulation/analysis/assess-metric';
import { limitsOf } from '../../../src/simulation/analysis/metric-limits';
import type { AnalysisPhase, CompletedPhase } from '../../../src/simulation/analysis/phase';

function tally(counts: Partial<Tally>): Tally {
  return { ...NO_MEASUREMENTS, measured: 1, ...counts };
}

// What upstream's analysis_test.go says, each while the run goes on and while it ends.
describe('the phase of a metric', () => {
  const cases: ReadonlyArray<readonly [string, Parameters<typeof limitsOf>[0], Partial<Tally>, AnalysisPhase, AnalysisPhase]> = [
    ['nothing measured', {}, { measured: 0 }, 'Pending', 'Successful'],
    ['failures beyond the limit', { interval: '60s', failureLimit: 2 }, { failed: 3, count: 3 }, 'Failed', 'Failed'],
    ['failures at the limit', { interval: '60s', failureLimit: 3 }, { failed: 3, count: 3 }, 'Running', 'Successful'],
    ['a limit as text', { interval: '60s', failureLimit: '3' }, { failed: 3, count: 3 }, 'Running', 'Successful'],
    ['inconclusive beyond the limit', { interval: '60s', inconclusiveLimit: 2 }, { inconclusive: 3, count: 3 }, 'Inconclusive', 'Inconclusive'],
    ['inconclusive at the limit', { interval: '60s', inconclusiveLimit: 3 }, { inconclusive: 3, count: 3 }, 'Running', 'Successful'],
    ['five errors in a row', { interval: '60s' }, { consecutiveErrors: 5 }, 'Error', 'Error'],
    ['four errors in a row', { interval: '60s' }, { consecutiveErrors: 4 }, 'Running', 'Successful'],
    ['the count', { count: 10 }, { successful: 10, count: 10 }, 'Successful', 'Successful'],
    ['the count with inconclusive ones', { count: 10 }, { successful: 5, inconclusive: 5, count: 10 }, 'Inconclusive', 'Inconclusive'],
    ['no count and no interval', {}, { successful: 1, count: 1 }, 'Successful', 'Successful'],
    ['failures and inconclusive ones', { interval: '1m' }, { failed: 1, inconclusive: 1, count: 2 }, 'Inconclusive', 'Inconclusive'],
    ['inconclusive ones and errors', { interval: '1m' }, { inconclusive: 1, count: 1, consecutiveErrors: 5 }, 'Error', 'Error'],

    ['successes in a row, without a failure limit', { interval: '1m', failureLimit: -1, consecutiveSuccessLimit: 3 },
      { failed: 3, successful: 4, consecutiveSuccesses: 3, count: 7 }, 'Successful', 'Successful'],
    ['too few in a row', { interval: '1m', failureLimit: -1, consecutiveSuccessLimit: 5 },
      { failed: 3, successful: 4, consecutiveSuccesses: 3, count: 7 }, 'Running', 'Successful'],
    ['too few in a row at the count', { interval: '1m', count: 7, failureLimit: -1, consecutiveSuccessLimit: 5 },
      { failed: 3, successful: 4, consecutiveSuccesses: 3, count: 7 }, 'Failed', 'Failed'],
    ['enough in a row before the count', { interval: '1m', count: 9, failureLimit: -1, consecutiveSuccessLimit: 3 },
      { failed: 3, successful: 4, consecutiveSuccesses: 3, count: 7 }, 'Successful', 'Successful'],

    ['both limits, too many failures', { interval: '1m', failureLimit: 4, consecutiveSuccessLimit: 4 },
      { failed: 5, successful: 5, consecutiveSuccesses: 4, count: 10 }, 'Failed', 'Failed'],
    ['both limits, enough in a row', { interval: '1m', failureLimit: 4, consecutiveSuccessLimit: 4 },
      { failed: 3, successful: 5, consecutiveSuccesses: 4, count: 8 }, 'Successful', 'Successful'],
    ['both limits, neither at the count', { interval: '1m', count: 10, failureLimit: 4, consecutiveSuccessLimit: 4 },
      { failed: 4, successful: 6, consecutiveSuccesses: 3, count: 10 }, 'Inconclusive', 'Inconclusive'],
  ];

  test.each(cases)('%s', (_, metric, counts, running, ending) => {
    expect(assessMetric(limitsOf(metric), tally(counts)).phase).toBe(running);
    expect(assessMetric(limitsOf(metric), tally(counts), true).phase).toBe(ending);
  });
});

test('errors break a row of successes, are counted in a row, and are no measurement of the count', () => {
  const taken: readonly CompletedPhase[] = ['Successful', 'Successful', 'Error', 'Error'];
  expect(taken.reduce(tallied, NO_MEASUREMENTS)).toMatchObject({ count: 2, consecutiveErrors: 2, consecutiveSuccesses: 0, measured: 4 });
  expect([...taken, 'Failed' as const].reduce(tallied, NO_MEASUREMENTS)).toMatchObject({ count: 3, consecutiveErrors: 0 });
});
