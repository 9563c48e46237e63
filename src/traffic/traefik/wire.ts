/** The spec of a TraefikService that splits by weight: the part of it that we render. */
export interface TraefikServiceSpecWire {
  readonly weighted: {
    readonly services: readonly { readonly name: string; readonly port: number; readonly weight: number }[];
    readonly sticky?: { readonly cookie: { readonly name?: string; readonly secure?: boolean; readonly httpOnly?: boolean } };
  };
}

/** The spec of an IngressRoute: the part of it that we render. */
export interface IngressRouteSpecWire {
  readonly entryPoints?: readonly string[];
  readonly routes: readonly {
    readonly kind: 'Rule';
    readonly match: string;
    readonly priority?: number;
    readonly middlewares?: readonly { readonly name: string; readonly namespace?: string }[];
    readonly services: readonly { readonly kind: 'TraefikService'; readonly name: string }[];
  }[];
  readonly tls?: { readonly secretName?: string; readonly certResolver?: string };
}
