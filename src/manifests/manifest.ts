import { isClusterScoped } from './cluster-scoped';
import type { JsonObject, JsonValue } from './json';

/** `metadata` of a Kubernetes object, as far as the passes read it. */
export interface ManifestMetadata extends JsonObject {
  /** Name of the object. Absent where `generateName` is said. */
  readonly name?: string;
  /** Beginning of a name that the API server completes whenever the object is made. */
  readonly generateName?: string;
  /** Namespace of the object. Absent where it takes that of its unit, or has none. */
  readonly namespace?: string;
  /** Labels, which selectors find the object by. */
  readonly labels?: { readonly [key: string]: string };
  /** Annotations, such as the wave and the hook that Argo CD reads. */
  readonly annotations?: { readonly [key: string]: string };
}

/** A Kubernetes object as plain JSON: what is written to Git, no matter which construct made it. */
export interface Manifest extends JsonObject {
  /** Group and version: `argoproj.io/v1alpha1`, or `v1` for the core group. */
  readonly apiVersion: string;
  /** Kind of the object: `Rollout`. */
  readonly kind: string;
  /** Name, namespace, labels and annotations. */
  readonly metadata: ManifestMetadata;
  /** What is wanted of the object. Absent for kinds without one, such as a ConfigMap. */
  readonly spec?: JsonValue;
}

/** What makes an object one object inside a unit. The version is not part of it: Kubernetes converts between versions. */
export interface ObjectId {
  /** API group, `''` for the core group. */
  readonly group: string;
  /** Kind of the object: `Rollout`. */
  readonly kind: string;
  /** The namespace it is applied to, `''` when neither the object nor its unit names one. */
  readonly namespace: string;
  /** Its `metadata.name`, else its `generateName`; `''` when it has neither. */
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
