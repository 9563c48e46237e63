import { defineRule } from '../../rule';
import { exampleCanary, exampleIngress, exampleServices, joinDocuments } from './example-rollout';
import { isSet, numberField } from './fields';
import { describeRouters, hasRouter, ROLLOUT, TRAFFIC_ROUTING, trafficRoutingOf } from './rollout-strategy';

const SERVICES = exampleServices('web-stable', 'web-canary');

/** A canary of a thousand parts with this router. */
function thousandExample(router: string): string {
  return exampleCanary(`
stableService: web-stable
canaryService: web-canary
trafficRouting:
  maxTrafficWeight: 1000
  ${router}
steps:
  - setWeight: 5
`);
}

/** Finds a total weight that the router does not know of. */
export const maxTrafficWeight = defineRule({
  id: 'rollouts/max-traffic-weight',
  severity: 'error',
  kinds: [ROLLOUT],
  since: '0.1.0',
  implements: ['AR-032'],
  title: 'maxTrafficWeight comes with a router that divides by it',
  rationale: 'Only NGINX and plugins can count weights to something other than 100; the others write 100 minus the weight. The '
    + 'controller marks the Rollout InvalidSpec.',
  bad: joinDocuments(thousandExample('smi: {}'), SERVICES),
  good: joinDocuments(thousandExample('nginx: { stableIngress: web }'), SERVICES, exampleIngress('web-stable')),
  check(entry, context) {
    const routing = trafficRoutingOf(entry.manifest);
    if (!isSet(routing, 'maxTrafficWeight')) return;
    const weight = numberField(routing, 'maxTrafficWeight');
    if (!hasRouter(routing, 'nginx', 'plugins')) {
      context.report(
        `${TRAFFIC_ROUTING}/maxTrafficWeight`,
        `maxTrafficWeight is set for ${describeRouters(routing)}, which counts to 100`,
        {
          received: String(weight), expected: 'nginx or plugins', fix: 'remove maxTrafficWeight and write weights from 0 to 100',
        },
      );
    } else if (weight !== undefined && weight < 1) {
      context.report(`${TRAFFIC_ROUTING}/maxTrafficWeight`, `maxTrafficWeight is ${weight}, so no weight could be more than nothing`, {
        received: String(weight), expected: '1 or more', fix: 'remove maxTrafficWeight, or set the total of all weights',
      });
    }
  },
});
