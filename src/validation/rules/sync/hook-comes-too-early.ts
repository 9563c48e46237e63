import { HOOK_ANNOTATION, waveOf } from '../../../manifests/apply-order';
import { describe, type Manifest } from '../../../manifests/manifest';
import { referencesOf } from '../../../manifests/references';
import { defineRule } from '../../rule';
import { commaList } from './annotations';

/** Finds hooks that need objects which are applied after them. */
export const hookComesTooEarly = defineRule({
  id: 'sync/hook-comes-too-early',
  severity: 'warning',
  kinds: ['batch/Job', 'Pod', 'argoproj.io/Workflow', 'argoproj.io/AnalysisRun'],
  since: '0.1.0',
  implements: ['E54'],
  title: 'what a PreSync hook needs is applied before it',
  rationale:
    'PreSync hooks run before anything else is applied. On the first sync their ServiceAccount, their ConfigMap or their Secret is not there yet, so '
    + 'their pods do not start and the sync does not go on; later the hook runs with what the last release left. It has to be a PreSync hook as well, in '
    + 'a lower wave.',
  bad: example(''),
  good: example(`
  annotations:
    argocd.argoproj.io/hook: PreSync
    argocd.argoproj.io/sync-wave: '-1'`),
  check(entry, context) {
    if (!phasesOf(entry.manifest).includes('PreSync')) return;
    const wave = waveOf(entry.manifest);
    for (const reference of referencesOf(entry)) {
      if (reference.optional) continue;
      const needed = context.manifests.find(entry.unit, reference);
      if (!needed || needed.unit.id !== entry.unit.id || isThereBefore(needed.manifest, wave)) continue;
      context.report(reference.pointer, `${describe(needed.id)} is applied after this hook`, {
        received: phasesOf(needed.manifest).length === 0 ? 'a part of the sync itself' : `phase ${phasesOf(needed.manifest).join(', ')}, wave ${waveOf(needed.manifest)}`,
        expected: `a PreSync hook in a wave before ${wave}`,
        fix: `make ${needed.id.kind} ${needed.id.name} a PreSync hook with a lower wave`,
      });
    }
  },
});

function isThereBefore(needed: Manifest, wave: number): boolean {
  return phasesOf(needed).includes('PreSync') && waveOf(needed) <= wave;
}

function phasesOf(manifest: Manifest): string[] {
  const hooks = manifest.metadata.annotations?.[HOOK_ANNOTATION];
  return typeof hooks === 'string' ? commaList(hooks) : [];
}

function example(account: string): string {
  return `
apiVersion: v1
kind: ServiceAccount
metadata:
  name: db-migrator${account}
---
apiVersion: batch/v1
kind: Job
metadata:
  name: db-migrate
  annotations:
    argocd.argoproj.io/hook: PreSync
spec:
  backoffLimit: 3
  template:
    spec:
      serviceAccountName: db-migrator
      restartPolicy: Never
      containers:
        - name: migrate
          image: registry.example.com/migrate:1.2.3
`;
}
