import { isLabelKey, isLabelValue } from '../../../manifests/labels';
import { pointer } from '../../../manifests/pointer';
import { defineRule } from '../../rule';
import { isSet, objectsField, textField } from '../rollouts/fields';
import { examplePods } from './example-pods';
import { POD_KINDS, PODS_REFUSED, podsOf, ROLLOUT_POD_KINDS } from './pods-of';

const EFFECTS = ['NoSchedule', 'PreferNoSchedule', 'NoExecute'];

/** Finds tolerations that Kubernetes would refuse. */
export const tolerations = defineRule({
  id: 'pods/tolerations',
  severity: 'error',
  kinds: POD_KINDS,
  since: '0.1.0',
  implements: ['AR-008'],
  title: 'tolerations have an operator, a value and an effect that fit together',
  rationale: `${PODS_REFUSED} Without an operator a toleration means Equal.`,
  bad: examplePods({ pod: 'tolerations:\n  - key: dedicated\n    operator: Exists\n    value: web' }),
  good: examplePods({ pod: 'tolerations:\n  - key: dedicated\n    operator: Equal\n    value: web' }),
  check(entry, context) {
    // Lt and Gt came with Kubernetes 1.35; the library in the controller is older.
    const older = context.targets.kubernetes === '1.27' || ROLLOUT_POD_KINDS.includes(`${entry.id.group}/${entry.id.kind}`);
    const operators = older ? ['Equal', 'Exists'] : ['Equal', 'Exists', 'Lt', 'Gt'];
    for (const pods of podsOf(entry)) {
      for (const [index, toleration] of objectsField(pods.spec, 'tolerations')) {
        const at = pointer(`${pods.pointer}/spec/tolerations`, index);
        const [key, operator, value, effect] = ['key', 'operator', 'value', 'effect'].map((name) => textField(toleration, name)) as [string, string, string, string];
        if (key !== '' && !isLabelKey(key)) {
          context.report(pointer(at, 'key'), `"${key}" is no key of a taint`, {
            received: key, expected: 'an optional DNS prefix and a name of up to 63 characters', fix: 'write the key of the taint',
          });
        }
        if (operator !== '' && !operators.includes(operator)) {
          context.report(pointer(at, 'operator'), `there is no operator "${operator}" for tolerations`, {
            received: operator, expected: operators.join(', '), fix: 'write one of these',
          });
        } else if (key === '' && operator !== 'Exists') {
          context.report(at, 'toleration without a key compares with nothing', {
            received: operator || 'no operator', expected: 'operator: Exists, which tolerates every taint, or a key', fix: 'write the key of the taint',
          });
        } else if (operator === 'Exists' && value !== '') {
          context.report(pointer(at, 'value'), `toleration of ${key || 'every taint'} asks whether it exists, and gives a value`, {
            received: value, expected: 'no value with Exists', fix: 'write operator: Equal, or remove the value',
          });
        } else if (operator !== 'Exists' && !isLabelValue(value)) {
          context.report(pointer(at, 'value'), `"${value}" is no value of a taint`, {
            received: value, expected: 'up to 63 letters, digits, "-", "_" and "."', fix: 'write the value of the taint',
          });
        }
        if (effect !== '' && !EFFECTS.includes(effect)) {
          context.report(pointer(at, 'effect'), `there is no effect "${effect}"`, {
            received: effect, expected: EFFECTS.join(', '), fix: 'write one of these, or leave effect out for all of them',
          });
        } else if (isSet(toleration, 'tolerationSeconds') && effect !== 'NoExecute') {
          context.report(pointer(at, 'tolerationSeconds'), 'tolerationSeconds has no meaning without effect NoExecute', {
            received: effect || 'no effect', expected: 'effect: NoExecute', fix: 'write the effect, or remove tolerationSeconds',
          });
        }
      }
    }
  },
});
