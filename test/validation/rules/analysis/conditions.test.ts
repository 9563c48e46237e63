import { conditionCompiles } from '../../../../src/validation/rules/analysis/condition-compiles';
import { conditionNeedsData } from '../../../../src/validation/rules/analysis/condition-needs-data';
import { conditionNoData } from '../../../../src/validation/rules/analysis/condition-no-data';
import { conditionResultShape } from '../../../../src/validation/rules/analysis/condition-result-shape';
import { exampleProvider, exampleTemplate } from '../../../../src/validation/rules/analysis/example-analysis';
import { queryParses } from '../../../../src/validation/rules/analysis/query-parses';
import { pointersOf, runRule } from '../rollouts/run-rule';

const SUCCESS = '/spec/metrics/0/successCondition';
const quoted = (text: string) => JSON.stringify(text);

/** A metric with these conditions on what this provider measures. */
function metric(provider: string, success: string, failure?: string): string {
  const fields = [`successCondition: ${quoted(success)}`, ...(failure ? [`failureCondition: ${quoted(failure)}`] : [])];
  return exampleTemplate({ metrics: exampleProvider(provider, { fields }) });
}

const prometheus = (query: string, more = '') => `prometheus:\n  address: http://prometheus.monitoring:9090\n  query: ${quoted(query)}${more}`;
const JOB = 'job:\n  spec:\n    template:\n      spec:\n        containers: []';

test('a condition that does not compile is found, with what is wrong', () => {
  const [found] = runRule(conditionCompiles, metric(prometheus('up'), 'results[0] < 5'));
  expect(found).toMatchObject({
    pointer: SUCCESS, message: 'metric success-rate: successCondition does not compile: character 1: "results" is an unknown name. did you mean result?',
  });
  expect(pointersOf(conditionCompiles, metric(prometheus('up'), 'true', 'result[0] = 5'))).toEqual(['/spec/metrics/0/failureCondition']);
  expect(runRule(conditionCompiles, metric(prometheus('up'), 'result[0] < {{args.limit}}'))).toEqual([]);
  // A job judges itself, and its conditions are never looked at.
  expect(runRule(conditionCompiles, metric(JOB, 'anything goes'))).toEqual([]);
});

describe('a condition for another kind of result', () => {
  test.each([
    [prometheus('rate(requests_total[5m])'), 'result < 5'],
    [prometheus('rate(requests_total{service="{{args.service}}"}[5m])'), 'result < {{args.limit}} && result > 1'],
    [prometheus('scalar(rate(requests_total[5m]))'), 'result[0] < 5'],
    // The controller gives the whole result, whatever is asked for.
    [prometheus('rate(requests_total[5m])'), 'default(result[0], 0) < 0.05'],
    [prometheus('rate(requests_total[5m])'), 'default(result, 0) < {{args.limit}}'],
    [prometheus('scalar(up)', '\n  rangeQuery:\n    start: now()\n    end: now()\n    step: 1m'), 'result < 5'],
    ['graphite:\n  address: http://graphite\n  query: a.b', 'result < 5'],
    ['datadog:\n  query: avg:requests{*}', 'result[0] < 5'],
    ['influxdb:\n  query: from(bucket)', 'result.value < 5'],
    ['newRelic:\n  query: SELECT count(*) FROM Transaction', 'result < 5'],
  ])('%s: %s', (provider, condition) => {
    expect(pointersOf(conditionResultShape, metric(provider, condition))).toEqual([SUCCESS]);
  });

  test.each([
    [prometheus('rate(requests_total[5m])'), 'len(result) > 0 && all(result, {# < 5})'],
    [prometheus('rate(requests_total[5m])'), 'result[0] < 5'],
    [prometheus('rate(requests_total[5m])'), 'result[0] / result[2] < 5'],
    [prometheus('rate(requests_total[5m])'), 'result[0] < {{args.limit}} * 2'],
    [prometheus('rate(requests_total[5m])'), 'default(result, [1])[0] < 5'],
    [prometheus('scalar(rate(requests_total[5m]))'), 'result < 5'],
    [prometheus('{{args.query}}'), 'result < 5'],
    [prometheus('1'), 'result == 1'],
    ['wavefront:\n  address: a\n  query: b', 'result < 5'],
    ['wavefront:\n  address: a\n  query: b', 'all(result, {# < 5})'],
    ['datadog:\n  query: avg:requests{*}', 'default(result, 0) < 5'],
    ['newRelic:\n  query: SELECT count(*) FROM Transaction', 'result.count < 5'],
    ['newRelic:\n  query: SELECT count(*) FROM Transaction', 'all(result, {.count < 5})'],
    ['cloudWatch:\n  metricDataQueries: []', 'result[0].Values[0] < 5'],
    ['web:\n  url: http://web', 'result < 5'],
    ['plugin:\n    acme/metrics: {}', 'result == "ok"'],
  ])('%s: %s fits', (provider, condition) => {
    expect(runRule(conditionResultShape, metric(provider, condition))).toEqual([]);
  });
});

describe('a result without data', () => {
  const RATIO = 'sum(rate(errors_total{job="web"}[5m])) / sum(rate(requests_total[5m]))';
  const guarded = 'len(result) > 0 && result[0] < 0.05';

  test.each([
    [RATIO, 'result[0] < 0.05', undefined, /errors in a row abort the release/],
    ['sum(rate(errors_total[5m]))', 'result[0] < {{args.limit}}', undefined, /errors in a row/],
    [`(${RATIO}) or vector(0)`, 'result[0] < 0.05', undefined, /NaN, which counts as a failure/],
    [RATIO, guarded, undefined, /NaN/],
    ['histogram_quantile(0.99, sum(rate(latency_bucket[5m])) by (le))', 'all(result, {# < 0.5})', undefined, /NaN/],
    ['sum(increase(requests_total{status=~"5.."}[5m]))', 'len(result) > 0 && result[0] < 10', undefined, /as long as there was no error the query has no series/],
    ['sum(rate(requests_total{code!~"2.."}[5m])) / sum(rate(requests_total[5m]))', `none(result, {isNaN(#)}) && ${guarded}`, undefined, /no series/],
  ])('%s with %s is forgotten', (query, success, failure, message) => {
    expect(runRule(conditionNoData, metric(prometheus(query), success, failure))).toMatchObject([
      { pointer: SUCCESS, message: expect.stringMatching(message) },
    ]);
  });

  test.each([
    ['sum(rate(errors_total[5m])) or vector(0)', 'result[0] < 5', undefined],
    [RATIO, guarded, 'len(result) > 0 && result[0] >= 0.05'],
    [RATIO, 'len(result) > 0 && none(result, {isNaN(#)}) && all(result, {# < 0.05})', undefined],
    ['sum(rate(errors_total{path="/a/b"}[5m]))', guarded, undefined],
    ['sum(rate(errors_total[5m])) / (sum(rate(requests_total[5m])) > 0)', guarded, undefined],
    ['scalar(up)', 'result > 0', undefined],
    ['sum(increase(requests_total{status=~"5.."}[5m]))', 'len(result) > 0 && result[0] < 10', 'len(result) > 0 && result[0] >= 10'],
    ['sum(increase(requests_total{status=~"5.."}[5m])) or vector(0)', 'result[0] < 10', undefined],
    // No success is no success.
    ['sum(increase(requests_total{status=~"2.."}[5m]))', 'len(result) > 0 && result[0] >= 10', undefined],
    [RATIO, 'result[0] <', undefined],
  ])('%s with %s is decided', (query, success, failure) => {
    expect(runRule(conditionNoData, metric(prometheus(query), success, failure))).toEqual([]);
  });

  test.each([
    ['result[0] < 10', undefined, 'add a failureCondition, and start both conditions with len(result) > 0 &&, so that neither holds without data; '
      + 'or end the query with: or vector(0), if no series means 0'],
    ['result[0] < 10', 'result[0] >= 10', 'start both conditions with len(result) > 0 &&, so that neither holds without data; '
      + 'or end the query with: or vector(0), if no series means 0'],
    // Nothing as 0 would be a failure as well.
    ['result[0] >= 10', undefined, 'add a failureCondition, and start both conditions with len(result) > 0 &&, so that neither holds without data'],
  ])('%s and %s are told what helps', (success, failure, fix) => {
    expect(runRule(conditionNoData, metric(prometheus('sum(increase(requests_total[5m]))'), success, failure))).toMatchObject([{ fix }]);
  });

  test.each([
    ['queue_length', 'len(result) == 0 || result[0] < 50', 1],
    ['queue_length', 'all(result, {# < 50})', 1],
    ['queue_length', 'len(result) > 0 && all(result, {# < 50})', 0],
    // Nothing is what is wanted here.
    ['queue_length > 50', 'len(result) == 0', 0],
    ['queue_length', 'len(result) == 0', 0],
    ['ALERTS{alertname="Slow"}', 'len(result) == 0 || result[0] < 1', 0],
    ['queue_length or vector(0)', 'all(result, {# < 50})', 0],
  ])('%s with %s: %i conditions pass without data', (query, success, count) => {
    expect(runRule(conditionNeedsData, metric(prometheus(query), success))).toHaveLength(count);
  });
});

test('a query that is no PromQL is found, and one with arguments is not', () => {
  expect(pointersOf(queryParses, metric(prometheus('sum(rate(a[5m])'), 'true'))).toEqual(['/spec/metrics/0/provider/prometheus/query']);
  expect(runRule(queryParses, metric(prometheus('sum(rate(a{s="{{args.s}}"}[{{args.w}}]))'), 'true'))).toEqual([]);
});
