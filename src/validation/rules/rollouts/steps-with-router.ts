import { defineRule } from '../../rule';
import { exampleCanary, exampleServices, joinDocuments } from './example-rollout';
import { isSet, listField } from './fields';
import { CANARY, canaryOf, ROLLOUT } from './rollout-strategy';

/** A routed canary with these steps. */
function stepsExample(steps: string): string {
  return joinDocuments(exampleCanary(`
stableService: web-stable
canaryService: web-canary
trafficRouting:
  smi: {}
${steps}
`), exampleServices('web-stable', 'web-canary'));
}

/** Finds routers that nobody ever asks for a share. */
export const stepsWithRouter = defineRule({
  id: 'rollouts/steps-with-router',
  severity: 'warning',
  kinds: [ROLLOUT],
  since: '0.1.0',
  implements: [],
  title: 'a canary with a router has steps',
  rationale: 'Without steps the weight of the canary stays 0 until all its pods are there, and then all requests move at once. No user '
    + 'meets the new version before everybody does, and the router is of no use.',
  bad: stepsExample('steps: []'),
  good: stepsExample('steps:\n  - setWeight: 25\n  - pause:\n      duration: 5m'),
  check(entry, context) {
    const canary = canaryOf(entry.manifest);
    if (!isSet(canary, 'trafficRouting') || listField(canary, 'steps').length > 0) return;
    context.report(isSet(canary, 'steps') ? `${CANARY}/steps` : CANARY, 'a router without steps moves all traffic at once', {
      received: 'no steps', expected: 'at least one setWeight', fix: 'add steps, or remove trafficRouting',
    });
  },
});
