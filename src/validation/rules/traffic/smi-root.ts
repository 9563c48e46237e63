import { defineRule } from '../../rule';
import { exampleServices, joinDocuments } from '../rollouts/example-rollout';
import { ROLLOUT } from '../rollouts/rollout-strategy';
import { routedBy } from '../scopes';
import { exampleRouted } from './example-routers';
import { canaryPlace } from './router-objects';

function rootExample(service: string): string {
  return joinDocuments(exampleRouted(`smi:\n  rootService: ${service}`), exampleServices('web'));
}

/** Finds TrafficSplits that the canary Service is the root of. */
export const smiRoot = defineRule({
  id: 'traffic/smi-root',
  severity: 'error',
  kinds: [ROLLOUT],
  scope: routedBy.smi,
  since: '0.1.0',
  implements: [],
  title: 'the root Service of a TrafficSplit is not the canary Service',
  rationale: 'Callers of the root Service are split between the stable and the canary Service. With the canary Service as root nobody who '
    + 'calls the stable one is split, and calls that mean the canary are answered by the stable version too.',
  bad: rootExample('web-canary'),
  good: rootExample('web'),
  check(entry, context) {
    const canary = canaryPlace(entry);
    const root = canary.at('trafficRouting', 'smi', 'rootService');
    if (root.text === '' || root.text !== canary.at('canaryService').text) return;
    context.report(root.pointer, `rootService is ${root.text}, the canary Service`, {
      received: root.text, expected: 'the Service that clients call', fix: 'name a Service of both versions, or leave rootService out to split the stable one',
    });
  },
});
