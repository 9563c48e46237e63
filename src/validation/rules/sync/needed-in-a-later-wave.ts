import { describe } from '../../../manifests/manifest';
import type { ManifestEntry } from '../../../manifests/manifest-set';
import { Place } from '../../../manifests/references/place';
import { defineRule } from '../../rule';
import { AUTOSCALER, SCALED_OBJECT } from '../autoscaling/example-autoscaler';
import { exampleDeployment } from '../pods/example-deployment';
import { ROLLOUT } from '../rollouts/rollout-strategy';
import { areOrdered, firstMoment, isBefore, momentText } from './moments';
import { neededObjects, neededText } from './needed-objects';

/** Finds objects that cannot become healthy, as what they need waits until they are. */
export const neededInALaterWave = defineRule({
  id: 'sync/needed-in-a-later-wave',
  severity: 'error',
  kinds: ['apps/DaemonSet', 'apps/Deployment', 'apps/ReplicaSet', 'apps/StatefulSet', 'batch/Job', 'Pod', ROLLOUT, AUTOSCALER, SCALED_OBJECT],
  since: '0.1.0',
  implements: [],
  title: 'what an object needs to be healthy is in its own wave or an earlier one',
  rationale:
    'Argo CD begins a wave when the objects of the one before are healthy. Pods without their ServiceAccount, ConfigMap, Secret or volume claim do '
    + 'not start, and a Rollout without its Services, routes or templates is Degraded. On the first sync they wait for a wave that waits for '
    + 'them; on a cluster that has it all already, this does not show.',
  bad: example('0', '1'),
  good: example('1', '0'),
  check(entry, context) {
    if (!areOrdered(context.manifests.of(entry.unit))) return;
    const moment = firstMoment(entry.manifest);
    // Hooks before the sync have a rule of their own.
    if (!moment || moment.phase === 'PreSync' || runsNothing(entry)) return;
    for (const need of neededObjects(entry, context.manifests)) {
      const { reference, object: needed } = need;
      const applied = firstMoment(needed.manifest);
      if (reference.role === 'image pull secret' || !applied || !isBefore(moment, applied)) continue;
      context.report(reference.pointer, `${neededText(need)} waits until this ${entry.id.kind} is healthy, which it cannot be without it`, {
        received: `${describe(needed.id)} in ${momentText(needed.manifest, applied)}, ${entry.id.kind} in ${momentText(entry.manifest, moment)}`,
        // What is scaled has its wave for reasons of its own, and the autoscaler has none but that.
        fix: reference.role === 'scale target'
          ? `move ${entry.id.kind} ${entry.id.name} into ${momentText(needed.manifest, applied)}`
          : `move ${needed.id.kind} ${needed.id.name} into ${momentText(entry.manifest, moment)} or before`,
      });
    }
  },
});

// Without pods there is nothing that could fail to start.
function runsNothing({ id, manifest }: ManifestEntry): boolean {
  return id.kind !== 'Rollout' && Place.root(manifest).at('spec', 'replicas').value === 0;
}

function example(workload: string, config: string): string {
  return `
${exampleDeployment({
    metadata: `annotations:\n  argocd.argoproj.io/sync-wave: '${workload}'`,
    image: 'registry.example.com/web:1.0.0',
    container: 'envFrom:\n  - configMapRef:\n      name: web',
  })}---
apiVersion: v1
kind: ConfigMap
metadata:
  name: web
  annotations:
    argocd.argoproj.io/sync-wave: '${config}'
data:
  colour: blue
`;
}
