import { dirname, join } from 'node:path';
import { isJsonObject } from '../manifests/json';
import { isKustomization, type LintedObject, textsBelow } from './linted-object';

/** The files that kustomizations use as patches: what stands in them is only a part of an object, and none by itself. */
export function patchesOf(objects: readonly LintedObject[]): ReadonlySet<string> {
  const patches = objects.filter(isKustomization).flatMap(({ manifest, document: { file } }) => {
    if (file.absolute === undefined) return [];
    const folder = dirname(file.absolute);
    const paths = [
      // A text in place of an object with a path is refused by Kustomize today, and is no manifest either.
      ...textsBelow(manifest.patches, 'path'),
      ...textsBelow(manifest.patchesJson6902, 'path'),
      ...textsBelow(manifest.patchesStrategicMerge, ''),
      ...filesOf(manifest.configMapGenerator),
      ...filesOf(manifest.secretGenerator),
    ];
    return paths.filter((path) => !path.includes('\n')).map((path) => join(folder, path));
  });
  return new Set(patches);
}

/** Files that become the content of ConfigMaps and Secrets; `name.yaml=path.yaml` gives one another name. */
function filesOf(generators: unknown): readonly string[] {
  if (!Array.isArray(generators)) return [];
  return generators.flatMap((generator: unknown) => (isJsonObject(generator) ? textsBelow(generator.files, '') : []))
    .map((path) => path.slice(path.indexOf('=') + 1));
}
