import { matchesGlob } from '../../../languages/globs';
import { yamlDocuments } from '../../../languages/yaml-text';
import { isJsonObject } from '../../../manifests/json';
import type { ManifestEntry, ManifestSet } from '../../../manifests/manifest-set';
import type { Place } from '../../../manifests/references/place';
import type { WrittenFile } from '../../../manifests/written-file';
import { writtenFolder, writtenSources } from '../projects/delivered-objects';
import { isPartial, literalOf } from './application-spec';

/** A file beside the manifests that Argo CD reads as one of them. */
export interface ReadFile {
  /** Its path from the folder of the source. */
  readonly path: string;
  /** The source that reads it. */
  readonly source: Place;
  /** What Argo CD takes it for: an object, or something that looks like one and stops the sync. */
  readonly as: { readonly object: string } | 'unreadable';
}

/**
 * The files beside the manifests that a plain directory of an Application takes in: every file with the ending of a manifest, unless
 * Kustomize or Helm find theirs in the folder and `directory` does not forbid it.
 *
 * @see findManifests of reposerver/repository/repository.go in argoproj/argo-cd
 */
export function filesReadBy(entry: ManifestEntry, manifests: ManifestSet): ReadFile[] {
  if (manifests.files.length === 0 || isPartial(entry)) return [];
  return writtenSources(entry).flatMap((source) => {
    const folder = writtenFolder(source, manifests);
    if (folder === undefined || ['chart', 'helm', 'kustomize', 'plugin'].some((field) => source.at(field).exists)) return [];
    const within = manifests.files.flatMap((file) => {
      const [path, top] = [`${file.unit.id}/${file.path}`, folder === '' ? '' : `${folder}/`];
      return path.startsWith(top) ? [{ file, path: path.slice(top.length) }] : [];
    });
    if (!source.at('directory').exists && within.some(({ path }) => TOOLS.has(path))) return [];
    return within.filter(({ path }) => isTakenIn(path, source.at('directory'))).flatMap(({ file, path }) => {
      const as = readAs(file);
      return as === undefined ? [] : [{ path, source, as }];
    });
  });
}

/** Files by which Argo CD knows that a folder is one of Kustomize or Helm. */
const TOOLS: ReadonlySet<string> = new Set(['Chart.yaml', 'kustomization.yaml', 'kustomization.yml', 'Kustomization']);

function isTakenIn(path: string, directory: Place): boolean {
  const [include, exclude] = [directory.at('include'), directory.at('exclude')];
  if (!/\.(?:json|ya?ml)$/.test(path) || (path.includes('/') && directory.at('recurse').value !== true)) return false;
  // What a parameter leaves out is not known.
  if ([include, exclude].some((place) => place.text !== literalOf(place))) return false;
  return !(exclude.text !== '' && matchesGlob(exclude.text, path)) && (include.text === '' || matchesGlob(include.text, path));
}

function readAs({ content, path }: WrittenFile): ReadFile['as'] | undefined {
  if (content.includes('+argocd:skip-file-rendering')) return undefined;
  const objects = yamlDocuments(content).filter((document) => document !== null && document !== undefined);
  const [first] = objects;
  if (objects.length > 0 && objects.every(isObject)) return { object: nameOf(first as Named) };
  // One that begins as no object and does not look like one is passed over.
  const looksLikeOne = ['apiVersion:', 'kind:', 'metadata:'].every((key) => content.includes(key));
  return path.endsWith('.json') || looksLikeOne || isObject(first) ? 'unreadable' : undefined;
}

interface Named {
  readonly kind: string;
  readonly metadata?: unknown;
}

function isObject(document: unknown): document is Named {
  return isJsonObject(document) && typeof document.kind === 'string' && document.kind !== '';
}

function nameOf({ kind, metadata }: Named): string {
  return isJsonObject(metadata) && typeof metadata.name === 'string' ? `${kind}/${metadata.name}` : `a ${kind} without a name`;
}
