import { pointer } from '../../../manifests/pointer';
import { defineRule } from '../../rule';
import { exampleIstioCanary, exampleIstioCompanions, joinDocuments } from '../rollouts/example-rollout';
import { objectsField, textField } from '../rollouts/fields';
import { ROLLOUT, TRAFFIC_ROUTING } from '../rollouts/rollout-strategy';
import { pathsOf, serviceOf, splitIngresses } from './ingress-routing';
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
    + 'route in Git of that name is gone with the first release, and with ALB so is the path of an Ingress to a Service of that name.',
  bad: managedExample('primary'),
  good: managedExample('beta-users'),
  check(entry, context) {
    const services = managedVirtualServices(entry, context.manifests);
    const ingresses = splitIngresses(entry, context.manifests).filter(({ router }) => router === 'alb');
    namesOfManagedRoutes(entry).forEach((name, index) => {
      const owner = services.find(({ spec }) => objectsField(spec, 'http').some(([, route]) => textField(route, 'name') === name));
      const ingress = ingresses.find(({ spec }) => pathsOf(spec).some((path) => serviceOf(path) === name));
      if (name === '') return;
      const details = { received: name, expected: 'a name that no route in Git has', fix: 'use another name for the managed route' };
      const at = pointer(TRAFFIC_ROUTING, 'managedRoutes', index, 'name');
      if (owner) context.report(at, `managedRoutes lists ${name}, a route that ${titleOf(owner, entry)} keeps in Git`, details);
      else if (ingress) context.report(at, `managedRoutes lists ${name}, a Service that ${ingress.title} has a path to`, details);
    });
  },
});
