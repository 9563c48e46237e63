import { InputError } from '../manifests/input-error';
import { isJsonObject, type JsonObject } from '../manifests/json';
import { describe, idOf, type Manifest } from '../manifests/manifest';
import { ManifestSet } from '../manifests/manifest-set';
import { SyncPlan } from '../sync-plan/sync-plan';
import { validate } from '../validation/engine';
import { Profile } from '../validation/profiles/profile';
import { DEFAULT_TARGETS, type Targets } from '../validation/targets';
import { profileNamed } from './judging';
import type { ManifestSource } from './manifest-source';
import { yamlDocuments } from './yaml-documents';

/** What is known of YAML beside what it says. */
export interface YamlManifestsProps {
  /**
   * Namespace of objects that name none.
   * @default - nobody has said
   */
  readonly namespace?: string;
  /**
   * Whether there are no other objects. What they name and is not there is an error then, else a warning.
   * @default false
   */
  readonly complete?: boolean;
  /**
   * The versions that the manifests are for.
   * @default - Kubernetes 1.36, Argo Rollouts 1.9, Argo CD 3.5, Istio 1.30
   */
  readonly targets?: Partial<Targets>;
}

/** The objects of a text with any number of documents. The items of a `List` are objects of their own. */
export function yamlSource(text: string, { namespace = '', complete = false, targets }: YamlManifestsProps, file?: string): ManifestSource {
  const set = new ManifestSet();
  for (const { value, line, place } of yamlDocuments(text, file)) {
    const provenance = { file: file === undefined ? `line ${line} of the YAML` : `${file}:${line}` };
    for (const manifest of objectsIn(value, place)) set.add({ id: '', namespace, destination: { cluster: '' } }, manifest, provenance);
  }
  return {
    manifests: allOf(set).map((manifest) => {
      const id = idOf(manifest, namespace);
      return { manifest, label: describe(id), namespace: id.namespace };
    }),
    synthesized: false,
    profile: Profile.recommended(),
    validate: (options = {}) => validate(set, {
      complete: options.complete ?? complete,
      targets: { ...DEFAULT_TARGETS, ...targets, ...options.targets },
      profile: profileNamed(options.profile ?? 'recommended'),
    }),
    syncPlan: () => SyncPlan._of(set),
  };
}

// Also those that would overwrite each other.
function allOf(set: ManifestSet): readonly Manifest[] {
  return [...set.entries, ...set.duplicates.map(({ second }) => second)].map(({ manifest }) => manifest);
}

function objectsIn(value: unknown, place: string): readonly Manifest[] {
  if (value === null || value === undefined) return [];
  const { apiVersion, kind, items, metadata = {}, ...rest }: JsonObject = isJsonObject(value) ? value : {};
  if (apiVersion === 'v1' && kind === 'List' && Array.isArray(items)) return items.flatMap((item: unknown) => objectsIn(item, place));
  if (typeof apiVersion === 'string' && typeof kind === 'string' && isJsonObject(metadata)) {
    return [{ apiVersion, kind, metadata, ...items !== undefined && { items }, ...rest }];
  }
  throw new InputError(`${place}: the document is no Kubernetes object. it needs an apiVersion, a kind and metadata`);
}
