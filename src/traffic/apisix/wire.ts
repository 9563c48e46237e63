/** The spec of an ApisixRoute: the part of it that we render. */
export interface ApisixRouteSpecWire {
  readonly ingressClassName?: string;
  readonly http: readonly {
    readonly name: string;
    readonly priority?: number;
    readonly websocket?: boolean;
    readonly match: { readonly hosts?: readonly string[]; readonly methods?: readonly string[]; readonly paths: readonly string[] };
    readonly backends: readonly { readonly serviceName: string; readonly servicePort: number; readonly weight: number }[];
    readonly plugins?: readonly { readonly name: string; readonly enable: boolean; readonly config?: Readonly<Record<string, unknown>> }[];
  }[];
}

/** The kind of APISIX that Argo Rollouts changes. */
export const APISIX_ROUTE = { apiVersion: 'apisix.apache.org/v2', kind: 'ApisixRoute' } as const;
