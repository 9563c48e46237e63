import * as kplus from 'cdk8s-plus-27';
import { fail } from '../render/construct-error';

/** A Service of a rollout, without the fields that say what Kubernetes assumes anyway. */
export class RolloutService extends kplus.Service {
  /** @internal */
  public override _toKube(): kplus.k8s.ServiceSpec {
    if (this.ports.length === 0) {
      throw fail(this, 'a Service needs a port, and no container of the rollout has one. give a container portNumber or ports, or pass ports to the rollout');
    }
    const { externalIPs = [], type, ports = [], ...spec } = super._toKube();
    return {
      ...spec,
      ports: ports.length > 1 ? ports.map(named) : ports,
      externalIPs: externalIPs.length > 0 ? externalIPs : undefined,
      type: type === kplus.ServiceType.CLUSTER_IP ? undefined : type,
    };
  }
}

// Kubernetes wants names where there are several. This one says nothing about the protocol, so a mesh looks for itself.
function named(port: kplus.k8s.ServicePort): kplus.k8s.ServicePort {
  return { ...port, name: port.name ?? `port-${port.port}` };
}
