import { describe } from '../../../manifests/manifest';
import { defineRule } from '../../rule';
import { examplePods } from '../pods/example-pods';
import { podsOf } from '../pods/pods-of';
import { isSet, listField, objectField } from '../rollouts/fields';
import { fewestPods, SCALED_KINDS } from './workload-pods';

/** Finds several pods that may all be on one node. */
export const podsApart = defineRule({
  id: 'practices/pods-apart',
  severity: 'info',
  strict: true,
  kinds: SCALED_KINDS,
  since: '0.1.0',
  implements: ['P64'],
  title: 'several pods of one workload keep apart',
  rationale: 'The scheduler spreads pods of one workload when it can, and does not mind when it cannot: after a node was drained all of them may be on '
    + 'the one that was left, and go with it. A spread over nodes or zones, or an anti-affinity, says how much that matters.',
  bad: examplePods(),
  good: examplePods({ pod: `topologySpreadConstraints:
  - maxSkew: 1
    topologyKey: kubernetes.io/hostname
    whenUnsatisfiable: ScheduleAnyway
    labelSelector:
      matchLabels:
        app: web` }),
  check(entry, context) {
    const replicas = fewestPods(entry, context.manifests);
    if (replicas === undefined || replicas < 2) return;
    for (const { pointer: at, spec } of podsOf(entry)) {
      if (listField(spec, 'topologySpreadConstraints').length > 0 || isSet(objectField(spec, 'affinity'), 'podAntiAffinity')) continue;
      context.report(`${at}/spec`, `all ${replicas} pods of ${describe(entry.id)} may be on one node`, {
        received: 'neither topologySpreadConstraints nor podAntiAffinity', expected: 'one of them', fix: 'spread the pods by kubernetes.io/hostname or topology.kubernetes.io/zone',
      });
    }
  },
});
