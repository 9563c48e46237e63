import { describe } from '../../../manifests/manifest';
import { referencesOf, resolve } from '../../../manifests/references';
import { madeAt } from '../../made-at';
import { defineRule } from '../../rule';
import { exampleRollout, joinDocuments } from '../rollouts/example-rollout';
import { numberField } from '../rollouts/fields';
import { specOf } from '../rollouts/rollout-strategy';
import { AUTOSCALER, exampleAutoscaler, SCALED_OBJECT, SCALED_ROLLOUT } from './example-autoscaler';

/** Finds workloads whose replicas are in Git though an autoscaler writes them. */
export const noFixedReplicas = defineRule({
  id: 'autoscaling/no-fixed-replicas',
  severity: 'warning',
  kinds: [AUTOSCALER, SCALED_OBJECT],
  since: '0.1.0',
  implements: ['P21', 'E41'],
  title: 'replicas that an autoscaler writes are not in Git',
  rationale: 'Each sync sets the workload back to the replicas of Git, in the middle of the day, until the autoscaler has noticed; with '
    + 'self-heal the two fight for ever. Without the field nobody but the autoscaler writes it.',
  bad: joinDocuments(exampleRollout(), exampleAutoscaler()),
  good: joinDocuments(SCALED_ROLLOUT, exampleAutoscaler()),
  check(entry, context) {
    const target = referencesOf(entry).find(({ role }) => role === 'scale target');
    const found = target && resolve(context.manifests, entry, target);
    if (!found || found === 'external') return;
    const replicas = numberField(specOf(found.entry.manifest), 'replicas');
    if (replicas === undefined) return;
    const label = `${describe(found.entry.id)}${madeAt(found.entry, entry)}`;
    context.report(target.pointer, `${label} has ${replicas} replicas in Git, to which each sync sets it back`, {
      received: `replicas: ${replicas}`,
      expected: 'no replicas',
      fix: `remove spec.replicas of the ${found.entry.id.kind}: the autoscaler writes it`,
    });
  },
});
