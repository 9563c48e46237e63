import type { IstioDestinationRule } from './destination-rule';
import type { DestinationRuleRef } from './destination-rule-ref';
import type { IstioHttpVirtualService, IstioVirtualService } from './virtual-service';
import type { VirtualServiceRef } from './virtual-service-ref';

/** One of several VirtualServices that split together. */
export type IstioNamedVirtualService<V extends IstioVirtualService = IstioVirtualService> = V & {
  /** Name of the VirtualService, such as `web-internal`. */
  readonly name: string;
};

/** How the two sides of the split are told apart. */
export type IstioSplitBy =
  | {
    /**
     * `host` splits between two Services, which suits traffic that enters by a gateway and lets metrics tell the two apart by
     * Service. `subset` splits one Service by a DestinationRule, which suits traffic inside the mesh: callers keep one name.
     * @default 'host'
     */
    readonly splitBy?: 'host';
    /**
     * Whether the two Services take turns at being stable, so that no Service is moved to other pods at a promotion. Callers inside the
     * mesh then call a third one, named like the rollout.
     * @default false
     */
    readonly pingPong?: boolean;
    readonly destinationRule?: undefined;
  }
  | {
    readonly splitBy: 'subset';
    readonly pingPong?: undefined;
    /**
     * The DestinationRule that makes the subsets `stable` and `canary`, or `DestinationRuleRef.fromName(...)` for one that is made
     * elsewhere.
     * @default - one without a traffic policy
     */
    readonly destinationRule?: IstioDestinationRule | DestinationRuleRef;
  };

type Inline = 'hosts' | 'gateways' | 'http' | 'httpBefore' | 'httpAfter' | 'tls' | 'tcp';
type Without<K extends string> = { readonly [Key in K]?: undefined };

/** The VirtualServices whose weights move: one that is described in place, one that is made elsewhere, or several. */
type VirtualServices<Made extends IstioVirtualService, Ref extends VirtualServiceRef> =
  | (Made & Without<'virtualService' | 'virtualServices'>)
  | (Without<Inline | 'virtualServices'> & {
    /** A VirtualService that is made elsewhere. */
    readonly virtualService: Ref;
  })
  | (Without<Inline | 'virtualService'> & {
    /** Several VirtualServices, made here or elsewhere. Argo Rollouts moves the weights of all of them. */
    readonly virtualServices: readonly [IstioNamedVirtualService<Made> | Ref, ...(IstioNamedVirtualService<Made> | Ref)[]];
  });

interface Ports {
  /**
   * Port of the Services that the traffic goes to.
   * @default - the only port of the Services
   */
  readonly port?: number;
}

/** How Istio splits the requests of a rollout. */
export type IstioRouterProps = IstioSplitBy & Ports & VirtualServices<IstioHttpVirtualService, VirtualServiceRef<'requests'>>;

/** How Istio splits the connections of a rollout, where at least one VirtualService knows of no requests. */
export type IstioStreamRouterProps = IstioSplitBy & Ports & VirtualServices<IstioVirtualService, VirtualServiceRef>;
