import { join } from 'node:path';
import { Size } from 'cdk8s';
import { ImageLock } from 'cdk8s-argo';
import * as kplus from 'cdk8s-plus-27';

const images = ImageLock.read(join(__dirname, 'images.lock.yaml'), { names: ['checkout', 'payment-service'] });

/** A container as all services of this team have it. */
export function container(name: 'checkout' | 'payment-service'): kplus.ContainerProps {
  return {
    name,
    image: images.of(name),
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
