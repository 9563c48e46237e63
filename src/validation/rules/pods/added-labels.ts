import { pointer } from '../../../manifests/pointer';
import { defineRule } from '../../rule';
import { exampleCanary } from '../rollouts/example-rollout';
import { listField, objectField, objectsField, textField, textsField } from '../rollouts/fields';
import { blueGreenOf, canaryOf, ROLLOUT, specOf } from '../rollouts/rollout-strategy';

const HASH = 'rollouts-pod-template-hash';

/** A canary whose pods get this label. */
function labelled(label: string): string {
  return exampleCanary(`canaryMetadata:\n  labels:\n    ${label}\nsteps:\n  - setWeight: 25\n  - pause:\n      duration: 5m`);
}

/** Finds labels that the controller adds to pods and that take the pods away from their ReplicaSet. */
export const addedLabels = defineRule({
  id: 'pods/added-labels',
  severity: 'error',
  kinds: [ROLLOUT],
  since: '0.1.0',
  implements: [],
  title: 'labels that a strategy adds to pods are none that select them',
  rationale: 'The controller writes canaryMetadata, stableMetadata, previewMetadata and activeMetadata over the labels of the template. With '
    + 'another value for a label of the selector the API server refuses the ReplicaSet, in the next release and not before.',
  bad: labelled('app: web-canary'),
  good: labelled('role: canary'),
  check(entry, context) {
    const selector = objectField(specOf(entry.manifest), 'selector');
    const wanted = textsField(selector, 'matchLabels');
    const denied = objectsField(selector, 'matchExpressions').map(([, expression]) => expression);
    const strategies = [
      ['canary', canaryOf(entry.manifest), ['canaryMetadata', 'stableMetadata']],
      ['blueGreen', blueGreenOf(entry.manifest), ['previewMetadata', 'activeMetadata']],
    ] as const;
    for (const [strategy, fields, keys] of strategies) {
      for (const key of keys) {
        for (const [label, value] of Object.entries(textsField(objectField(fields, key), 'labels'))) {
          const at = pointer('/spec/strategy', strategy, key, 'labels', label);
          if (label === HASH) {
            context.report(at, `${key} overwrites ${HASH}, which the controller gives to each ReplicaSet`, {
              received: value, expected: 'another label', fix: 'remove the label',
            });
          } else if (label in wanted && wanted[label] !== value) {
            context.report(at, `${key} changes ${label}, which the selector of the rollout asks for`, {
              received: value, expected: `${wanted[label]}, or another label`, fix: 'give the role of the pods a label of its own, such as role: canary',
            });
          } else if (denied.some((expression) => textField(expression, 'key') === label && !satisfies(textField(expression, 'operator'), listField(expression, 'values'), value))) {
            context.report(at, `${key} changes ${label} to a value that the selector of the rollout does not select`, {
              received: value, expected: 'a value that matchExpressions allows, or another label', fix: 'give the role of the pods a label of its own, such as role: canary',
            });
          }
        }
      }
    }
  },
});

/** Whether a label with this value satisfies the expression about it. */
function satisfies(operator: string, values: readonly unknown[], value: string): boolean {
  if (operator === 'In') return values.includes(value);
  if (operator === 'NotIn') return !values.includes(value);
  return operator !== 'DoesNotExist';
}
