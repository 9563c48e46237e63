import { isJsonObject, type JsonObject, type JsonValue } from '../../manifests/json';
import type { Manifest } from '../../manifests/manifest';
import { valueAt } from '../../manifests/pointer';
import type { Finding } from '../../validation/finding';
import { isKustomization, type LintedObject } from '../linted-object';
import { withImages } from './images';
import { withLabels } from './labels';
import { type FileReader, patchesIn } from './patches';
import { objectsByPath, reachedFrom } from './reached';

/**
 * Objects with what the kustomizations that list them put into them, those of overlays after those of their folder: a base is hardly
 * right without. Nothing is rendered: it is what rules and schemas would miss or complain about.
 */
export function kustomizedObjects(objects: readonly LintedObject[], read: FileReader): readonly LintedObject[] {
  const kustomizations = objects.filter(isKustomization);
  if (kustomizations.length === 0) return objects;
  const byPath = objectsByPath(objects);
  // One that reaches another reaches more.
  const reaches = kustomizations.map((own) => ({ own, reached: reachedFrom(own, byPath) })).sort((a, b) => a.reached.size - b.reached.size);
  const changes = new Map<LintedObject, Array<(manifest: Manifest) => Manifest>>();
  for (const { own, reached } of reaches) {
    const components = [...reached].filter((one) => isKustomization(one) && one.manifest.kind === 'Component');
    const all = [...components, own].map((one) => changeOf(one, read));
    for (const object of reached) if (!isKustomization(object)) changes.set(object, [...changes.get(object) ?? [], ...all]);
  }
  return objects.map((object) => {
    const own = changes.get(object);
    if (!own) return object;
    const { manifest: written } = object;
    return { ...object, manifest: own.reduce((manifest, change) => change(manifest), written), written };
  });
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
