import { AnalysisCheck, Arg, ArgoChart, BackgroundAnalysis, CanaryRollout, CanaryStep, Condition, Measurements, Metric, promql, TrafficRouter } from 'cdk8s-argo';
import { AnalysisTrial, installMatchers, Manifests, TestApp } from 'cdk8s-argo/testing';
import * as kplus from 'cdk8s-plus-27';
import type { Construct } from 'constructs';
import { showsFailure, showsReport, showsYaml } from '../../shown';

installMatchers(expect);

function checkout(scope: Construct) {
  return new AnalysisCheck(scope, 'Checkout', {
    args: { service: Arg.required(), limit: Arg.defaultsTo(0.02) },
    metrics: (arg) => [
      Metric.prometheus('error-rate', {
        address: 'http://prometheus.monitoring:9090',
        query: promql`
          (sum(rate(http_requests_total{service="${arg.service}",code=~"5.."}[2m])) or vector(0))
            / sum(rate(http_requests_total{service="${arg.service}"}[2m]))`,
        success: Condition.below(arg.limit),
        // 5 measurements, one every 1m, the first after 3m; fails at the 2nd failed one; ends after 7m.
        measure: Measurements.of({ every: '1m', times: 5, initialDelay: '3m', failAfter: 2 }),
      }),
    ],
  });
}

function web(scope: Construct, steps: Array<CanaryStep<never>>, backgroundAnalysis?: BackgroundAnalysis): void {
  new CanaryRollout(scope, 'Web', {
    replicas: 10,
    containers: [{ image: 'registry.example.com/shop/web:4.2.0', portNumber: 8080, readiness: kplus.Probe.fromHttpGet('/healthz') }],
    trafficRouting: TrafficRouter.istio({ hosts: ['shop.example.com'], gateways: ['istio-system/public'] }),
    steps,
    backgroundAnalysis,
  });
}

// Between two weights: the release waits for the answer.
class Inline extends ArgoChart {
  public constructor(scope: Construct, id: string) {
    super(scope, id, { namespace: 'shop' });
    const errorRate = checkout(this);
    web(this, [
      CanaryStep.setWeight(5),
      CanaryStep.analysis(errorRate.withArgs({ service: Arg.canaryService(), limit: 0.01 })),
      ...CanaryStep.ramp([20, 50], { pause: '10m' }),
    ]);
  }
}

// A metric that is new: reported, and without a say.
class LooksOn extends ArgoChart {
  public constructor(scope: Construct, id: string) {
    super(scope, id, { namespace: 'shop' });
    const errorRate = checkout(this);
    web(this, [
      CanaryStep.setWeight(5),
      CanaryStep.analysis({ checks: [errorRate.withArgs({ service: Arg.canaryService() })], dryRun: ['error-rate'] }),
      ...CanaryStep.ramp([20, 50], { pause: '10m' }),
    ]);
  }
}

// Beside the steps, until the promotion.
class Background extends ArgoChart {
  public constructor(scope: Construct, id: string) {
    super(scope, id, { namespace: 'shop' });
    const watched = new AnalysisCheck(this, 'Watched', {
      args: { service: Arg.required() },
      metrics: (arg) => [
        Metric.prometheus('rate-of-errors', {
          address: 'http://prometheus.monitoring:9090',
          query: promql`sum(rate(http_requests_total{service="${arg.service}",code=~"5.."}[2m])) or vector(0)`,
          success: Condition.below(1),
          measure: Measurements.of({ every: '1m', initialDelay: '3m', failAfter: 2 }),
        }),
      ],
    });
    web(
      this,
      CanaryStep.ramp([5, 20, 50], { pause: '10m' }),
      BackgroundAnalysis.of([watched.withArgs({ service: Arg.canaryService() })], { startingStep: 1 }),
    );
  }
}

// What a copied example often looks like.
class Copied extends ArgoChart {
  public constructor(scope: Construct, id: string) {
    super(scope, id, { namespace: 'shop' });
    const check = new AnalysisCheck(this, 'Copied', {
      metrics: () => [
        Metric.prometheus('error-rate', {
          address: 'http://prometheus.monitoring:9090',
          query: promql`sum(rate(http_requests_total{service="web-canary",code=~"5.."}[2m])) / sum(rate(http_requests_total{service="web-canary"}[2m]))`,
          success: Condition.expression({ successCondition: 'result[0] < 0.02' }),
          interval: '1m', count: 5, failureLimit: 1,
        }),
      ],
    });
    web(this, [CanaryStep.setWeight(5), CanaryStep.analysis(check.withArgs()), ...CanaryStep.ramp([20, 50], { pause: '10m' })]);
  }
}

// Five measurements of which five may fail.
function neverFails(chart: ArgoChart): void {
  new AnalysisCheck(chart, 'NeverFails', {
    metrics: () => [
      Metric.prometheus('error-rate', {
        address: 'http://prometheus.monitoring:9090', query: promql`up`, success: Condition.below(0.02),
        interval: '1m', count: 5, failureLimit: 5,
      }),
    ],
  });
}

describe('a check that a release may trust', () => {
  for (const Release of [Inline, LooksOn, Background]) showsYaml(new Release(new TestApp(), 'web'));
  showsReport(new Copied(new TestApp(), 'web'));
  showsFailure(() => neverFails(new ArgoChart(new TestApp(), 'web', { namespace: 'shop' })));

  const trial = AnalysisTrial.of(checkout(new ArgoChart(new TestApp(), 'web', { namespace: 'shop' })), { args: { service: 'web-canary' } });

  test('is measured as its comment says', () => {
    const measure = Measurements.of({ every: '1m', times: 5, initialDelay: '3m', failAfter: 2 });
    expect(measure.inWords()).toBe('5 measurements, one every 1m, the first after 3m; fails at the 2nd failed one; ends after 7m');
  });

  test('passes a quiet release', () => {
    expect(trial.measure({ 'error-rate': [[0.001], [0], [0.004], [0.002], [0]] })).toHavePhase('Successful');
  });

  test('forgives one bad minute, and not two', () => {
    expect(trial.measure({ 'error-rate': [[0.001], [0.3], [0], [0], [0]] })).toHavePhase('Successful');
    expect(trial.measure({ 'error-rate': [[0.001], [0.3], [0], [0.2]] })).toHavePhase('Failed', 'failureLimit');
  });

  test('asks a person when nobody called the canary', () => {
    // 0 / 0: no request, so no share of them.
    expect(trial.measure({ 'error-rate': [[NaN]] })).toHavePhase('Inconclusive');
    expect(trial.measure({ 'error-rate': [[]] })).toHavePhase('Inconclusive');
  });

  test('needs Prometheus five times in a row before it gives up', () => {
    const refused = AnalysisTrial.error('connection refused');
    expect(trial.measure({ 'error-rate': [refused, refused, refused, refused, [0], [0], [0], [0], [0]] })).toHavePhase('Successful');
    expect(trial.measure({ 'error-rate': [refused, refused, refused, refused, refused] })).toHavePhase('Error');
  });

  showsFailure(() => expect(trial.measure({ 'error-rate': [[0.001], [0.3], [0], [0.2]] })).toHavePhase('Successful'));

  test('has nothing to be said against it', () => {
    for (const Release of [Inline, LooksOn, Background]) Manifests.fromChart(new Release(new TestApp(), 'web')).isValid('info');
  });

});
