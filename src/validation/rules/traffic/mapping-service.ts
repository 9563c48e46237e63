import { defineRule } from '../../rule';
import { joinDocuments } from '../rollouts/example-rollout';
import { ROLLOUT } from '../rollouts/rollout-strategy';
import { routedBy } from '../scopes';
import { exampleRouted, exampleRouterObject } from './example-routers';
import { canaryPlace, routerObjects } from './router-objects';

function mappingExample(more: string): string {
  return joinDocuments(exampleRouted('ambassador:\n  mappings:\n    - web'), exampleRouterObject('getambassador.io/v2', 'Mapping', `
prefix: /
${more}
`));
}

/** Finds Mappings that the controller refuses to copy, or copies without a change. */
export const mappingService = defineRule({
  id: 'traffic/mapping-service',
  severity: 'error',
  kinds: [ROLLOUT],
  scope: routedBy.ambassador,
  since: '0.1.0',
  implements: ['AR-100', 'AR-183'],
  title: 'the Mapping of a Rollout leads to the stable Service and has no weight',
  rationale: 'The controller copies the Mapping for the canary, with the name of the stable Service replaced by that of the canary, and '
    + 'gives the copy a weight. A Mapping with a weight makes the Rollout InvalidSpec; in one to another Service nothing is '
    + 'replaced, so no request reaches the canary.',
  bad: mappingExample('service: web-stable:80\nweight: 100'),
  good: mappingExample('service: web-stable:80'),
  check(entry, context) {
    const stable = canaryPlace(entry).at('stableService').text;
    for (const { pointer, title, spec } of routerObjects(entry, context.manifests, ({ role }) => role === 'mapping')) {
      const weight = spec.at('weight').value;
      if (typeof weight === 'number' && weight !== 0) {
        context.report(pointer, `${title} has weight ${weight}, which is for the controller to set`, {
          received: String(weight), expected: 'no weight', fix: 'remove weight from the Mapping: the canary Mapping takes its share',
        });
      }
      const service = spec.at('service').text;
      if (stable === '' || service.includes(stable)) continue;
      context.report(pointer, `${title} leads to ${service || 'no service'}, not to the stable Service ${stable}`, {
        received: service || 'no service', expected: stable, fix: `write service: ${stable} in the Mapping`,
      });
    }
  },
});
