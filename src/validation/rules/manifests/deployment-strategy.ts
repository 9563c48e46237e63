import type { JsonObject, JsonValue } from '../../../manifests/json';
import { pointer } from '../../../manifests/pointer';
import { defineRule } from '../../rule';
import { shown } from '../../schema/describe-value';
import { exampleDeployment } from '../pods/example-deployment';
import { isSet, numberField, objectField, textField } from '../rollouts/fields';
import { specOf } from '../rollouts/rollout-strategy';

const TYPES = ['Recreate', 'RollingUpdate'];
/** What the API server fills in, in seconds. */
const DEADLINE = 600;

/** A Deployment that replaces its pods like this. */
function replacing(strategy: string): string {
  return exampleDeployment({ spec: `strategy:\n  ${strategy}` });
}

/** Finds Deployments whose way to replace pods the API server refuses. */
export const deploymentStrategy = defineRule({
  id: 'manifests/deployment-strategy',
  severity: 'error',
  kinds: ['apps/Deployment'],
  since: '0.1.0',
  implements: [],
  title: 'a Deployment can replace its pods',
  rationale: 'With maxSurge 0 and maxUnavailable 0 no pod could be added and none removed; Recreate has no rolling update. The API server refuses '
    + 'the Deployment, and the sync fails.',
  bad: replacing('rollingUpdate:\n    maxSurge: 0\n    maxUnavailable: 0'),
  good: replacing('rollingUpdate:\n    maxSurge: 1\n    maxUnavailable: 0'),
  check(entry, context) {
    const spec = specOf(entry.manifest);
    const strategy = objectField(spec, 'strategy');
    const type = textField(strategy, 'type') || 'RollingUpdate';
    const rolling = objectField(strategy, 'rollingUpdate');
    const at = '/spec/strategy/rollingUpdate';
    if (!TYPES.includes(type)) {
      context.report('/spec/strategy/type', `there is no strategy "${type}" of Deployments`, { received: type, expected: TYPES.join(' or '), fix: 'write one of these' });
    } else if (type === 'Recreate' && rolling) {
      context.report(at, 'a Deployment that recreates its pods has no rolling update', { received: 'type: Recreate', expected: 'no rollingUpdate', fix: 'remove one of them' });
    } else if (rolling) {
      for (const key of ['maxSurge', 'maxUnavailable']) {
        if (isCount(rolling[key])) continue;
        context.report(pointer(at, key), `${key} is no number of pods`, { received: shown(rolling[key]), expected: 'a number or a percentage, 0 or more', fix: 'write one, such as 25%' });
      }
      if (isNone(rolling, 'maxSurge') && isNone(rolling, 'maxUnavailable')) {
        context.report(at, 'the Deployment may neither add a pod nor take one away', { received: 'maxSurge 0, maxUnavailable 0', expected: 'one of them above 0', fix: 'write maxSurge: 1' });
      }
    }
    const [ready, deadline] = [numberField(spec, 'minReadySeconds') ?? 0, numberField(spec, 'progressDeadlineSeconds') ?? DEADLINE];
    if (ready > 0 && deadline <= ready) {
      context.report(isSet(spec, 'progressDeadlineSeconds') ? '/spec/progressDeadlineSeconds' : '/spec/minReadySeconds', 'pods take longer to be available than the deadline allows', {
        received: `minReadySeconds ${ready}, progressDeadlineSeconds ${deadline}`, expected: 'a longer deadline', fix: `write progressDeadlineSeconds: ${ready + DEADLINE}`,
      });
    }
  },
});

function isCount(value: JsonValue | undefined): boolean {
  return typeof value === 'number' ? value >= 0 : typeof value !== 'string' || /^\d+%$/.test(value);
}

function isNone(rolling: JsonObject, key: string): boolean {
  const value = rolling[key];
  return value === 0 || (typeof value === 'string' && /^0+%$/.test(value));
}
