import { pointer } from '../../../manifests/pointer';
import { defineRule } from '../../rule';
import { exampleIstioCanary, exampleIstioCompanions, joinDocuments } from '../rollouts/example-rollout';
import { objectsField, textField } from '../rollouts/fields';
import { ROLLOUT, TRAFFIC_ROUTING } from '../rollouts/rollout-strategy';
import { namesOfManagedRoutes, managedVirtualServices, titleOf } from './istio-routing';

/** A Rollout that gives the controller a route of this name. */
function managedExample(name: string): string {
  return joinDocuments(exampleIstioCanary('steps:\n  - setWeight: 25', `managedRoutes:\n  - name: ${name}`), exampleIstioCompanions());
}

/** Finds routes of Git that were given to the controller. */
export const managedRouteNames = defineRule({
  id: 'traffic/managed-route-names',
  severity: 'error',
  kinds: [ROLLOUT],
  since: '0.1.0',
  implements: ['TR-13'],
  title: 'managed routes are none that Git keeps',
  rationale: 'The controller deletes every route that managedRoutes lists when a release ends, is aborted, or has no canary pods. A '
    + 'route in Git of that name is gone with the first release.',
  bad: managedExample('primary'),
  good: managedExample('beta-users'),
  check(entry, context) {
    const services = managedVirtualServices(entry, context.manifests);
    namesOfManagedRoutes(entry).forEach((name, index) => {
      const owner = services.find(({ spec }) => objectsField(spec, 'http').some(([, route]) => textField(route, 'name') === name));
      if (!owner || name === '') return;
      context.report(
        pointer(TRAFFIC_ROUTING, 'managedRoutes', index, 'name'),
        `managedRoutes lists ${name}, a route that ${titleOf(owner, entry)} keeps in Git`,
        {
          received: name, expected: 'a name that no route in Git has', fix: 'use another name for the managed route',
        },
      );
    });
  },
});
