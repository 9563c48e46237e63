import { pointer } from '../../../manifests/pointer';
import { defineRule, type RuleContext } from '../../rule';
import { canarySteps } from './canary-steps';
import { exampleCanary, exampleServices, joinDocuments } from './example-rollout';
import { flagField, isSet, objectField, objectsField } from './fields';
import { CANARY, canaryOf, ROLLOUT } from './rollout-strategy';

function report(context: RuleContext, path: string, what: string): void {
  context.report(path, `${what} needs a traffic router, and the rollout has no trafficRouting`, {
    received: 'no trafficRouting', expected: 'trafficRouting', fix: `add trafficRouting, or remove ${what}`,
  });
}

/** Finds fields that mean something only where a router moves the traffic. */
export const needsTrafficRouting = defineRule({
  id: 'rollouts/needs-traffic-routing',
  severity: 'error',
  kinds: [ROLLOUT],
  since: '0.1.0',
  implements: ['AR-029', 'AR-030', 'AR-037', 'AR-049'],
  title: 'fields of traffic routing come with a traffic router',
  rationale: 'Without trafficRouting the number of pods is the weight. There is no separate scale to set, no old ReplicaSet that '
    + 'waits for traffic to leave, and no share for an experiment. The controller marks the Rollout InvalidSpec.',
  bad: exampleCanary('steps:\n  - setCanaryScale:\n      replicas: 1\n  - setWeight: 25'),
  good: joinDocuments(exampleCanary(`
stableService: web-stable
canaryService: web-canary
trafficRouting:
  smi: {}
steps:
  - setCanaryScale:
      replicas: 1
  - setWeight: 25
`), exampleServices('web-stable', 'web-canary')),
  check(entry, context) {
    const canary = canaryOf(entry.manifest);
    if (!canary || isSet(canary, 'trafficRouting')) return;
    if (isSet(canary, 'scaleDownDelaySeconds')) report(context, `${CANARY}/scaleDownDelaySeconds`, 'scaleDownDelaySeconds');
    if (flagField(canary, 'dynamicStableScale')) report(context, `${CANARY}/dynamicStableScale`, 'dynamicStableScale');
    for (const at of canarySteps(entry.manifest)) {
      if (isSet(at.step, 'setCanaryScale')) report(context, pointer(at.pointer, 'setCanaryScale'), 'setCanaryScale');
      for (const [index, template] of objectsField(objectField(at.step, 'experiment'), 'templates')) {
        if (!isSet(template, 'weight')) continue;
        report(context, pointer(at.pointer, 'experiment', 'templates', index, 'weight'), 'the weight of an experiment template');
      }
    }
  },
});
