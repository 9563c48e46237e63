import { dirname, join } from 'node:path';
import { matchesGlob } from '../../languages/globs';
import { readDocument } from '../../languages/kubernetes-yaml/read-document';
import { isJsonObject, type JsonObject, type JsonValue } from '../../manifests/json';
import { groupOf, type Manifest } from '../../manifests/manifest';
import type { LintedObject } from '../linted-object';
import { mergedWith } from './merge';
import { operatedOn } from './operations';

/** What the documents of a file say. */
export type FileReader = (absolute: string) => readonly unknown[];

/** A change that a kustomization makes, of the objects that it is for. */
export type Patch = (manifest: Manifest) => Manifest;

/** The patches of a kustomization, those in files too. */
export function patchesIn(kustomization: LintedObject, read: FileReader): readonly Patch[] {
  return saidBy(kustomization, read).flatMap(({ value, isFor }): Patch[] => {
    const change = changeOf(value);
    return change ? [(object) => (isFor(object) ? sameObject(object, change(object)) : object)] : [];
  });
}

/** Tells the objects that a kustomization takes out by a patch. */
export function deletedBy(kustomization: LintedObject, read: FileReader): (manifest: Manifest) => boolean {
  const deleting = saidBy(kustomization, read).filter(({ value }) => isJsonObject(value) && value.$patch === 'delete');
  return (manifest) => deleting.some(({ isFor }) => isFor(manifest));
}

interface SaidPatch {
  readonly value: JsonValue | undefined;
  readonly isFor: (manifest: Manifest) => boolean;
}

function saidBy({ manifest, document }: LintedObject, read: FileReader): readonly SaidPatch[] {
  const { patches, patchesJson6902, patchesStrategicMerge } = manifest;
  const folder = dirname(document.file.absolute ?? '');
  const listed = [...itemsOf(patches), ...itemsOf(patchesJson6902)].filter(isJsonObject);
  const texts = itemsOf(patchesStrategicMerge).map((text): JsonObject =>
    (typeof text === 'string' && text.includes('\n') ? { patch: text } : { path: text }));
  return [...listed, ...texts].flatMap(({ path, patch, target }) => {
    const said = typeof patch === 'string' ? [readDocument(patch, false).value] : typeof path === 'string' ? read(join(folder, path)) : [];
    return (said as ReadonlyArray<JsonValue | undefined>).flatMap((value): SaidPatch[] => {
      const isFor = isJsonObject(target) ? targetOf(target) : isJsonObject(value) ? ownTarget(value) : undefined;
      return isFor ? [{ value, isFor }] : [];
    });
  });
}

function itemsOf(list: JsonValue | undefined): readonly JsonValue[] {
  return Array.isArray(list) ? list as readonly JsonValue[] : [];
}

/** Of a patch that makes another object of it only the rest is of interest. */
function sameObject({ apiVersion, kind, metadata }: Manifest, changed: JsonObject): Manifest {
  const { metadata: made } = changed;
  return { ...changed, apiVersion, kind, metadata: isJsonObject(made) ? { ...made, name: metadata.name } : metadata };
}

function changeOf(value: JsonValue | undefined): ((manifest: Manifest) => JsonObject) | undefined {
  if (Array.isArray(value)) return (manifest) => operatedOn(manifest, value as readonly JsonValue[]);
  if (!isJsonObject(value)) return undefined;
  const { apiVersion: _apiVersion, kind: _kind, metadata, ...fields } = value;
  // The name says which object is meant, or is that of no object where there is a target.
  const { name: _name, namespace: _namespace, ...more } = isJsonObject(metadata) ? metadata : {};
  return (manifest) => mergedWith(manifest, { ...fields, metadata: more });
}

/** The object of the kind and name that the patch has itself. */
function ownTarget({ apiVersion, kind, metadata }: JsonObject): (manifest: Manifest) => boolean {
  return (manifest) => manifest.kind === kind && isJsonObject(metadata) && manifest.metadata.name === metadata.name
    && typeof apiVersion === 'string' && groupOf(manifest.apiVersion) === groupOf(apiVersion);
}

/** What a target says of names and kinds. Labels may come from elsewhere, so they are taken to be right. */
function targetOf({ group, kind, name }: JsonObject): (manifest: Manifest) => boolean {
  return (manifest) => matches(group, groupOf(manifest.apiVersion)) && matches(kind, manifest.kind)
    && matches(name, String(manifest.metadata.name));
}

/** Expressions that are more than a name with `.*` in it are taken to match. */
function matches(expression: JsonValue | undefined, text: string): boolean {
  if (typeof expression !== 'string' || expression === '') return true;
  const plain = expression.replace(/^\^|\$$/g, '');
  return !/^(?:[\w-]|\.\*|\.(?![*+?]))*$/.test(plain) || matchesGlob(plain.replaceAll('.*', '*'), text);
}
