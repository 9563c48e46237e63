import { isHook } from '../../../manifests/hooks';
import { defineRule } from '../../rule';
import { exampleMigration } from './example-job';
import { firstMoment, isBefore, momentText } from './moments';
import { neededObjects, neededText } from './needed-objects';

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
    + 'a lower wave. A Secret that a controller makes comes with the SealedSecret, ExternalSecret or Certificate that it is made from.',
  bad: example(''),
  good: example(`
  annotations:
    argocd.argoproj.io/hook: PreSync
    argocd.argoproj.io/sync-wave: '-1'`),
  check(entry, context) {
    const moment = firstMoment(entry.manifest);
    if (moment?.phase !== 'PreSync') return;
    for (const need of neededObjects(entry, context.manifests)) {
      const { reference, object: needed } = need;
      const applied = firstMoment(needed.manifest);
      if (applied && !isBefore(moment, applied)) continue;
      context.report(reference.pointer, `${neededText(need)} is ${applied ? 'applied after this hook' : 'never applied by a sync'}`, {
        received: !isHook(needed.manifest) ? 'a part of the sync itself' : applied && `phase ${momentText(needed.manifest, applied)}`,
        expected: `a PreSync hook in a wave before ${moment.wave}`,
        fix: `make ${needed.id.kind} ${needed.id.name} a PreSync hook with a lower wave`,
      });
    }
  },
});

function example(account: string): string {
  return `
apiVersion: v1
kind: ServiceAccount
metadata:
  name: db-migrator${account}
---
${exampleMigration()}`;
}
