import { type ArgoApp, CanaryProfile } from 'cdk8s-argo';
import { errorRate } from './error-rate';
import { chartFor, web } from './web';

/** How the teams of this company release at night, when nobody watches: said once, used everywhere. */
const NIGHTLY = CanaryProfile.of('nightly', { weights: [1, 10, 50], pause: '30m' });

/** A profile of the library with a check after each weight, and one of our own. */
export function profiles(app: ArgoApp): void {
  const standard = chartFor(app, 'profile-standard');
  web(standard, CanaryProfile.STANDARD.steps(errorRate(standard)));
  web(chartFor(app, 'profile-nightly'), NIGHTLY.steps());
}
