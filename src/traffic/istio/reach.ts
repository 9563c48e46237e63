import { InputError } from '../../manifests/input-error';
import { checkHostName } from '../host-name';

/** Where a VirtualService applies. */
export type IstioReach =
  | {
    /**
     * Gateways that let the traffic in, as `namespace/name`, or `name` for one in the same namespace. Add `mesh` for
     * callers inside the mesh.
     */
    readonly gateways: readonly [string, ...string[]];
    /** Host names that clients outside use. */
    readonly hosts: readonly [string, ...string[]];
  }
  | {
    readonly gateways?: undefined;
    /**
     * Host names that callers inside the mesh use.
     * @default - the name of the Service
     */
    readonly hosts?: readonly [string, ...string[]];
  };

// IS-007 of its webhook: pkg/config/validation/validation.go in istio/istio.
const GATEWAY = /^([a-z0-9]([-a-z0-9]*[a-z0-9])?\/)?[a-z0-9]([-a-z0-9.]*[a-z0-9])?$/;

/** Throws when Istio would refuse the hosts or the gateways. */
export function checkReach({ hosts, gateways }: IstioReach): void {
  for (const host of hosts ?? []) {
    if (host === '*') {
      if (gateways && !gateways.includes('mesh')) continue;
      throw new InputError('the host "*" would take over every call inside the mesh, and Istio refuses it. name the hosts, or bind to gateways alone');
    }
    checkHostName(host);
  }
  for (const gateway of gateways ?? []) {
    if (!GATEWAY.test(gateway)) {
      throw new InputError(`the gateway ${JSON.stringify(gateway)} is no name. write namespace/name, or name for one in the same namespace`);
    }
  }
}
