import { pointer } from '../../../manifests/pointer';
import { defineRule } from '../../rule';
import { exampleServices, joinDocuments } from '../rollouts/example-rollout';
import { isSet, objectField, objectsField, textField } from '../rollouts/fields';
import { specOf } from '../rollouts/rollout-strategy';
import { exampleDestinationRule } from './example-subsets';

const HASH = 'rollouts-pod-template-hash';
const SERVICE = exampleServices('web');

/** Finds pod hashes in subsets, which only the controller can know. */
export const subsetHash = defineRule({
  id: 'traffic/subset-hash',
  severity: 'error',
  kinds: ['networking.istio.io/DestinationRule'],
  since: '0.1.0',
  implements: ['RI-23'],
  title: 'subsets in Git select pods without their hash',
  rationale: `The controller writes ${HASH} into the subsets that it manages, a new value with each release. One in Git is of `
    + 'a former release: each sync points the subset at pods that are gone.',
  bad: joinDocuments(exampleDestinationRule('stable').replace('app: web', `app: web\n        ${HASH}: 6c54bd5869`), SERVICE),
  good: joinDocuments(exampleDestinationRule('stable'), SERVICE),
  check(entry, context) {
    for (const [index, subset] of objectsField(specOf(entry.manifest), 'subsets')) {
      const labels = objectField(subset, 'labels');
      if (!isSet(labels, HASH)) continue;
      context.report(
        pointer('/spec/subsets', index, 'labels', HASH),
        `subset ${textField(subset, 'name')} selects pods by the hash of one release`,
        {
          received: textField(labels, HASH),
          expected: 'the labels of the pods without hash',
          fix: 'remove the label: the controller writes it',
        },
      );
    }
  },
});
