import { AnalysisCheck } from '../../src/analysis/analysis-check';
import { Arg } from '../../src/analysis/argument';
import { Condition } from '../../src/analysis/condition';
import { Metric } from '../../src/analysis/metric';
import { ArgoChart } from '../../src/app/argo-chart';
import { AnalysisTrial } from '../../src/testing/analysis-trial';
import { TestApp } from '../../src/testing/test-app';

function errorRate() {
  return new AnalysisCheck(new ArgoChart(new TestApp(), 'shop', { namespace: 'shop' }), 'ErrorRate', {
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
