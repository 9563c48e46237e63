import type { Pointer } from '../../../manifests/pointer';
import { defineRule } from '../../rule';
import { ROLLOUT } from '../rollouts/rollout-strategy';
import { HELD_OBJECTS } from './held-objects';
import { laterText } from './later-objects';
import { firstMoment, momentText } from './moments';
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
    const held = HELD_OBJECTS.after(context.manifests.of(entry.unit), moment);
    if (held.count === 0) return;
    context.report(waits, `the rollout waits here until a person promotes it, and holds back ${laterText(held)}`, {
      received: momentText(entry.manifest, moment),
      expected: 'the last wave, and no PostSync hook',
      fix: `move the rollout behind the others, ${goingOn(waits)}, or acknowledge the wait`,
    });
  },
});

/** How the rollout goes on by itself, by what it waits at. */
function goingOn(waits: Pointer): string {
  if (waits.endsWith('/paused')) return 'take paused out';
  // While autoPromotionEnabled is false the seconds are not read.
  return waits.endsWith('/pause') ? 'give the pause a duration' : 'take autoPromotionEnabled out, with autoPromotionSeconds if it is to wait first';
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
