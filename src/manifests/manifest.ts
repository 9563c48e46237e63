import { isClusterScoped } from './cluster-scoped';
import type { JsonObject, JsonValue } from './json';

/** `metadata` of a Kubernetes object, as far as the passes read it. */
export interface ManifestMetadata extends JsonObject {
  readonly name?: string;
  readonly generateName?: string;
  readonly namespace?: string;
  readonly labels?: { readonly [key: string]: string };
  readonly annotations?: { readonly [key: string]: string };
}

/** A Kubernetes object as plain JSON: what is written to Git, no matter which construct made it. */
export interface Manifest extends JsonObject {
  readonly apiVersion: string;
  readonly kind: string;
  readonly metadata: ManifestMetadata;
  readonly spec?: JsonValue;
}

/** What makes an object one object inside a unit. The version is not part of it: Kubernetes converts between versions. */
export interface ObjectId {
  /** API group, `''` for the core group. */
  readonly group: string;
  readonly kind: string;
  /** The namespace it is applied to, `''` when neither the object nor its unit names one. */
  readonly namespace: string;
  readonly name: string;
}

/** The group of an `apiVersion`: `argoproj.io/v1alpha1` gives `argoproj.io`, `v1` gives `''`. */
export function groupOf(apiVersion: string): string {
  const slash = apiVersion.indexOf('/');
  return slash < 0 ? '' : apiVersion.slice(0, slash);
}

/** The identity of a manifest that is applied to `defaultNamespace` unless it says otherwise, or its kind knows no namespaces. */
export function idOf(manifest: Manifest, defaultNamespace = ''): ObjectId {
  const group = groupOf(manifest.apiVersion);
  const { kind, metadata } = manifest;
  return {
    group,
    kind,
    namespace: isClusterScoped(group, kind) ? '' : metadata.namespace ?? defaultNamespace,
    name: metadata.name ?? metadata.generateName ?? '',
  };
}

/** How messages name an object: `Rollout/web` or `Rollout/shop/web`. */
export function describe(id: ObjectId): string {
  return id.namespace ? `${id.kind}/${id.namespace}/${id.name}` : `${id.kind}/${id.name}`;
}
