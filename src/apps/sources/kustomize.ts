import type { ApplicationSpecSourceKustomize, ApplicationSpecSourceKustomizePatch } from '../../../imports/types/argo-cd/application';
import { InputError } from '../../manifests/input-error';
import type { JsonObject, JsonValue } from '../../manifests/json';
import { isLabelKey, isLabelValue } from '../../manifests/labels';
import { yamlOf } from '../../manifests/yaml';

/** What an image of the folder becomes: another name, another tag or a digest. */
export type KustomizeImageChange =
  | { readonly name?: string; readonly tag: string; readonly digest?: never }
  | { readonly name?: string; readonly digest: `sha256:${string}`; readonly tag?: never }
  | { readonly name: string; readonly tag?: never; readonly digest?: never };

/** The objects that a patch is for. All that is given has to match; names and kinds are regular expressions. */
export interface KustomizePatchTarget {
  /** @default - any */
  readonly group?: string;
  /** @default - any */
  readonly version?: string;
  /** @default - any */
  readonly kind?: string;
  /** @default - any */
  readonly name?: string;
  /** @default - any */
  readonly namespace?: string;
  /** @default - any */
  readonly labelSelector?: string;
  /** @default - any */
  readonly annotationSelector?: string;
}

/** One step of a JSON patch. */
export interface KustomizePatchOperation {
  /** What is done to the field. */
  readonly op: 'add' | 'remove' | 'replace' | 'move' | 'copy' | 'test';
  /** The field, from the top of the object: `/spec/template/metadata/labels/team`. */
  readonly path: string;
  /**
   * The field that is moved or copied.
   * @default - none: only `move` and `copy` have one
   */
  readonly from?: string;
  /**
   * What the field becomes, or is expected to be.
   * @default - none: only `add`, `replace` and `test` have one
   */
  readonly value?: JsonValue;
}

/**
 * A change to objects of the folder: what they are merged with, a list of JSON patch operations, or a file with either. Operations name no
 * object, so they need a `target`; what is merged names its own unless it has one.
 */
export type KustomizePatch = {
  /**
   * What the patch may change beside fields.
   * @default - nothing
   */
  readonly options?: { readonly allowNameChange?: boolean; readonly allowKindChange?: boolean };
} & (
  | { readonly patch: readonly KustomizePatchOperation[]; readonly target: KustomizePatchTarget; readonly path?: never }
  | { readonly patch: JsonObject; readonly target?: KustomizePatchTarget; readonly path?: never }
  | { readonly path: string; readonly target?: KustomizePatchTarget; readonly patch?: never }
);

/** What Kustomize is told when it builds a folder that has a `kustomization.yaml`. */
export interface KustomizeOptions {
  /** @default - none */
  readonly namePrefix?: string;
  /** @default - none */
  readonly nameSuffix?: string;
  /**
   * Namespace of all objects.
   * @default - that of the folder
   */
  readonly namespace?: string;
  /**
   * Images by the name that stands in the manifests: `{ 'registry.example.com/web': { tag: '1.4.0' } }`.
   * @default - those of the folder
   */
  readonly images?: Readonly<Record<string, KustomizeImageChange>>;
  /**
   * Counts of pods by the name of the workload: `{ web: 3 }`, or a parameter of an ApplicationSet, `{ web: p.values.replicas }`.
   * @default - those of the folder
   */
  readonly replicas?: Readonly<Record<string, number | string>>;
  /**
   * Changes to objects of the folder.
   * @default - none
   */
  readonly patches?: readonly KustomizePatch[];
  /**
   * Folders of components, from the folder of the source.
   * @default - none
   */
  readonly components?: readonly string[];
  /**
   * Whether a folder of `components` may be absent.
   * @default false
   */
  readonly ignoreMissingComponents?: boolean;
  /**
   * Labels of all objects. They are put into selectors too, which cannot be changed later, unless `labelWithoutSelector` is true.
   * @default - none
   */
  readonly commonLabels?: Readonly<Record<string, string>>;
  /**
   * Whether labels of the folder may be overwritten.
   * @default false
   */
  readonly forceCommonLabels?: boolean;
  /**
   * Whether selectors and pods are left alone by `commonLabels`.
   * @default false
   */
  readonly labelWithoutSelector?: boolean;
  /**
   * Whether pods get the labels that selectors do not.
   * @default false
   */
  readonly labelIncludeTemplates?: boolean;
  /**
   * Annotations of all objects.
   * @default - none
   */
  readonly commonAnnotations?: Readonly<Record<string, string>>;
  /**
   * Whether annotations of the folder may be overwritten.
   * @default false
   */
  readonly forceCommonAnnotations?: boolean;
  /**
   * Whether `${ARGOCD_APP_NAME}` and its like are replaced in `commonAnnotations`.
   * @default false
   */
  readonly commonAnnotationsEnvsubst?: boolean;
  /**
   * Version of Kustomize, which argocd-cm has to know.
   * @default - the one that Argo CD comes with
   */
  readonly version?: string;
  /**
   * Version of Kubernetes that Helm charts in the folder are rendered for: `1.36.0`.
   * @default - that of the destination
   */
  readonly kubeVersion?: string;
  /**
   * API versions that Helm charts in the folder take for available.
   * @default - those of the destination
   */
  readonly apiVersions?: readonly string[];
}

/** What Argo CD is told. */
export function kustomizeToKube(options: KustomizeOptions): ApplicationSpecSourceKustomize {
  const { images, replicas, patches, ...rest } = options;
  for (const [key, value] of Object.entries(rest.commonLabels ?? {})) refuseLabel(key, value);
  return {
    ...rest,
    images: images && Object.entries(images).map(([name, image]) => imageText(name, image)),
    replicas: replicas && Object.entries(replicas).map(([name, count]) => ({ name, count: countOf(name, count) })),
    patches: patches?.map(patchToKube),
  };
}

// Parameters of an ApplicationSet and variables of Argo CD may stand in a value.
function refuseLabel(key: string, value: string): void {
  if (/\{\{/.test(key + value) || (isLabelKey(key) && (value.includes('$') || isLabelValue(value)))) return;
  throw new InputError(`the label ${JSON.stringify(key)}: ${JSON.stringify(value)} of commonLabels is one that Kubernetes refuses. ` +
    'use up to 63 letters, digits, "-", "_" and ".", and commonAnnotations for other texts');
}

function countOf(name: string, count: number | string): number | string {
  if (typeof count === 'string' && count.includes('{{')) return count;
  if (/^\d+$/.test(String(count))) return Number(count);
  throw new InputError(`the count of pods of ${name} is ${JSON.stringify(count)}. give a whole number, or a parameter of an ApplicationSet`);
}

function imageText(original: string, { name, tag, digest }: KustomizeImageChange): string {
  const renamed = name === undefined ? original : `${original}=${name}`;
  if (digest !== undefined) return `${renamed}@${digest}`;
  return tag === undefined ? renamed : `${renamed}:${tag}`;
}

function patchToKube({ patch, ...rest }: KustomizePatch): ApplicationSpecSourceKustomizePatch {
  if (Array.isArray(patch) && !rest.target) {
    throw new InputError('a JSON patch of Kustomize has no target, and Kustomize does not know what it is for. say it: target: { kind: \'Deployment\', name: \'web\' }');
  }
  return { ...rest, patch: patch && yamlOf(patch as JsonValue) };
}
