import { isHook } from '../../../manifests/hooks';
import { standstillOf } from '../../../manifests/standstill';
import { defineRule } from '../../rule';
import { HELD_OBJECTS } from './held-objects';
import { laterText } from './later-objects';
import { firstMoment, momentText } from './moments';

/** Finds what is never applied, as it waits for something that stands still. */
export const suspendedBlocks = defineRule({
  id: 'sync/suspended-blocks',
  severity: 'warning',
  kinds: ['apps/Deployment', 'batch/Job', 'argoproj.io/Workflow', 'keda.sh/ScaledObject', 'keda.sh/ScaledJob'],
  since: '0.1.0',
  implements: [],
  title: 'nothing waits for what is suspended or paused',
  rationale:
    'A wave of Argo CD ends when its objects are healthy, and what is suspended or paused in Git never is: from the first sync on, all later waves and '
    + 'the PostSync hooks wait, and a hook that is suspended keeps the sync running. Argo CD starts no other sync meanwhile. A CronJob may be '
    + 'suspended: it counts as healthy.',
  bad: example('true'),
  good: example('false'),
  check(entry, context) {
    const standstill = standstillOf(entry.manifest);
    const moment = standstill && firstMoment(entry.manifest);
    if (!moment) return;
    const held = HELD_OBJECTS.after(context.manifests.of(entry.unit), moment);
    if (held.count === 0 && !isHook(entry.manifest)) return;
    context.report(standstill.pointer, `${standstill.reason}, and ${held.count > 0 ? `holds back ${laterText(held)}` : 'keeps the sync running'}`, {
      received: momentText(entry.manifest, moment),
      expected: held.count > 0 ? 'the last wave, and no PostSync hook' : 'a hook that runs',
      fix: held.count > 0 ? 'let it run, move it behind the others, or acknowledge the wait' : 'let it run, or take the hook out',
    });
  },
});

function example(suspend: string): string {
  return `
apiVersion: batch/v1
kind: Job
metadata:
  name: import
spec:
  suspend: ${suspend}
  backoffLimit: 3
  template:
    spec:
      restartPolicy: Never
      containers:
        - name: import
          image: registry.example.com/import:1.2.3
---
apiVersion: v1
kind: ConfigMap
metadata:
  name: later
  annotations:
    argocd.argoproj.io/sync-wave: '1'
data:
  colour: blue
`;
}
