import { AnalysisCheck, Arg, ArgoApp, ArgoChart, Condition, Metric, promql } from 'cdk8s-argo';
import { AnalysisTrial } from 'cdk8s-argo/testing';

describe('the check of the shop', () => {
  const chart = new ArgoChart(new ArgoApp({ outdir: 'dist' }), 'shop', { namespace: 'shop' });
  const errorRate = new AnalysisCheck(chart, 'ErrorRate', {
    args: { service: Arg.required(), limit: Arg.defaultsTo(0.05) },
    metrics: (arg) => [
      Metric.prometheus('error-rate', {
        address: 'http://prometheus.monitoring:9090',
        query: promql`sum(rate(http_requests_total{service="${arg.service}",code=~"5.."}[5m]))`,
        success: Condition.below(arg.limit),
        interval: '1m', count: 5, failureLimit: 1,
      }),
    ],
  });

  const trial = AnalysisTrial.of(errorRate, { args: { service: 'web' } });

  test('one bad minute is forgiven', () => {
    expect(trial.measure({ 'error-rate': [[0.01], [0.2], [0.01], [0.02], [0.01]] }).phase).toBe('Successful');
  });

  test('two bad minutes abort the release', () => {
    expect(trial.measure({ 'error-rate': [[0.01], [0.2], [0.3]] }).phase).toBe('Failed');
  });

  test('a service that nobody calls is for a person to decide', () => {
    expect(trial.measure({ 'error-rate': [[]] }).phase).toBe('Inconclusive');
  });

  test('a server that cannot be reached five times in a row is an error', () => {
    expect(trial.measure({ 'error-rate': Array.from({ length: 5 }, () => AnalysisTrial.error('timeout')) }).phase).toBe('Error');
  });

  const release = new AnalysisCheck(chart, 'Release', {
    args: { service: Arg.required(), token: Arg.fromSecret({ name: 'smoke-test', key: 'token' }) },
    nested: [errorRate],
    metrics: (arg) => [
      Metric.web('status', {
        url: `http://${arg.service}.shop:8080/status`, headers: { Authorization: `Bearer ${arg.token}` },
        jsonPath: '{$.status}', success: Condition.equals('ok'),
      }),
    ],
  });

  test('a release needs both checks to pass', () => {
    const strict = AnalysisTrial.of(release.withArgs({ service: Arg.canaryService() }));
    expect(strict.measure({ status: ['ok'], 'error-rate': [[0.2], [0.3]] }).phase).toBe('Failed');
  });
});
