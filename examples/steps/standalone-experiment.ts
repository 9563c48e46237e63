import { type ArgoApp, Experiment, ExperimentValue } from 'cdk8s-argo';
import * as kplus from 'cdk8s-plus-27';
import { comparison } from './comparison';
import { chartFor } from './web';

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
