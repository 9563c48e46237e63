import { waveOf } from '../../../manifests/apply-order';
import { syncPhasesOf } from '../../../manifests/hooks';
import { describe } from '../../../manifests/manifest';
import type { ManifestEntry } from '../../../manifests/manifest-set';
import { defineRule } from '../../rule';
import { ROLLOUT } from '../rollouts/rollout-strategy';
import { firstMoment, isBefore, type Moment, momentText } from './moments';
import { waitsForAPerson } from './waits-for-a-person';

/** Finds what is not applied while a rollout waits for a person. */
export const pausedRolloutBlocks = defineRule({
  id: 'sync/paused-rollout-blocks',
  severity: 'warning',
  kinds: [ROLLOUT],
  since: '0.1.0',
  implements: ['E43'],
  title: 'nothing comes after a rollout that waits for a person',
  rationale:
    'A wave of Argo CD ends when its objects are healthy, and a rollout that waits for its promotion is suspended. On every update '
    + 'all later waves and the PostSync hooks wait until somebody promotes it. The first installation skips the steps, so it does not show then.',
  bad: rollout('      - pause: {}', '1'),
  good: rollout('      - pause: {duration: 5m}', '1'),
  check(entry, context) {
    const moment = firstMoment(entry.manifest);
    const waits = waitsForAPerson(entry);
    if (moment === undefined || waits === undefined) return;
    const held = context.manifests.of(entry.unit).filter((other) => comesAfter(other, moment)).map((other) => describe(other.id)).sort();
    if (held.length === 0) return;
    const more = held.length > 3 ? ` and ${held.length - 3} more` : '';
    context.report(waits, `the rollout waits here until a person promotes it, and ${held.slice(0, 3).join(', ')}${more} wait with it`, {
      received: momentText(entry.manifest, moment),
      expected: 'the last wave, and no PostSync hook',
      fix: 'move the rollout behind the others, give the pause a duration, or acknowledge the wait',
    });
  },
});

// Of an object in several phases the last one counts; SyncFail is none that a sync comes to.
function comesAfter({ manifest }: ManifestEntry, moment: Moment): boolean {
  return syncPhasesOf(manifest).some((phase) => phase !== 'SyncFail' && isBefore(moment, { phase, wave: waveOf(manifest) }));
}

function rollout(step: string, wave: string): string {
  return `
apiVersion: argoproj.io/v1alpha1
kind: Rollout
metadata:
  name: web
spec:
  replicas: 4
  selector:
    matchLabels:
      app: web
  template:
    metadata:
      labels:
        app: web
    spec:
      containers:
      - name: web
        image: registry.example.com/web:1.0.0
        readinessProbe:
          httpGet:
            path: /healthz
            port: 8080
  strategy:
    canary:
      steps:
${step}
---
apiVersion: v1
kind: ConfigMap
metadata:
  name: later
  annotations:
    argocd.argoproj.io/sync-wave: '${wave}'
data:
  colour: blue
`;
}
