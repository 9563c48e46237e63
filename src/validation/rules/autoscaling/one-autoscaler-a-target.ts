import { describe } from '../../../manifests/manifest';
import type { ManifestEntry } from '../../../manifests/manifest-set';
import { type Reference, referencesOf } from '../../../manifests/references';
import { FirstInUnit } from '../../first-in-unit';
import { madeAt } from '../../made-at';
import { defineRule } from '../../rule';
import { joinDocuments } from '../rollouts/example-rollout';
import { AUTOSCALER, exampleAutoscaler, SCALED_OBJECT, SCALED_ROLLOUT } from './example-autoscaler';

/** Finds a second autoscaler of one workload; a ScaledObject of KEDA is one, too. */
export const oneAutoscalerATarget = defineRule({
  id: 'autoscaling/one-autoscaler-a-target',
  severity: 'error',
  kinds: [AUTOSCALER, SCALED_OBJECT],
  since: '0.1.0',
  implements: [],
  title: 'a workload is scaled by one autoscaler',
  rationale: 'Two autoscalers of one workload write its replicas in turn. Kubernetes stops both with AmbiguousSelector, as each counts '
    + 'the pods of the other, and the workload is not scaled at all.',
  bad: joinDocuments(SCALED_ROLLOUT, exampleAutoscaler(), exampleAutoscaler({ name: 'web-memory' })),
  good: joinDocuments(SCALED_ROLLOUT, exampleAutoscaler()),
  check(entry, context) {
    const target = scaleTarget(entry);
    const other = target && AUTOSCALERS.before(entry, claimOf(target), context.manifests);
    if (!other) return;
    context.report(target.pointer, `${target.kind} ${target.name} is scaled by ${describe(other.id)} already${madeAt(other, entry)}`, {
      rival: other,
      received: 'two autoscalers',
      expected: 'one',
      fix: 'put the metrics of both into one autoscaler: it takes the highest number of pods',
    });
  },
});

const AUTOSCALERS = new FirstInUnit((entry) => {
  const target = scaleTarget(entry);
  return target ? [claimOf(target)] : [];
});

function scaleTarget(entry: ManifestEntry): Reference | undefined {
  if (![AUTOSCALER, SCALED_OBJECT].includes(`${entry.id.group}/${entry.id.kind}`)) return undefined;
  // KEDA takes over the autoscaler that it finds: nobody writes against it.
  if (entry.manifest.metadata.annotations?.['scaledobject.keda.sh/transfer-hpa-ownership'] === 'true') return undefined;
  return referencesOf(entry).find(({ role }) => role === 'scale target');
}

function claimOf({ group, kind, namespace, name }: Reference): string {
  return `${group}/${kind}/${namespace}/${name}`;
}
