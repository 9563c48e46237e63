import { defineRule } from '../../rule';
import { exampleIstioCanary, exampleIstioCompanions, joinDocuments } from '../rollouts/example-rollout';
import { ROLLOUT } from '../rollouts/rollout-strategy';
import { canaryPlace } from './router-objects';

function managedExample(second: string): string {
  return joinDocuments(
    exampleIstioCanary('steps:\n  - setWeight: 25', `managedRoutes:\n  - name: beta-users\n  - name: ${second}`), exampleIstioCompanions(),
  );
}

/** Finds managed routes without a name, and names that are listed twice. */
export const managedRoutesNamed = defineRule({
  id: 'traffic/managed-routes-named',
  severity: 'error',
  kinds: [ROLLOUT],
  since: '0.1.0',
  implements: [],
  title: 'every managed route has a name, and is listed once',
  rationale: 'With Istio the controller takes an empty name for that of every route without a name, and deletes them at the end of a '
    + 'release. A route that is listed twice is written into the VirtualService twice.',
  bad: managedExample('beta-users'),
  good: managedExample('staff'),
  check(entry, context) {
    const routing = canaryPlace(entry).at('trafficRouting');
    const seen = new Set<string>();
    routing.at('managedRoutes').items.forEach((route, index) => {
      const name = route.at('name');
      if (name.value === '') {
        const harm = routing.at('istio').exists ? ', so the controller deletes routes without a name' : '';
        context.report(name.pointer, `managedRoutes[${index}] has an empty name${harm}`, { received: '""', expected: 'a name', fix: 'name the route that a step makes' });
      } else if (seen.has(name.text)) {
        context.report(name.pointer, `managedRoutes lists ${name.text} twice`, { received: name.text, expected: 'each name once', fix: 'remove one of the two' });
      }
      if (name.text !== '') seen.add(name.text);
    });
  },
});
