import { AnalysisCheck } from '../../src/analysis/analysis-check';
import { Arg } from '../../src/analysis/argument';
import { ClusterAnalysisCheck } from '../../src/analysis/cluster-analysis-check';
import { Condition } from '../../src/analysis/condition';
import { Metric } from '../../src/analysis/metric';
import { ArgoChart } from '../../src/app/argo-chart';
import type { JsonObject } from '../../src/manifests/json';
import { AnalysisTrial, type RecordedMeasurement } from '../../src/testing/analysis-trial';
import { TestApp } from '../../src/testing/test-app';

function shop(): ArgoChart {
  return new ArgoChart(new TestApp(), 'shop', { namespace: 'shop' });
}

function errorRate() {
  return new AnalysisCheck(shop(), 'ErrorRate', {
    args: { service: Arg.required(), limit: Arg.defaultsTo('0.05') },
    metrics: (arg) => [Metric.prometheus('error-rate', {
      address: 'http://prometheus.monitoring:9090',
      query: `sum(rate(errors_total{service="${arg.service}"}[5m])) / sum(rate(requests_total{service="${arg.service}"}[5m]))`,
      success: Condition.below(arg.limit),
      interval: '1m', count: 4, failureLimit: 1, inconclusiveLimit: 1,
    })],
  });
}

/** A template of these metrics, which ask a web service and so measure anything. */
function template(metrics: Record<string, object>, spec: object = {}) {
  const list = Object.entries(metrics).map(([name, metric]) => ({ name, provider: { web: { url: 'http://web/status' } }, ...metric }));
  return { apiVersion: 'argoproj.io/v1alpha1', kind: 'AnalysisTemplate', metadata: { name: 'smoke' }, spec: { metrics: list, ...spec } };
}

describe('AnalysisTrial of a check', () => {
  test('says what became of each measurement, of each metric and of the run', () => {
    const result = AnalysisTrial.of(errorRate(), { args: { service: 'web' } })
      .measure({ 'error-rate': [[0.01], [0.2], AnalysisTrial.error('timeout'), [0.3], [0.01]] });
    expect(result).toEqual({
      phase: 'Failed',
      message: 'metric "error-rate" is Failed: failed (2) > failureLimit (1)',
      metrics: {
        'error-rate': {
          phase: 'Failed',
          message: 'failed (2) > failureLimit (1)',
          measurements: [
            { phase: 'Successful', value: [0.01] },
            { phase: 'Failed', value: [0.2] },
            { phase: 'Error', message: 'timeout' },
            { phase: 'Failed', value: [0.3] },
          ],
        },
      },
    });
  });

  test('a flat list of numbers is refused for a query that gives series', () => {
    expect(() => AnalysisTrial.of(errorRate(), { args: { service: 'web' } }).measure({ 'error-rate': [0.01, 0.2, 0.3] }))
      .toThrow('metric "error-rate": its query gives a list of series, never 0.01 alone. record a list for each measurement, [0.01], so two of them are [[0.01], [0.2]]');
  });

  test('empty results and NaN are what the condition says', () => {
    const result = AnalysisTrial.of(errorRate(), { args: { service: 'web' } }).measure({ 'error-rate': [[], [NaN], [0.01]] });
    expect(result.phase).toBe('Inconclusive');
    expect(result.metrics['error-rate']!.measurements.map(({ phase }) => phase)).toEqual(['Inconclusive', 'Inconclusive']);
  });

  test('arguments are put in their places', () => {
    const trial = AnalysisTrial.of(errorRate(), { args: { service: 'web', limit: 0.5 } });
    expect(trial.measure({ 'error-rate': [[0.2], [0.2], [0.2], [0.2]] }).phase).toBe('Successful');
  });

  test('too few measurements leave it running, and the end of the rollout makes it successful', () => {
    const args = { service: 'web' };
    expect(AnalysisTrial.of(errorRate(), { args }).measure({ 'error-rate': [[0.01]] }).phase).toBe('Running');
    expect(AnalysisTrial.of(errorRate(), { args, terminate: true }).measure({ 'error-rate': [[0.01]] }).phase).toBe('Successful');
  });

  test.each([
    ['a missing argument', () => AnalysisTrial.of(errorRate()), /"service" gets no value/],
    ['an unknown argument', () => AnalysisTrial.of(errorRate(), { args: { servcie: 'web' } }), /no argument "servcie".*service, limit/],
    ['an unknown metric', () => AnalysisTrial.of(errorRate(), { args: { service: 'web' } }).measure({ 'error-rat': [] }), /no metric "error-rat"/],
    ['a metric without a record', () => AnalysisTrial.of(errorRate(), { args: { service: 'web' } }).measure({}), /nothing was recorded.*"error-rate"/],
    ['a value that the provider never measures',
      () => AnalysisTrial.of(errorRate(), { args: { service: 'web' } }).measure({ 'error-rate': ['0.01'] }), /prometheus never measures "0.01"/],
    ['a construct without a template', () => AnalysisTrial.of(new ArgoChart(new TestApp(), 'shop')), /0 AnalysisTemplates/],
  ])('%s is refused', (_, attempt, message) => {
    expect(attempt).toThrow(message);
  });
});

describe('AnalysisTrial of checks that are put together', () => {
  const up = (name: string): Metric => Metric.prometheus(name, { address: 'http://prometheus.monitoring:9090', query: 'up', success: Condition.atLeast(1) });

  test('nested checks are measured with it', () => {
    const chart = shop();
    const inner = new AnalysisCheck(chart, 'Inner', { metrics: () => [up('inner')] });
    const outer = new AnalysisCheck(chart, 'Outer', { nested: [inner], metrics: () => [up('outer')] });
    expect(AnalysisTrial.of(outer).measure({ outer: [[1]], inner: [[0]] })).toMatchObject({
      phase: 'Failed', message: expect.stringContaining('metric "inner" is Failed'),
    });
    expect(() => AnalysisTrial.of(outer).measure({ outer: [[1]] })).toThrow('nothing was recorded for the metric "inner"');
  });

  test('one that only nests others works, and hands on its arguments and dry runs', () => {
    const chart = shop();
    const inner = new ClusterAnalysisCheck(chart, 'Inner', {
      args: { limit: Arg.required() },
      metrics: ({ limit }) => [
        Metric.prometheus('errors', { address: 'http://prometheus.monitoring:9090', query: 'errors', success: Condition.below(limit) }), up('tried'),
      ],
      dryRun: ['tried'],
    });
    const outer = new AnalysisCheck(chart, 'Outer', { args: { limit: Arg.defaultsTo(0.1) }, nested: [inner] });
    const measure = (args: Record<string, number>) => AnalysisTrial.of(outer, { args }).measure({ errors: [[0.2]], tried: [[0]] }).phase;
    expect([measure({}), measure({ limit: 0.5 })]).toEqual(['Failed', 'Successful']);
  });

  test('a nested one that is made elsewhere is needed as a manifest', () => {
    const chart = shop();
    const elsewhere = ClusterAnalysisCheck.fromName(chart, 'Budget', { name: 'budget' });
    const outer = new AnalysisCheck(chart, 'Outer', { nested: [elsewhere], metrics: () => [up('outer')] });
    expect(() => AnalysisTrial.of(outer)).toThrow('AnalysisTemplate outer nests ClusterAnalysisTemplate budget, which is made elsewhere. give its manifest');
    const budget = { ...template({ spent: { successCondition: 'result < 1' } }), kind: 'ClusterAnalysisTemplate', metadata: { name: 'budget' } };
    expect(AnalysisTrial.of(outer, { templates: [budget] }).measure({ outer: [[1]], spent: [2] }).phase).toBe('Failed');
    expect(() => AnalysisTrial.of(elsewhere)).toThrow('ClusterAnalysisTemplate budget is made elsewhere');
  });

  test('templates that the controller would not merge are refused', () => {
    const spec = { metrics: [], templates: [{ templateName: 'smoke' }], args: [{ name: 'limit', value: '1' }] };
    const outer = { kind: 'AnalysisTemplate', metadata: { name: 'outer' }, spec };
    const inner = template({ up: {} }, { args: [{ name: 'limit', value: '2' }] });
    expect(() => AnalysisTrial.of(outer, { templates: [inner] })).toThrow('give the argument "limit" different values: "1" and "2"');
    const twice = { ...outer, spec: { ...spec, args: [], metrics: [{ name: 'up' }] } };
    expect(() => AnalysisTrial.of(twice, { templates: [inner] })).toThrow('two metrics of the analysis are named "up"');
  });
});

describe('AnalysisTrial of a check with arguments', () => {
  test('takes what withArgs was given, and args are stronger', () => {
    const bound = errorRate().withArgs({ service: 'web', limit: 0.3 });
    const phase = (args: Record<string, number>) => AnalysisTrial.of(bound, { args }).measure({ 'error-rate': [[0.2], [0.2], [0.2], [0.2]] }).phase;
    expect([phase({}), phase({ limit: 0.1 })]).toEqual(['Successful', 'Failed']);
  });

  test('what only the cluster knows needs no value, unless it decides', () => {
    const bound = errorRate().withArgs({ service: Arg.canaryService() });
    expect(AnalysisTrial.of(bound).measure({ 'error-rate': [[0.01], [0.01], [0.01], [0.01]] }).phase).toBe('Successful');
    const deciding = errorRate().withArgs({ service: 'web', limit: Arg.field("metadata.labels['limit']") });
    expect(() => AnalysisTrial.of(deciding)).toThrow('decided by the argument "limit", whose value only the cluster knows. pass one to try it with: { args: { limit: ... } }');
    expect(AnalysisTrial.of(deciding, { args: { limit: 1 } }).measure({ 'error-rate': [[0.5], [2], [2]] }).phase).toBe('Failed');
  });

  test("Kargo's expressions are known in the cluster only", () => {
    const bound = errorRate().withArgs({ service: '${{ ctx.stage }}', limit: '${{ vars.limit }}' });
    expect(() => AnalysisTrial.of(bound)).toThrow('decided by the argument "limit", whose value only the cluster knows');
    expect(AnalysisTrial.of(bound, { args: { limit: 1 } }).measure({ 'error-rate': [[2], [2]] }).phase).toBe('Failed');
  });

  test('a Secret needs no value', () => {
    const check = new AnalysisCheck(shop(), 'Smoke', {
      args: { token: Arg.fromSecret({ name: 'smoke', key: 'token' }) },
      metrics: ({ token }) => [Metric.web('status', {
        url: 'http://web.shop:8080/status', headers: { Authorization: `Bearer ${token}` }, jsonPath: '{$.status}', success: Condition.equals('ok'),
      })],
    });
    expect(AnalysisTrial.of(check).measure({ status: ['ok'] }).phase).toBe('Successful');
    expect(AnalysisTrial.of(check, { args: { token: 'abc' } }).measure({ status: ['bad'] }).phase).toBe('Failed');
  });
});

describe('AnalysisTrial of a web metric', () => {
  const measure = (jsonPath: string, answer: RecordedMeasurement) =>
    AnalysisTrial.of(template({ m: { provider: { web: { url: 'http://web/status', jsonPath } } } })).measure({ m: [answer] }).phase;

  test.each([
    ['{$.status}', { status: 'ok' }, '{"status":"ok"} is the answer, and its conditions judge what the jsonPath {$.status} finds in it. record "ok"'],
    ["{$.data[1]['a-b'].c}", { data: [0, { 'a-b': { c: 2 } }] }, 'record 2'],
    ['{.status}', { status: null }, 'record null'],
  ])('the whole answer is refused where %s is measured', (jsonPath, answer, message) => {
    expect(() => measure(jsonPath, answer)).toThrow(message);
  });

  test.each([
    ['{$.status}', 'ok'], ['{$.data}', { ok: true }], ['{$}', { status: 'ok' }], ['{$.items[*].name}', { items: [] }], ['{$.items[0]}', { items: [] }],
  ])('%s may find %j', (jsonPath, found) => {
    expect(measure(jsonPath, found)).toBe('Successful');
  });
});

describe('AnalysisTrial of a manifest', () => {
  test('the worst metric decides, and ends the others', () => {
    const result = AnalysisTrial.of(template({
      quick: { interval: '10s', count: 2, successCondition: 'result == "ok"' },
      slow: { interval: '1m', successCondition: 'result == "ok"' },
    })).measure({ quick: ['ok', 'bad'], slow: ['ok', 'ok', 'ok'] });
    expect(result).toMatchObject({ phase: 'Failed', metrics: { quick: { phase: 'Failed' }, slow: { phase: 'Successful' } } });
    expect(result.metrics.slow!.measurements).toHaveLength(1);
  });

  test('five errors in a row end it, and ten seconds lie between them', () => {
    const result = AnalysisTrial.of(template({ broken: { interval: '1m' }, other: { interval: '30s' } })).measure({
      broken: Array.from({ length: 5 }, () => AnalysisTrial.error('connection refused')),
      other: [1, 1, 1, 1, 1],
    });
    expect(result.message).toBe(
      'metric "broken" is Error: consecutiveErrors (5) > consecutiveErrorLimit (4). the last measurement: connection refused',
    );
    expect(result.metrics.other!.measurements).toHaveLength(2);
  });

  test('a metric of a dry run decides nothing', () => {
    const metrics = { tried: { successCondition: 'result < 1' }, real: {} };
    expect(AnalysisTrial.of(template(metrics)).measure({ tried: [5], real: [1] }).phase).toBe('Failed');
    expect(AnalysisTrial.of(template(metrics, { dryRun: [{ metricName: 'tri' }] })).measure({ tried: [5], real: [1] })).toMatchObject({
      phase: 'Successful', metrics: { tried: { phase: 'Failed' } },
    });
  });

  test('providers that judge themselves give a verdict', () => {
    const job = template({ smoke: { provider: { job: { spec: {} } } } });
    expect(AnalysisTrial.of(job).measure({ smoke: [AnalysisTrial.judged('Failed')] }).phase).toBe('Failed');
    expect(() => AnalysisTrial.of(job).measure({ smoke: [1] })).toThrow(/AnalysisTrial\.judged/);
  });

  test('an initial delay comes before the first measurement', () => {
    const result = AnalysisTrial.of(template({ late: { initialDelay: '1m' }, early: { failureCondition: 'result > 1' } }))
      .measure({ late: [1], early: [2] });
    expect(result.metrics.late).toMatchObject({ phase: 'Successful', measurements: [] });
  });
});

describe('AnalysisTrial of what the controller would refuse', () => {
  const prometheus = { address: 'http://prometheus.monitoring:9090', query: 'up' };
  const trialOf = (metric: JsonObject) => AnalysisTrial.of({
    apiVersion: 'argoproj.io/v1alpha1', kind: 'AnalysisTemplate', metadata: { name: 'smoke' },
    spec: { metrics: [{ name: 'up', successCondition: 'result[0] == 1', provider: { prometheus }, ...metric }] },
  });

  test.each<[string, JsonObject]>([
    ['more failures than measurements', { count: 2, interval: '1m', failureLimit: 5 }],
    ['neither failures nor successes count', { failureLimit: -1 }],
    ['several measurements without time between them', { count: 3 }],
    ['two providers', { provider: { prometheus, graphite: { address: 'http://graphite', query: 'a' } } }],
    ['no provider', { provider: {} }],
    ['an interval without unit', { interval: '60' }],
  ])('%s', (_, metric) => {
    expect(() => trialOf(metric)).toThrow('the controller would end this analysis in Error before it measures anything');
  });

  test('what it would measure is tried', () => {
    expect(trialOf({ count: 2, interval: '1m', failureLimit: 1 }).measure({ up: [[1], [1]] }).phase).toBe('Successful');
  });
});
