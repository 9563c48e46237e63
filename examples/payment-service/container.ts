import { Size } from 'cdk8s';
import * as kplus from 'cdk8s-plus-27';

/** A container as all services of this team have it. */
export function container(name: string, tag: string): kplus.ContainerProps {
  return {
    name,
    image: `registry.example.com/payments/${name}:${tag}`,
    portNumber: 8080,
    resources: {
      cpu: { request: kplus.Cpu.millis(250) },
      memory: { request: Size.mebibytes(256), limit: Size.mebibytes(256) },
    },
    // Ready is who can take a payment, with its database; alive is whose process answers at all.
    readiness: kplus.Probe.fromHttpGet('/readyz'),
    liveness: kplus.Probe.fromHttpGet('/livez'),
  };
}
