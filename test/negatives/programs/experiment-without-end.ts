// Without a duration and without a check that is required, nothing ends the experiment.
import { type ArgoApp, ArgoChart, CanaryRollout, CanaryStep, type ExperimentStepProps, TrafficRouter } from 'cdk8s-argo';
import * as kplus from 'cdk8s-plus-27';

export function program(app: ArgoApp): void {
  const chart = new ArgoChart(app, 'web', { namespace: 'shop' });
  const endless = { templates: [{ name: 'trial', specRef: 'canary' }] } as unknown as ExperimentStepProps;
  new CanaryRollout(chart, 'Web', {
    containers: [{ image: 'registry.example.com/web:1.0.0', portNumber: 8080, readiness: kplus.Probe.fromHttpGet('/healthz') }],
    trafficRouting: TrafficRouter.istio(),
    steps: [CanaryStep.experiment(endless)],
  });
}
