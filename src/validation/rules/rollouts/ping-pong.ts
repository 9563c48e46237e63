import { defineRule } from '../../rule';
import { exampleCanary, exampleServices, exampleVirtualService, joinDocuments } from './example-rollout';
import { isSet, objectField, textField } from './fields';
import { CANARY, canaryOf, describeRouters, hasRouter, ROLLOUT, TRAFFIC_ROUTING, trafficRoutingOf } from './rollout-strategy';

/** A rollout that swaps web-ping with this Service. */
function pingPongExample(pong: string): string {
  return joinDocuments(exampleCanary(`
pingPong:
  pingService: web-ping
  pongService: ${pong}
trafficRouting:
  istio:
    virtualService:
      name: web
      routes:
        - primary
steps:
  - setWeight: 25
`), exampleServices('web-ping', 'web-pong', 'web-stable'), exampleVirtualService(`
http:
  - name: primary
    route:
      - destination:
          host: web-pong
        weight: 100
      - destination:
          host: web-ping
        weight: 0
`));
}

/** Finds ping-pong Services that cannot take turns. */
export const pingPong = defineRule({
  id: 'rollouts/ping-pong',
  severity: 'error',
  kinds: [ROLLOUT],
  since: '0.1.0',
  implements: ['AR-022', 'AR-023', 'AR-024', 'AR-025', 'AR-026'],
  title: 'ping and pong are two Services behind a router that can swap them',
  rationale: 'Ping and pong take turns in being the stable Service, which Argo Rollouts 1.9 can do with AWS ALB and Istio only. ALB '
    + 'needs a root Service, because the names of the other two say nothing about the state. Anything else is InvalidSpec.',
  bad: pingPongExample('web-ping'),
  good: pingPongExample('web-pong'),
  check(entry, context) {
    const services = objectField(canaryOf(entry.manifest), 'pingPong');
    if (!services) return;
    const at = `${CANARY}/pingPong`;
    const ping = textField(services, 'pingService');
    const pong = textField(services, 'pongService');
    for (const [key, name] of [['pingService', ping], ['pongService', pong]] as const) {
      if (name !== '' || !isSet(services, key)) continue;
      context.report(`${at}/${key}`, `${key} is empty`, { received: '""', expected: 'the name of a Service', fix: 'name both Services' });
    }
    if (ping !== '' && ping === pong) {
      context.report(`${at}/pongService`, `pingService and pongService are both ${ping}, so there is nothing to swap`, {
        received: pong, expected: 'a Service other than ping', fix: 'name a second Service',
      });
    }
    const routing = trafficRoutingOf(entry.manifest);
    if (!routing) return;
    if (!hasRouter(routing, 'alb', 'istio')) {
      context.report(at, `pingPong needs ALB or Istio, and the rollout has ${describeRouters(routing)}`, {
        received: describeRouters(routing), expected: 'alb or istio', fix: 'use stableService and canaryService with this router',
      });
    }
    const alb = objectField(routing, 'alb');
    if (alb && textField(alb, 'rootService') === '') {
      context.report(`${TRAFFIC_ROUTING}/alb`, 'alb has no rootService, which ping-pong needs', {
        expected: 'rootService', fix: 'set alb.rootService to a third Service that the Ingress names',
      });
    }
  },
});
