import type { Manifest } from '../../manifests/manifest';
import { Place } from '../../manifests/references/place';
import { secondsText } from '../metric-words';
import { podsOf, reachableSplit, weightOf } from '../reachable-weights';
import { courseChecks } from './course-checks';
import type { Course, CourseStep } from './course-step';
import { stepAction } from './step-action';

const DEFAULT_SURGE = '25%';
const DEFAULT_ABORT_DELAY = 30;

/** What a canary will do, from its manifest and from the templates of its checks. */
export function canaryCourse(rollout: Manifest, manifests: readonly Manifest[]): Course {
  const root = Place.root(rollout);
  const canary = root.at('spec', 'strategy', 'canary');
  const routing = canary.at('trafficRouting');
  const share = routing.exists ? shareOfTraffic(routing) : shareOfPods(root, canary);
  let weight = 0;
  const steps = canary.at('steps').items.map((step, i): CourseStep => {
    const set = step.at('setWeight').value;
    if (typeof set === 'number') weight = set;
    return { number: i + 1, ...share(weight), ...stepAction(step, manifests) };
  });
  const router = routing.fields.find(([key, value]) => !['managedRoutes', 'maxTrafficWeight'].includes(key) && value.exists);
  const background = canary.at('analysis');
  const from = background.at('startingStep').value;
  return {
    name: rollout.metadata.name ?? '',
    ...router && { router: router[0] === 'plugins' ? router[1].fields[0]?.[0] ?? 'a plugin' : router[0] },
    steps,
    ...background.exists && { background: { from: (typeof from === 'number' ? from : 0) + 1, checks: courseChecks(background, manifests) } },
    abort: routing.exists ? routedAbort(canary) : 'old pods come back as new ones go, as fast as maxSurge and maxUnavailable permit',
  };
}

type Share = (weight: number) => Pick<CourseStep, 'percent' | 'pods'>;

function shareOfTraffic(routing: Place): Share {
  const max = routing.at('maxTrafficWeight').value;
  return (weight) => ({ percent: weight * 100 / (typeof max === 'number' && max > 0 ? max : 100) });
}

/** Where pods split the traffic, a weight is what their number comes to, if anybody has said it. */
function shareOfPods(root: Place, canary: Place): Share {
  const replicas = root.at('spec', 'replicas').value;
  if (typeof replicas !== 'number' || replicas === 0) return (weight) => ({ percent: weight });
  const amount = canary.at('maxSurge').value;
  const surge = podsOf(typeof amount === 'number' || typeof amount === 'string' ? amount : DEFAULT_SURGE, replicas, 'up') ?? 0;
  return (weight) => {
    const pods = reachableSplit(weight, { replicas, surge });
    return { percent: weightOf(pods), pods };
  };
}

/** @see rollout/trafficrouting.go and utils/defaults/defaults.go in argoproj/argo-rollouts */
function routedAbort(canary: Place): string {
  if (canary.at('dynamicStableScale').value === true) return 'the old version gets its traffic back as its pods come back';
  const delay = canary.at('abortScaleDownDelaySeconds').value;
  if (delay === 0) return 'back to 0 % at once, and the new pods stay';
  return `back to 0 % at once, and the new pods go after ${secondsText(typeof delay === 'number' ? delay : DEFAULT_ABORT_DELAY)}`;
}
