import { InputError } from '../../manifests/input-error';
import type { IngressRouteSpecWire } from './wire';

/** A Middleware of Traefik. */
export interface TraefikMiddleware {
  /** Name of the Middleware. */
  readonly name: string;
  /** @default - the namespace of the chart */
  readonly namespace?: string;
}

/** Which requests the IngressRoute leads to the rollout. */
export type TraefikMatch =
  | {
    /** Host names that clients use. */
    readonly hosts: readonly [string, ...string[]];
    /**
     * What the path of a request begins with.
     * @default - any path
     */
    readonly pathPrefix?: string;
    readonly match?: undefined;
  }
  | {
    /** A rule in the language of Traefik, for what host and path cannot say: Header(`x-tenant`, `blue`). */
    readonly match: string;
    readonly hosts?: undefined;
    readonly pathPrefix?: undefined;
  };

/** The IngressRoute that leads traffic to a rollout. */
export type TraefikIngress = TraefikMatch & {
  /**
   * Entry points of Traefik that the traffic comes in by, such as `websecure`.
   * @default - the default entry points of Traefik
   */
  readonly entryPoints?: readonly [string, ...string[]];
  /**
   * Middlewares that every request passes, in order.
   * @default - none
   */
  readonly middlewares?: readonly TraefikMiddleware[];
  /**
   * Which of several matching rules wins: the one with the largest number.
   * @default - the longest rule wins
   */
  readonly priority?: number;
  /**
   * Serves HTTPS: with the certificate in a Secret, with one that a resolver of Traefik gets, or with `{}` for the default
   * certificate.
   * @default - plain HTTP, unless the entry point says otherwise
   */
  readonly tls?:
    | { readonly secretName?: string; readonly certResolver?: undefined }
    | { readonly certResolver: string; readonly secretName?: undefined };
};

// Host of Traefik takes a name to the letter; patterns are for HostRegexp.
const HOST = /^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$/i;

/** The spec of an IngressRoute that leads to a TraefikService. */
export function ingressRouteSpec(ingress: TraefikIngress, traefikService: string): IngressRouteSpecWire {
  return {
    entryPoints: ingress.entryPoints,
    routes: [{
      kind: 'Rule',
      match: ruleOf(ingress),
      priority: ingress.priority,
      middlewares: ingress.middlewares?.map(({ name, namespace }) => ({ name, namespace })),
      services: [{ kind: 'TraefikService', name: traefikService }],
    }],
    tls: ingress.tls && { secretName: ingress.tls.secretName, certResolver: ingress.tls.certResolver },
  };
}

/** Throws when a host or a path cannot stand in a rule. */
export function checkTraefikMatch({ hosts, pathPrefix }: TraefikMatch): void {
  for (const host of hosts ?? []) {
    if (!HOST.test(host)) {
      throw new InputError(`the host ${JSON.stringify(host)} is no DNS name. write one such as web.example.com, or a rule of your own: ` +
        "match: 'HostRegexp(...)'");
    }
  }
  if (pathPrefix !== undefined && !/^\/[^`\s]*$/.test(pathPrefix)) {
    throw new InputError(`the path prefix ${JSON.stringify(pathPrefix)} is no path. write one that begins with a slash, such as /shop`);
  }
}

function ruleOf(ingress: TraefikMatch): string {
  if (ingress.hosts === undefined) return ingress.match;
  const hosts = ingress.hosts.map((host) => `Host(\`${host}\`)`);
  if (ingress.pathPrefix === undefined) return hosts.join(' || ');
  return `${hosts.length > 1 ? `(${hosts.join(' || ')})` : hosts[0]} && PathPrefix(\`${ingress.pathPrefix}\`)`;
}
