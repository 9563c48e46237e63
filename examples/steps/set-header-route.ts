import { type ArgoApp, CanaryStep } from 'cdk8s-argo';
import { chartFor, web } from './web';

/** People with the header of the beta programme get the new version first, then everybody. */
export function setHeaderRoute(app: ArgoApp): void {
  web(chartFor(app, 'set-header-route'), [
    CanaryStep.setCanaryScale({ replicas: 2 }),
    CanaryStep.setHeaderRoute({ route: 'beta', match: [{ header: 'x-beta', exact: 'true' }, { header: 'x-team', prefix: 'shop-' }] }),
    CanaryStep.pauseUntilPromoted(),
    CanaryStep.removeHeaderRoute('beta'),
    CanaryStep.setWeight(20),
    CanaryStep.setCanaryScale({ matchTrafficWeight: true }),
    CanaryStep.pause('10m'),
    ...CanaryStep.ramp([60], { pause: '10m' }),
  ]);
}
