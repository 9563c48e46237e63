import { type ArgoApp, CanaryStep } from 'cdk8s-argo';
import { errorRate } from './error-rate';
import { chartFor, web } from './web';

/** A third of the reading requests are copied to the new version; only what reads is safe to be done twice. */
export function setMirrorRoute(app: ArgoApp): void {
  const chart = chartFor(app, 'set-mirror-route');
  web(chart, [
    CanaryStep.setCanaryScale({ weight: 30 }),
    CanaryStep.setMirrorRoute({ route: 'shadow', percentage: 33, match: [{ method: { exact: 'GET' }, path: { prefix: '/' } }] }),
    CanaryStep.pause('5m'),
    CanaryStep.analysis(errorRate(chart)),
    CanaryStep.removeMirrorRoute('shadow'),
    CanaryStep.setWeight(20),
    CanaryStep.setCanaryScale({ matchTrafficWeight: true }),
    CanaryStep.pause('10m'),
    ...CanaryStep.ramp([60], { pause: '10m' }),
  ]);
}
