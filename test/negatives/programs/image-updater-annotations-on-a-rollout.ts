// The annotations of the Image Updater are read from Applications, not from what they deploy.
import { type ArgoApp, ArgoChart, CanaryRollout, CanaryStep, ImageUpdaterAnnotations, TrafficRouter, UpdatedImage, WriteBack } from 'cdk8s-argo';
import * as kplus from 'cdk8s-plus-27';

export function program(app: ArgoApp): void {
  const chart = new ArgoChart(app, 'web', { namespace: 'shop' });
  new CanaryRollout(chart, 'Web', {
    containers: [{ image: 'registry.example.com/shop/web:1.0.0', portNumber: 8080, readiness: kplus.Probe.fromHttpGet('/healthz') }],
    trafficRouting: TrafficRouter.istio(),
    steps: [CanaryStep.setWeight(20), CanaryStep.pauseUntilPromoted()],
    metadata: { annotations: ImageUpdaterAnnotations.of({
      images: [UpdatedImage.semver({ image: 'registry.example.com/shop/web' })], writeBack: WriteBack.git({ branch: 'main' }),
    }) },
  });
}
