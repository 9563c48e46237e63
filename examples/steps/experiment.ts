import { AnalysisCheck, Arg, type ArgoApp, CanaryStep, Condition, Experiment, ExperimentValue, Metric, promql } from 'cdk8s-argo';
import * as kplus from 'cdk8s-plus-27';
import type { Construct } from 'constructs';
import { chartFor, web } from './web';

/** How much more often pods of one version fail than those of the other. */
function comparison(scope: Construct) {
  return new AnalysisCheck(scope, 'Comparison', {
    args: { baseline: Arg.required(), candidate: Arg.required() },
    metrics: (arg) => [
      Metric.prometheus('more-errors', {
        address: 'http://prometheus.monitoring:9090',
        query: promql`
          (sum(rate(http_requests_total{pod_template_hash="${arg.candidate}",code=~"5.."}[5m])) or vector(0))
            - (sum(rate(http_requests_total{pod_template_hash="${arg.baseline}",code=~"5.."}[5m])) or vector(0))`,
        success: Condition.below(1),
        interval: '1m', count: 10, failureLimit: 1, initialDelay: '2m',
      }),
    ],
  });
}

/** Pods of both versions get the same small share of the traffic, and are compared with each other. */
export function experiment(app: ArgoApp): void {
  const chart = chartFor(app, 'experiment');
  const compared = comparison(chart).withArgs({
    baseline: ExperimentValue.podTemplateHash('baseline'), candidate: ExperimentValue.podTemplateHash('candidate'),
  });
  web(chart, [
    CanaryStep.experiment({
      templates: [
        { name: 'baseline', specRef: 'stable', weight: 5 },
        { name: 'candidate', specRef: 'canary', weight: 5 },
      ],
      analyses: [{ name: 'compare', check: compared, requiredForCompletion: true }],
    }),
    ...CanaryStep.ramp([20, 60], { pause: '10m' }),
  ]);
}

/** The same without a release: two images are tried out for an hour when this is applied. */
export function standaloneExperiment(app: ArgoApp): void {
  const chart = chartFor(app, 'standalone-experiment');
  const compared = comparison(chart).withArgs({
    baseline: ExperimentValue.podTemplateHash('json'), candidate: ExperimentValue.podTemplateHash('protobuf'),
  });
  const trial = new Experiment(chart, 'Trial', { duration: '1h', analyses: [{ name: 'compare', check: compared }] });
  for (const format of ['json', 'protobuf']) {
    trial.addTemplate(format, {
      containers: [{
        image: `registry.example.com/shop/web:4.2.0-${format}`, portNumber: 8080,
        readiness: kplus.Probe.fromHttpGet('/healthz'), liveness: kplus.Probe.fromHttpGet('/livez'),
      }],
    });
  }
}
