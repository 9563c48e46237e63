import { defineRule } from '../../rule';
import { exampleCanary, exampleServices, joinDocuments } from './example-rollout';
import { flagField, isSet } from './fields';
import { CANARY, canaryOf, ROLLOUT } from './rollout-strategy';

/** A routed canary with one more field. */
function routedExample(field: string): string {
  return joinDocuments(exampleCanary(`
stableService: web-stable
canaryService: web-canary
dynamicStableScale: true
${field}
trafficRouting:
  smi: {}
steps:
  - setWeight: 25
`), exampleServices('web-stable', 'web-canary'));
}

/** Finds a delay for ReplicaSets that are scaled down as they go. */
export const scaleDownContradiction = defineRule({
  id: 'rollouts/scale-down-contradiction',
  severity: 'error',
  kinds: [ROLLOUT],
  since: '0.1.0',
  implements: ['AR-031'],
  title: 'old pods either go with their traffic or wait after promotion',
  rationale: 'dynamicStableScale takes stable pods away while the weight moves, so none are left that scaleDownDelaySeconds could '
    + 'keep. The controller marks the Rollout InvalidSpec.',
  bad: routedExample('scaleDownDelaySeconds: 60'),
  good: routedExample('minPodsPerReplicaSet: 2'),
  check(entry, context) {
    const canary = canaryOf(entry.manifest);
    if (!isSet(canary, 'trafficRouting') || !isSet(canary, 'scaleDownDelaySeconds') || !flagField(canary, 'dynamicStableScale')) return;
    context.report(
      `${CANARY}/scaleDownDelaySeconds`,
      'scaleDownDelaySeconds is set beside dynamicStableScale, which leaves no pods to keep',
      {
        received: 'scaleDownDelaySeconds and dynamicStableScale',
        expected: 'one of them',
        fix: 'remove scaleDownDelaySeconds, or dynamicStableScale',
      },
    );
  },
});
