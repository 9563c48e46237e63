import { groupOf, type Manifest } from '../manifests/manifest';
import { Place } from '../manifests/references/place';
import { canaryCourse } from '../simulation/course/canary-course';
import { courseChecks } from '../simulation/course/course-checks';

/** How long an update of a Rollout takes, beside the time that its pods need to start. */
export interface ReleaseTime {
  /** Seconds of its pauses and checks, as far as they are known; more than 0. */
  readonly seconds: number;
  /** Whether it takes longer than that: a plugin decides, or a check whose template is not among the manifests. */
  readonly isAtLeast: boolean;
}

/**
 * How long an update of a Rollout takes by itself. Undefined for other objects, and for a Rollout that does not pause and is not checked
 * before it is healthy. Checks beside the steps end with them, and so take no time of their own.
 *
 * @param manifests where the templates of its checks are looked for
 * @see rollout/canary.go and rollout/bluegreen.go in argoproj/argo-rollouts
 */
export function releaseTime(manifest: Manifest, manifests: readonly Manifest[]): ReleaseTime | undefined {
  if (manifest.kind !== 'Rollout' || groupOf(manifest.apiVersion) !== 'argoproj.io') return undefined;
  const strategy = Place.root(manifest).at('spec', 'strategy');
  const times = strategy.at('canary').exists
    ? canaryCourse(manifest, manifests).steps.map(({ seconds }) => seconds)
    : blueGreenTimes(strategy.at('blueGreen'), manifests);
  const known = times.filter((seconds) => seconds !== undefined && Number.isFinite(seconds));
  const seconds = known.reduce<number>((sum, one) => sum + (one ?? 0), 0);
  return seconds > 0 ? { seconds, isAtLeast: known.length < times.length } : undefined;
}

/** One after the other: the countdown starts when the checks before the promotion have succeeded. */
function blueGreenTimes(blueGreen: Place, manifests: readonly Manifest[]): ReadonlyArray<number | undefined> {
  const timeOf = (key: string): number | undefined => {
    const times = courseChecks(blueGreen.at(key), manifests).map(({ seconds }) => seconds);
    return times.every((seconds) => seconds !== undefined) ? Math.max(0, ...times) : undefined;
  };
  const { value } = blueGreen.at('autoPromotionSeconds');
  return [timeOf('prePromotionAnalysis'), typeof value === 'number' ? value : 0, timeOf('postPromotionAnalysis')];
}
