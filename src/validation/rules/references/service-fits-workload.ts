import { describe } from '../../../manifests/manifest';
import { pointer } from '../../../manifests/pointer';
import { referencesOf } from '../../../manifests/references';
import { madeAt } from '../../made-at';
import { defineRule } from '../../rule';
import { jsonText } from '../../schema/describe-value';
import { slipOf } from '../../slip';
import { exampleRollout, exampleServices, joinDocuments } from '../rollouts/example-rollout';
import { textField } from '../rollouts/fields';
import { specOf } from '../rollouts/rollout-strategy';
import { nearestWorkload } from './nearest-workload';
import { writtenSelector } from './pods-behind';

/** Finds Services that select almost what a workload beside them makes, and so no pod at all. */
export const serviceFitsWorkload = defineRule({
  id: 'references/service-fits-workload',
  severity: 'warning',
  kinds: ['Service'],
  since: '0.1.0',
  implements: [],
  title: 'a Service that is meant for a workload selects its pods',
  rationale: 'A Service selects the pods that have all labels of its selector. One label too many, or one letter that differs, and it has no '
    + 'endpoints: every request is refused, while the Service and the workload are both healthy. Services of pods that somebody else makes are not meant.',
  bad: joinDocuments(exampleRollout(), exampleServices('web').replace('app: web', 'app: web\n    tier: front')),
  good: joinDocuments(exampleRollout(), exampleServices('web')),
  needsCompleteSet: true,
  check(entry, context) {
    if (textField(specOf(entry.manifest), 'type') === 'ExternalName') return;
    const nearest = nearestWorkload(entry, context.manifests);
    if (!nearest) return;
    const { workload, labels, missed } = nearest;
    // What a Rollout names is said where it names it.
    if (referencesOf(workload).some(({ kind, group, name }) => kind === 'Service' && group === '' && name === entry.id.name)) return;
    const selector = writtenSelector(entry);
    for (const key of missed) {
      const meantKey = slipOf(key, Object.keys(labels).filter((other) => labels[other] === selector[key]));
      const has = Object.hasOwn(labels, key) ? `${key}=${text(labels[key])}` : undefined;
      context.report(pointer('/spec/selector', key), `no pod has ${key}=${text(selector[key])}, and so the Service leads nowhere. the nearest are those of `
        + `${describe(workload.id)}${madeAt(workload, entry)}`, {
        received: `${key}=${text(selector[key])}`,
        expected: has ?? `no ${key}, which its pods do not have`,
        fix: meantKey !== undefined ? `did you mean ${meantKey}?` : has === undefined ? `take ${key} out of the selector, or add it to the labels of the pod template` : `select ${has}, or acknowledge this when somebody else makes the pods`,
      });
    }
  },
});

function text(value: unknown): string {
  return typeof value === 'string' ? value : jsonText(value);
}
