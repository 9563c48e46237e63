import { isJsonObject, type JsonObject, type JsonValue } from '../../manifests/json';
import type { Manifest } from '../../manifests/manifest';
import { valueAt } from '../../manifests/pointer';
import type { Finding } from '../../validation/finding';
import { isKustomization, type LintedObject } from '../linted-object';
import { withImages } from './images';
import { withLabels } from './labels';
import { deletedBy, type FileReader, patchesIn } from './patches';
import { objectsByPath, reachedFrom } from './reached';
import { type UnreadResource, unreadBy } from './unread';

/** A kustomization, what it reaches, and what it does. */
export interface Reach {
  readonly own: LintedObject;
  readonly reached: ReadonlySet<LintedObject>;
  /** What it does by itself to objects that it lists, besides their names and namespaces. */
  readonly change: (manifest: Manifest) => Manifest;
  /** What it takes by itself from where nobody has looked. */
  readonly unread: readonly UnreadResource[];
  /** Whether a patch of it takes an object out. */
  readonly isDeleted: (manifest: Manifest) => boolean;
}

/** What the kustomizations among the objects reach. One that reaches another reaches more and comes behind it. */
export function reachesOf(objects: readonly LintedObject[], read: FileReader): readonly Reach[] {
  const kustomizations = objects.filter(isKustomization);
  if (kustomizations.length === 0) return [];
  const byPath = objectsByPath(objects);
  return kustomizations.map((own): Reach => ({
    own, reached: reachedFrom(own, byPath), unread: unreadBy(own, byPath, read),
    change: changeOf(own, read), isDeleted: deletedBy(own, read),
  })).sort((a, b) => a.reached.size - b.reached.size);
}

/**
 * Objects with what the kustomizations that list them put into them, those of overlays after those of their folder: a base is hardly
 * right without. Nothing is rendered: it is what rules and schemas would miss or complain about.
 */
export function kustomizedObjects(objects: readonly LintedObject[], read: FileReader): readonly LintedObject[] {
  const reaches = reachesOf(objects, read);
  const changeOfOwn = new Map(reaches.map(({ own, change }) => [own, change]));
  const changes = new Map<LintedObject, Array<(manifest: Manifest) => Manifest>>();
  for (const { reached, change } of reaches) {
    const components = [...reached].filter((one) => isKustomization(one) && isComponent(one));
    const all = [...components.map((one) => changeOfOwn.get(one)!), change];
    for (const object of reached) if (!isKustomization(object)) changes.set(object, [...changes.get(object) ?? [], ...all]);
  }
  return objects.map((object) => {
    const own = changes.get(object);
    if (!own) return object;
    const { manifest: written } = object;
    return { ...object, manifest: own.reduce((manifest, change) => change(manifest), written), written };
  });
}

/** Whether a kustomization changes what those take that list it, and not only what it lists itself. */
export function isComponent({ manifest }: LintedObject): boolean {
  return manifest.kind === 'Component';
}

/** Whether a finding is about what its file says: not so where a kustomization decides what stands there. */
export function isAboutWritten({ pointer }: Finding, { manifest, written }: LintedObject): boolean {
  if (!written) return true;
  const [before, after] = [valueAt(written, pointer), valueAt(manifest, pointer)];
  const isInside = typeof before === 'object' && before !== null && typeof after === 'object' && after !== null;
  return isInside || before === after;
}

function changeOf(kustomization: LintedObject, read: FileReader): (manifest: Manifest) => Manifest {
  const { manifest: own } = kustomization;
  const [images, replicas] = [itemsOf(own.images), itemsOf(own.replicas)];
  const patches = patchesIn(kustomization, read);
  return (manifest) => {
    const patched = patches.reduce((one, patch) => patch(one), manifest);
    return withReplicas({ ...patched, ...withImages(withLabels(patched, own), images) }, replicas);
  };
}

const SCALED = ['Deployment', 'ReplicaSet', 'ReplicationController', 'StatefulSet'];

function withReplicas(manifest: Manifest, replicas: readonly JsonObject[]): Manifest {
  const said = replicas.find(({ name }) => name === manifest.metadata.name);
  return said && SCALED.includes(manifest.kind) && isJsonObject(manifest.spec)
    ? { ...manifest, spec: { ...manifest.spec, replicas: said.count } }
    : manifest;
}

function itemsOf(list: JsonValue | undefined): readonly JsonObject[] {
  return Array.isArray(list) ? (list as readonly JsonValue[]).filter(isJsonObject) : [];
}
