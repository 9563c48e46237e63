import { pointer } from '../../../manifests/pointer';
import { defineRule } from '../../rule';
import { canarySteps } from './canary-steps';
import { exampleIstioCanary, exampleIstioCompanions, joinDocuments } from './example-rollout';
import { isSet, objectField, objectsField, textField } from './fields';
import { ROLLOUT, trafficRoutingOf } from './rollout-strategy';

/** A header route `beta-users`, and this managed route. */
function managedExample(managed: string): string {
  return joinDocuments(exampleIstioCanary(`
steps:
  - setCanaryScale:
      replicas: 1
  - setHeaderRoute:
      name: beta-users
      match:
        - headerName: x-beta
          headerValue:
            exact: "true"
`, `managedRoutes:\n  - name: ${managed}`), exampleIstioCompanions());
}

/** Finds header and mirror routes that the controller was not given to manage. */
export const managedRoutesListed = defineRule({
  id: 'rollouts/managed-routes-listed',
  severity: 'error',
  kinds: [ROLLOUT],
  since: '0.1.0',
  implements: ['AR-046', 'AR-047', 'AR-048'],
  title: 'routes that steps make are listed in managedRoutes',
  rationale: 'managedRoutes says which routes belong to the controller, and in which order they come. A step that names another one '
    + 'makes the Rollout InvalidSpec.',
  bad: managedExample('beta'),
  good: managedExample('beta-users'),
  check(entry, context) {
    const routing = trafficRoutingOf(entry.manifest);
    if (!routing) return;
    const managed = objectsField(routing, 'managedRoutes').map(([, route]) => textField(route, 'name'));
    for (const at of canarySteps(entry.manifest)) {
      for (const action of ['setHeaderRoute', 'setMirrorRoute']) {
        const route = objectField(at.step, action);
        const name = textField(route, 'name');
        if (!route || managed.includes(name)) continue;
        const path = isSet(route, 'name') ? pointer(at.pointer, action, 'name') : pointer(at.pointer, action);
        context.report(
          path,
          `steps[${at.index}] ${name ? `names the route ${name}, which managedRoutes does not list` : 'has a route without a name'}`,
          {
            received: name || 'no name',
            expected: managed.join(', ') || 'a route of managedRoutes',
            fix: name ? `add name: ${name} to trafficRouting.managedRoutes` : 'name a route of trafficRouting.managedRoutes',
          },
        );
      }
    }
  },
});
