import type { JsonObject } from '../../../manifests/json';
import { pointer } from '../../../manifests/pointer';
import { defineRule } from '../../rule';
import { isSet } from '../rollouts/fields';
import { exampleMetric, exampleTemplate } from './example-analysis';
import { limitOf, METRIC_KINDS, metricsOf } from './template-metrics';

/** A metric that is measured three times, with this limit. */
function limitExample(limit: string): string {
  return exampleTemplate({ metrics: exampleMetric('interval: 1m', 'count: 3', limit, 'successCondition: result >= 0.95') });
}

/** A limit that contradicts another one. */
interface LimitProblem {
  readonly key: string;
  readonly message: string;
  readonly expected: string;
}

/** Lower ends of the limits. */
const LOWEST: ReadonlyArray<readonly [key: string, lowest: number]> = [
  ['count', 0], ['consecutiveSuccessLimit', 0], ['failureLimit', -1], ['inconclusiveLimit', 0], ['consecutiveErrorLimit', 0],
];

function limitProblems(metric: JsonObject): LimitProblem[] {
  const problems: LimitProblem[] = [];
  for (const [key, lowest] of LOWEST) {
    const value = limitOf(metric, key);
    const written = metric[key];
    if (value === 0 && typeof written === 'string' && !/^[+-]?\d+$/.test(written)) {
      problems.push({ key, message: `${key} is ${JSON.stringify(written)}, which counts as 0`, expected: 'a whole number' });
      continue;
    }
    if (value === undefined || value >= lowest) continue;
    problems.push({ key, message: `${key} is ${value}`, expected: lowest === -1 ? '0 or more, or -1 for no limit' : '0 or more' });
  }
  if (problems.length > 0) return problems;
  const [count, failures, successes, inconclusive] = ['count', 'failureLimit', 'consecutiveSuccessLimit', 'inconclusiveLimit']
    .map((key) => limitOf(metric, key));
  if (failures === -1 && successes === 0) {
    problems.push({
      key: 'failureLimit',
      message: 'failureLimit is -1 and there is no consecutiveSuccessLimit, so nothing decides',
      expected: 'one of the two limits',
    });
  }
  if (count === undefined || count <= 0) return problems;
  if (failures !== undefined && successes !== undefined) {
    const needed = Math.max(failures, 0) + successes;
    if (count < needed) {
      const limits = [
        ...(failures > 0 ? [`failureLimit ${failures}`] : []),
        ...(successes > 0 ? [`consecutiveSuccessLimit ${successes}`] : []),
      ];
      problems.push({ key: 'count', message: `count is ${count}, too few for ${limits.join(' and ')}`, expected: `${needed} or more` });
    }
  }
  if (inconclusive !== undefined && count < inconclusive) {
    problems.push({
      key: 'count', message: `count is ${count}, too few for inconclusiveLimit ${inconclusive}`, expected: `${inconclusive} or more`,
    });
  }
  return problems;
}

/** Finds limits that are negative, or that so many measurements cannot reach. */
export const metricLimits = defineRule({
  id: 'analysis/metric-limits',
  severity: 'error',
  kinds: METRIC_KINDS,
  since: '0.1.0',
  implements: ['AR-110', 'AR-111', 'AR-112', 'AR-113', 'AR-114', 'AR-115', 'AR-116', 'AR-117'],
  title: 'the limits of a metric fit its count',
  rationale: 'The controller checks limits only when a run starts, in the middle of a release: the run ends in Error and the release '
    + 'is aborted. A count has to leave room for the failures and successes that decide.',
  bad: limitExample('failureLimit: 5'),
  good: limitExample('failureLimit: 1'),
  check(entry, context) {
    for (const { name, metric, pointer: at } of metricsOf(entry.manifest)) {
      for (const { key, message, expected } of limitProblems(metric)) {
        context.report(pointer(at, key), `metric ${name}: ${message}`, {
          received: isSet(metric, key) ? JSON.stringify(metric[key]) : `no ${key}`,
          expected,
          fix: key === 'count' && expected !== 'a whole number' ? 'raise count, or lower the limits' : `write ${key} as ${expected}, or leave it out`,
        });
      }
    }
  },
});
