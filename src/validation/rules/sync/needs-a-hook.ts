import { isHook, syncPhasesOf } from '../../../manifests/hooks';
import { lossOf } from '../../../manifests/losses';
import { describe } from '../../../manifests/manifest';
import type { ManifestEntry } from '../../../manifests/manifest-set';
import { referencesOf } from '../../../manifests/references';
import { defineRule } from '../../rule';
import { exampleDeployment } from '../pods/example-deployment';
import { ROLLOUT } from '../rollouts/rollout-strategy';
import { deletePoliciesOf, whenDeleted } from './hook-policies';
import { neededObject } from './secret-makers';

/** Finds pods that go on after a sync, and need a hook, which Argo CD deletes. */
export const needsAHook = defineRule({
  id: 'sync/needs-a-hook',
  severity: 'warning',
  kinds: ['apps/DaemonSet', 'apps/Deployment', 'apps/ReplicaSet', 'apps/StatefulSet', 'batch/CronJob', 'Pod', ROLLOUT],
  since: '0.1.0',
  implements: [],
  title: 'what pods need all the time is no hook',
  rationale:
    'Argo CD deletes hooks: with HookSucceeded when a sync has succeeded, and by default before the next sync makes them again. Without its '
    + 'ServiceAccount, ConfigMap or Secret the next pod does not start, be it of an autoscaler or of a node that went away. A ServiceAccount that is '
    + 'made again is another one to the API server, which refuses the tokens of pods that run. A hook that needs the same before the sync gets '
    + 'one of its own.',
  bad: example(`
  annotations:
    argocd.argoproj.io/hook: PreSync`),
  good: example(''),
  check(entry, context) {
    if (isHook(entry.manifest)) return;
    for (const reference of referencesOf(entry)) {
      if (reference.optional) continue;
      const needed = neededObject(context.manifests, entry, reference);
      const effect = needed && effectOn(needed);
      if (!effect) continue;
      const made = needed.id.kind === reference.kind ? '' : `, which ${reference.kind}/${reference.name} is made from,`;
      context.report(reference.pointer, `${describe(needed.id)}${made} is a hook, and ${whenDeleted(needed.manifest)}: ${effect}`, {
        received: [...deletePoliciesOf(needed.manifest)].join(','),
        fix: `take the hook out of ${needed.id.kind} ${needed.id.name}; hooks that need it before the sync get one of their own`,
      });
    }
  },
});

/** What pods notice of the deletion of a hook, where they notice it. */
function effectOn({ id, manifest }: ManifestEntry): string | undefined {
  // What holds data or serves traffic must not be a hook for anybody, which has a rule of its own.
  if (!isHook(manifest) || syncPhasesOf(manifest).length === 0 || lossOf(manifest) !== undefined) return undefined;
  const policies = deletePoliciesOf(manifest);
  if (policies.has('HookSucceeded') || !policies.has('BeforeHookCreation')) return 'pods that start afterwards do not find it';
  // Others are there again a moment later, and pods that run do not look.
  return id.kind === 'ServiceAccount' ? 'the tokens of pods that run are refused from then on' : undefined;
}

function example(hook: string): string {
  return `
apiVersion: v1
kind: ServiceAccount
metadata:
  name: web${hook}
---
${exampleDeployment({ pod: 'serviceAccountName: web', image: 'registry.example.com/web:1.0.0' })}`;
}
