import { defineRule } from '../../rule';
import { joinDocuments } from '../rollouts/example-rollout';
import { ROLLOUT } from '../rollouts/rollout-strategy';
import { routedBy } from '../scopes';
import { exampleAlbIngress, exampleRouted } from './example-routers';
import { canaryPlace, routerObjects } from './router-objects';

function portExample(port: number): string {
  return joinDocuments(exampleRouted(`alb:\n  ingress: web\n  servicePort: ${port}`), exampleAlbIngress('web-stable'));
}

/** Services that the action of an ALB Ingress forwards to. */
const ROLES = ['stable service', 'canary service', 'ping service', 'pong service'];

/** Finds a port of the ALB action that the Services do not have. */
export const albServicePort = defineRule({
  id: 'traffic/alb-service-port',
  severity: 'error',
  kinds: [ROLLOUT],
  scope: routedBy.alb,
  since: '0.1.0',
  implements: [],
  title: 'servicePort of ALB is a port of both Services',
  rationale: 'The controller writes servicePort into the action for both Services, and looks at neither. The AWS controller cannot make a '
    + 'target group for a port that a Service does not have, and leaves the load balancer as it is.',
  bad: portExample(8080),
  good: portExample(80),
  check(entry, context) {
    const port = canaryPlace(entry).at('trafficRouting', 'alb', 'servicePort');
    const number = port.value;
    if (typeof number !== 'number') return;
    const without = routerObjects(entry, context.manifests, ({ role }) => ROLES.includes(role)).map(({ title, spec }) => ({
      title, ports: spec.at('ports').items.map((item) => item.at('port').value).filter((value) => typeof value === 'number'),
    })).filter(({ ports }) => ports.length > 0 && !ports.includes(number));
    if (without.length === 0) return;
    const [first] = without;
    context.report(port.pointer, `${without.map(({ title }) => title).join(' and ')} ${without.length === 1 ? 'has' : 'have'} no port ${number}`, {
      received: String(number), expected: first?.ports.join(' or '), fix: 'write the port of the Services, not that of the container',
    });
  },
});
