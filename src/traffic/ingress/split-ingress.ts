import { ApiObject, Lazy } from 'cdk8s';
import type { Construct } from 'constructs';
import { InputError } from '../../manifests/input-error';
import { checkHostName } from '../host-name';
import type { IngressRef } from './ingress-ref';
import type { IngressBackendWire, IngressWire } from './wire';

/** Paths of an Ingress that lead to the rollout. */
export interface IngressPath {
  /** The path, which starts with `/`. */
  readonly path: string;
  /** `Prefix` compares whole elements of the path: `/api` takes `/api/v1` and not `/apis`. */
  readonly pathType: 'Exact' | 'Prefix' | 'ImplementationSpecific';
}

/** A certificate of an Ingress. */
export interface IngressTls {
  /**
   * The Secret with the certificate.
   * @default - the default certificate of the controller
   */
  readonly secretName?: string;
  /**
   * Host names that the certificate is for.
   * @default - those of the Ingress
   */
  readonly hosts?: readonly [string, ...string[]];
}

/** The Ingress that a router makes. */
export interface SplitIngressProps {
  /**
   * Host names that clients use: `web.example.com`, `*.example.com`.
   * @default - every host that reaches the controller
   */
  readonly hosts?: readonly [string, ...string[]];
  /**
   * Paths that lead to the rollout.
   * @default - all paths, `/` by prefix
   */
  readonly paths?: readonly [IngressPath, ...IngressPath[]];
  /**
   * Certificates.
   * @default - none
   */
  readonly tls?: readonly IngressTls[];
  /**
   * Annotations of the Ingress, with their prefix.
   * @default - none
   */
  readonly annotations?: Readonly<Record<string, string>>;
}

/** Says that an Ingress is made elsewhere, so nothing can be said about it here. */
export type NoSplitIngress = { readonly [Key in keyof SplitIngressProps | 'ingressClassName' | 'port']?: undefined };

const ALL_PATHS: IngressPath = { path: '/', pathType: 'Prefix' };

/** Throws when Kubernetes would refuse the Ingress. */
export function checkSplitIngress({ hosts, paths, tls }: SplitIngressProps): void {
  for (const host of hosts ?? []) {
    if (host === '*') throw new InputError('an Ingress knows no host "*". leave hosts out to take every host');
    checkHostName(host);
  }
  for (const { path } of paths ?? []) {
    if (!path.startsWith('/')) throw new InputError(`the path ${JSON.stringify(path)} does not start with "/". write ${JSON.stringify(`/${path}`)}`);
  }
  for (const { hosts: names } of tls ?? []) names?.forEach((name) => checkHostName(name));
}

/** Makes the Ingress. Every rule has paths and leads to a Service, which Argo Rollouts relies on without looking. */
export function createSplitIngress(
  scope: Construct, name: string, ingressClassName: string, props: SplitIngressProps, backend: () => IngressBackendWire['service'],
): ApiObject {
  const produce = (): IngressWire => {
    const service = backend();
    const http = { paths: (props.paths ?? [ALL_PATHS]).map(({ path, pathType }) => ({ path, pathType, backend: { service } })) };
    return {
      ingressClassName,
      tls: props.tls?.map(({ hosts = props.hosts, secretName }) => ({ hosts, secretName })),
      rules: props.hosts?.map((host) => ({ host, http })) ?? [{ http }],
    };
  };
  return new ApiObject(scope, 'Ingress', {
    apiVersion: 'networking.k8s.io/v1',
    kind: 'Ingress',
    metadata: { name, annotations: props.annotations },
    spec: Lazy.any({ produce }),
  });
}

/** Takes note of Ingresses that are made elsewhere. Throws when one is named twice. */
export function bindIngresses(scope: Construct, refs: readonly IngressRef[]): string[] {
  const names = refs.map((ref) => ref._bind(scope));
  const twice = names.find((name, i) => names.indexOf(name) < i);
  if (twice !== undefined) throw new InputError(`the Ingress ${twice} is listed twice. remove one`);
  return names;
}
