import { AnalysisCheck, Arg, ArgoChart, type ArgoChartProps, CanaryRollout, CanaryStep, Condition, Metric, promql, TrafficRouter } from 'cdk8s-argo';
import { Probe } from 'cdk8s-plus-27';
import type { Construct } from 'constructs';

/** The canary of the README as a class, for the pieces of code that start from one. */
export class WebChart extends ArgoChart {
  public constructor(scope: Construct, id: string, props: ArgoChartProps = { namespace: 'shop' }) {
    super(scope, id, props);
    const errorRate = new AnalysisCheck(this, 'ErrorRate', {
      args: { service: Arg.required() },
      metrics: (arg) => [Metric.prometheus('error-rate', {
        address: 'http://prometheus.monitoring:9090',
        query: promql`sum(rate(errors_total{service="${arg.service}"}[5m]))`,
        success: Condition.below(1),
      })],
    });
    new CanaryRollout(this, 'Web', {
      containers: [{ image: 'registry.example.com/web:2.1.0', portNumber: 8080, readiness: Probe.fromHttpGet('/healthz') }],
      trafficRouting: TrafficRouter.istio(),
      steps: [CanaryStep.setWeight(5), CanaryStep.analysis(errorRate.withArgs({ service: Arg.canaryService() }))],
    });
  }
}
