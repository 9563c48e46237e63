import type { Service } from 'cdk8s-plus-27';
import type { Construct } from 'constructs';
import { fail } from '../render/construct-error';

/**
 * The port of a Service that a router sends traffic to: the one that the user chose, or the only one there is. Ask while
 * rendering, because a container may be added after the router was bound.
 */
export function servicePort(scope: Construct, service: Service, chosen: number | undefined, factory: string): number {
  const ports = service.ports.map(({ port }) => port);
  if (chosen !== undefined) {
    if (ports.includes(chosen)) return chosen;
    throw fail(scope, `the port is ${chosen}, but the Service ${service.name} has ${ports.join(', ') || 'no ports'}. choose one of its ports`);
  }
  const [only, ...others] = ports;
  if (only !== undefined && others.length === 0) return only;
  if (only === undefined) {
    throw fail(scope, `the Service ${service.name} has no port to send traffic to. give a container portNumber or ports, or pass ports to the rollout`);
  }
  throw fail(scope, `the Service ${service.name} has the ports ${ports.join(', ')}, and the router needs to know which one gets the traffic. ` +
    `say it: TrafficRouter.${factory}({ port: ${only}, ... })`);
}
