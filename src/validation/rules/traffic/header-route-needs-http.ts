import { pointer, readable } from '../../../manifests/pointer';
import { defineRule } from '../../rule';
import { exampleIstioCanary, exampleServices, exampleVirtualService, joinDocuments } from '../rollouts/example-rollout';
import { isSet } from '../rollouts/fields';
import { ROLLOUT } from '../rollouts/rollout-strategy';
import { managedVirtualServices, titleOf } from './istio-routing';
import { canaryPlace } from './router-objects';

const DESTINATIONS = '[{ destination: { host: web-stable, port: { number: 80 } }, weight: 100 }, { destination: { host: web-canary, port: { number: 80 } }, weight: 0 }]';

/** A Rollout that makes a header route for requests of beta users, and takes it away. */
const ROLLOUT_YAML = joinDocuments(exampleIstioCanary(`
steps:
  - setCanaryScale:
      weight: 25
  - setHeaderRoute:
      name: beta-users
      match:
        - headerName: x-beta
          headerValue:
            exact: "true"
`, 'managedRoutes:\n  - name: beta-users'), exampleServices('web-stable', 'web-canary'));

/** Finds header and mirror routes for a VirtualService that has no place for them. */
export const headerRouteNeedsHttp = defineRule({
  id: 'traffic/header-route-needs-http',
  severity: 'error',
  kinds: [ROLLOUT],
  since: '0.1.0',
  implements: [],
  title: 'a VirtualService that gets header and mirror routes has http routes',
  rationale: 'Header and mirror routes are http routes. In a VirtualService with tls or tcp routes alone the controller finds no place '
    + 'for them: the step fails in every reconciliation, and the update stands still.',
  bad: joinDocuments(ROLLOUT_YAML.replace('      routes:\n            - primary\n', ''), exampleVirtualService(`tcp:\n  - route: ${DESTINATIONS}`)),
  good: joinDocuments(ROLLOUT_YAML, exampleVirtualService(`http:\n  - name: primary\n    route: ${DESTINATIONS}`)),
  check(entry, context) {
    const steps = canaryPlace(entry).at('steps').items;
    const [step] = steps.flatMap((one) => [one.at('setHeaderRoute'), one.at('setMirrorRoute')]).filter((one) => one.exists);
    if (!step) return;
    for (const service of managedVirtualServices(entry, context.manifests)) {
      if (isSet(service.spec, 'http')) continue;
      const sections = ['tls', 'tcp'].filter((section) => isSet(service.spec, section)).join(' and ') || 'none';
      context.report(pointer(service.pointer, 'name'), `${titleOf(service, entry)} has no http routes, and a step makes one`, {
        received: sections === 'none' ? 'no routes' : `${sections} routes`, expected: 'http routes', fix: `remove ${readable(step.pointer)}, or split http routes`,
      });
    }
  },
});
