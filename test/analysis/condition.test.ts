import { Condition } from '../../src/analysis/condition';
import { Metric } from '../../src/analysis/metric';
import { evaluateCondition } from '../../src/languages/conditions/evaluate';
import { conditionProblem } from '../../src/languages/conditions/problem';
import { fromJson, fromNumbers, type Measured } from '../../src/languages/conditions/values';

const ADDRESS = 'http://server.monitoring:8080';

/** A metric of each provider that judges values, with this condition. Texts are what `below(2)` becomes. */
const PROVIDERS: ReadonlyArray<
  readonly [title: string, make: (success: Condition) => Metric, success: string, failure: string | undefined]
> = [
  ['a Prometheus vector', (success) => Metric.prometheus('m', { address: ADDRESS, query: 'up', success }),
    'len(result) > 0 && none(result, {isNaN(#)}) && all(result, {# < 2})',
    'len(result) > 0 && none(result, {isNaN(#)}) && any(result, {# >= 2})'],
  ['a Prometheus scalar', (success) => Metric.prometheus('m', { address: ADDRESS, query: 'scalar(sum(up)) / 2', success }),
    '!isNaN(result) && result < 2', '!isNaN(result) && result >= 2'],
  ['a Datadog number', (success) => Metric.datadog('m', { query: 'avg:x{*}', success }),
    '!isNil(result) && asFloat(result) < 2', '!isNil(result) && asFloat(result) >= 2'],
  ['a New Relic row', (success) => Metric.newRelic('m', { query: 'SELECT 1', field: 'rate', success }),
    'result.rate != nil && result.rate < 2', 'result.rate != nil && result.rate >= 2'],
  ['one Wavefront series or several', (success) => Metric.wavefront('m', { address: 'x.wavefront.com', query: 'ts(x)', success }),
    'all(type(default(result, "")) == "array" ? default(result, "") : [result], {# < 2})', undefined],
  ['Graphite points', (success) => Metric.graphite('m', { address: ADDRESS, query: 'target=x', success }),
    'len(result) > 0 && all(result, {# < 2})', 'len(result) > 0 && any(result, {# >= 2})'],
  ['InfluxDB values', (success) => Metric.influxdb('m', { query: 'from(bucket: "x")', success }),
    'none(result, {# == nil || isNaN(asFloat(#))}) && all(result, {asFloat(#) < 2})',
    'none(result, {# == nil || isNaN(asFloat(#))}) && any(result, {asFloat(#) >= 2})'],
  ['SkyWalking values', (success) => Metric.skywalking('m', { address: ADDRESS, query: 'query x', window: '5m', values: 'result.x', success }),
    'len(result.x) > 0 && none(result.x, {# == nil}) && all(result.x, {asFloat(#) < 2})',
    'len(result.x) > 0 && none(result.x, {# == nil}) && any(result.x, {asFloat(#) >= 2})'],
  ['JSON of a web service', (success) => Metric.web('m', { url: ADDRESS, success }),
    '!isNil(result) && asFloat(result) < 2', '!isNil(result) && asFloat(result) >= 2'],
  ['CloudWatch results', (success) => Metric.cloudWatch('m', { metricDataQueries: [{ id: 'q', expression: 'x' }], success }),
    'len(result) > 0 && none(result, {len(.Values) == 0}) && all(result, {all(.Values, {# < 2})})',
    'len(result) > 0 && none(result, {len(.Values) == 0}) && any(result, {any(.Values, {# >= 2})})'],
];

function conditionsOf(metric: Metric): readonly [success: string | undefined, failure: string | undefined] {
  const { successCondition, failureCondition } = metric._toKube();
  return [successCondition, failureCondition];
}

describe.each(PROVIDERS)('a comparison of %s', (_title, make, success, failure) => {
  test('tells good, bad and no data apart', () => {
    expect(conditionsOf(make(Condition.below(2)))).toEqual([success, failure]);
  });

  test('has one condition where no data fails or passes', () => {
    expect(conditionsOf(make(Condition.below(2, { noData: 'fail' })))).toEqual([success, undefined]);
    expect(conditionsOf(make(Condition.below(2, { noData: 'pass' })))).toEqual([expect.stringContaining('< 2'), undefined]);
  });

  test('is an expression that the controller compiles', () => {
    for (const noData of ['inconclusive', 'pass', 'fail'] as const) {
      const conditions = [
        Condition.below(2, { noData }), Condition.atLeast(0.5, { noData }), Condition.between(-1, '{{args.high}}', { noData }), Condition.equals(0, { noData }),
      ];
      const sources = conditions.flatMap((condition) => conditionsOf(make(condition)));
      expect(sources.flatMap((source) => (source && conditionProblem(source)) ?? [])).toEqual([]);
    }
  });
});

describe('what a comparison decides', () => {
  const phaseOf = (metric: Metric, measured: Measured): string => {
    const [success, failure] = conditionsOf(metric);
    const numbers = Array.isArray(measured) && measured.every((item) => typeof item === 'number');
    const result = numbers ? fromNumbers(measured) : fromJson(measured);
    const good = evaluateCondition(success!, result);
    if (failure === undefined ? !good : evaluateCondition(failure, result)) return 'failed';
    return good ? 'successful' : 'inconclusive';
  };
  const make = (title: string) => PROVIDERS.find(([provider]) => provider === title)![1];

  test.each<[provider: string, measured: Measured, phase: string]>([
    ['a Prometheus vector', [], 'inconclusive'],
    ['a Prometheus vector', [NaN], 'inconclusive'],
    ['a Prometheus vector', [1], 'successful'],
    ['a Prometheus vector', [1, 3], 'failed'],
    ['a Prometheus scalar', NaN, 'inconclusive'],
    ['a Prometheus scalar', 3, 'failed'],
    ['a Datadog number', null, 'inconclusive'],
    ['a Datadog number', 1.5, 'successful'],
    ['one Wavefront series or several', 1.5, 'successful'],
    ['one Wavefront series or several', [1.5, 3], 'failed'],
    ['Graphite points', [], 'inconclusive'],
    ['InfluxDB values', [null, 1.5], 'inconclusive'],
    ['InfluxDB values', [3.5], 'failed'],
    ['CloudWatch results', [{ Values: [1, 1.5] }], 'successful'],
    ['CloudWatch results', [{ Values: [1, 3] }], 'failed'],
    ['CloudWatch results', [{ Values: [] }], 'inconclusive'],
    ['SkyWalking values', { x: [1, 1.5] }, 'successful'],
    ['SkyWalking values', { x: [1, null] }, 'inconclusive'],
    ['a New Relic row', { rate: 1 }, 'successful'],
    ['a New Relic row', { other: 1 }, 'inconclusive'],
    ['JSON of a web service', '1.5', 'successful'],
    ['JSON of a web service', null, 'inconclusive'],
  ])('%s: %j is %s', (provider, measured, phase) => {
    expect(phaseOf(make(provider)(Condition.below(2)), measured)).toBe(phase);
  });

  test('noData decides alone', () => {
    const phases = (['inconclusive', 'pass', 'fail'] as const).map((noData) => phaseOf(make('a Prometheus vector')(Condition.below(2, { noData })), [NaN]));
    expect(phases).toEqual(['inconclusive', 'successful', 'failed']);
  });
});

describe('Condition', () => {
  const prometheus = (success: Condition) => conditionsOf(Metric.prometheus('m', { address: ADDRESS, query: 'scalar(up)', success }));

  test.each([
    [Condition.atMost(1), 'result <= 1', 'result > 1'],
    [Condition.above('{{args.limit}}'), 'result > {{args.limit}}', 'result <= {{args.limit}}'],
    [Condition.between(1, 2), 'result >= 1 && result <= 2', '!(result >= 1 && result <= 2)'],
    [Condition.equals(3), 'result == 3', 'result != 3'],
    [Condition.below(1e20), 'result < 1e+20', 'result >= 1e+20'],
  ])('compares: %#', (condition, good, bad) => {
    expect(prometheus(condition)).toEqual([`!isNaN(result) && ${good}`, `!isNaN(result) && ${bad}`]);
  });

  test('compares text without a type, so that a number is a failure and no error', () => {
    expect(conditionsOf(Metric.web('m', { url: ADDRESS, success: Condition.equals('say "ok"') }))).toEqual([
      '!isNil(result) && default(result, "") == "say \\"ok\\""', '!isNil(result) && default(result, "") != "say \\"ok\\""',
    ]);
  });

  test('reads the rows of a query with facets, of which there may be one', () => {
    const [success] = conditionsOf(Metric.newRelic('m', {
      query: 'SELECT average(duration) FROM Transaction FACET host', field: 'average.duration', success: Condition.below(1, { noData: 'pass' }),
    }));
    expect(success).toBe('all(type(default(result, "")) == "array" ? default(result, "") : [result], '
      + '{#["average.duration"] == nil || #["average.duration"] < 1})');
  });

  test('takes a range of a scalar query for the list that it is', () => {
    const [success] = conditionsOf(Metric.prometheus('m', {
      address: ADDRESS, query: 'scalar(up)', rangeQuery: { window: '5m', step: '1m' }, success: Condition.below(2, { noData: 'fail' }),
    }));
    expect(success).toMatch(/all\(result/);
  });

  test('keeps expressions as they are, for every provider', () => {
    const success = Condition.expression({ successCondition: 'result[0] < 1', failureCondition: 'result[0] > 2' });
    expect(conditionsOf(Metric.graphite('m', { address: ADDRESS, query: 'target=x', success }))).toEqual(['result[0] < 1', 'result[0] > 2']);
  });

  test('refuses limits that decide nothing, and expressions that do not compile', () => {
    expect(() => Condition.below(NaN)).toThrow('the limit of a condition is NaN. give a finite number');
    expect(() => Condition.between(2, 1)).toThrow('nothing is between 2 and 1. write the lower limit first');
    expect(() => Condition.expression({ successCondition: 'results[0] < 1' })).toThrow(/^successCondition is no condition: .*results/);
    const single = Condition.expression({ successCondition: 'result < 1' });
    expect(() => Metric.prometheus('m', { address: ADDRESS, query: 'up', success: single })).toThrow(/^metric "m": successCondition is no condition for what is measured: /);
    expect(() => Metric.prometheus('m', { address: ADDRESS, query: 'scalar(up)', success: single })).not.toThrow();
  });
});
