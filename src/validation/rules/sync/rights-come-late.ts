import { describe } from '../../../manifests/manifest';
import { referencesOf } from '../../../manifests/references';
import { defineRule } from '../../rule';
import { ROLLOUT } from '../rollouts/rollout-strategy';
import { exampleMigration } from './example-job';
import { areOrdered, firstMoment, isBefore, momentText } from './moments';
import { rightsOf } from './rights-of-accounts';

/** Finds pods that run before their ServiceAccount may do anything. */
export const rightsComeLate = defineRule({
  id: 'sync/rights-come-late',
  severity: 'warning',
  kinds: ['apps/DaemonSet', 'apps/Deployment', 'apps/StatefulSet', 'batch/Job', 'Pod', ROLLOUT],
  since: '0.1.0',
  implements: [],
  title: 'what gives an account its rights is applied before the pods that run as it',
  rationale:
    'A role and its binding are no part of the ServiceAccount. Pods of an earlier wave or phase start without them on the first sync: what they ask '
    + 'of the API server is forbidden, and a hook that fails so fails the sync.',
  bad: example(''),
  good: example(`
  annotations:
    argocd.argoproj.io/hook: PreSync
    argocd.argoproj.io/sync-wave: '-1'`),
  check(entry, context) {
    const moment = firstMoment(entry.manifest);
    if (!moment || !areOrdered(context.manifests.of(entry.unit))) return;
    for (const reference of referencesOf(entry)) {
      if (reference.role !== 'service account') continue;
      for (const { binding, role } of rightsOf(context.manifests, entry, reference)) {
        for (const late of role ? [binding, role] : [binding]) {
          const applied = firstMoment(late.manifest);
          if (!applied || !isBefore(moment, applied)) continue;
          context.report(reference.pointer, `${describe(late.id)}, which the rights of the account come from, is applied after the pods`, {
            received: `${late.id.kind} in ${momentText(late.manifest, applied)}, ${entry.id.kind} in ${momentText(entry.manifest, moment)}`,
            fix: moment.phase === 'PreSync' ? `make ${late.id.kind} ${late.id.name} a PreSync hook with a lower wave` : `move ${late.id.kind} ${late.id.name} into an earlier wave`,
          });
        }
      }
    }
  },
});

function example(hook: string): string {
  return `
apiVersion: v1
kind: ServiceAccount
metadata:
  name: db-migrator
  annotations:
    argocd.argoproj.io/hook: PreSync
    argocd.argoproj.io/sync-wave: '-1'
---
apiVersion: rbac.authorization.k8s.io/v1
kind: RoleBinding
metadata:
  name: db-migrator${hook}
roleRef:
  apiGroup: rbac.authorization.k8s.io
  kind: ClusterRole
  name: view
subjects:
  - kind: ServiceAccount
    name: db-migrator
    namespace: shop
---
${exampleMigration()}`;
}
