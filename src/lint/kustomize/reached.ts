import { dirname, join } from 'node:path';
import { isKustomization, type LintedObject, textsBelow } from '../linted-object';

/** Objects by their file and by its folder, as kustomizations name both. */
export function objectsByPath(objects: readonly LintedObject[]): ReadonlyMap<string, readonly LintedObject[]> {
  const byPath = new Map<string, LintedObject[]>();
  for (const object of objects) {
    const { absolute } = object.document.file;
    if (absolute === undefined) continue;
    for (const path of [dirname(absolute), absolute]) {
      const there = byPath.get(path);
      if (there) there.push(object);
      else byPath.set(path, [object]);
    }
  }
  return byPath;
}

/** The objects of the files and folders that a kustomization names, and those that kustomizations among them name. */
export function reachedFrom(overlay: LintedObject, byPath: ReadonlyMap<string, readonly LintedObject[]>): ReadonlySet<LintedObject> {
  const reached = new Set<LintedObject>();
  const open = [overlay];
  for (let next = open.pop(); next; next = open.pop()) {
    const folder = dirname(next.document.file.absolute ?? '');
    const { resources, bases, components } = next.manifest;
    for (const path of [resources, bases, components].flatMap((list) => textsBelow(list, ''))) {
      for (const one of byPath.get(join(folder, path).replace(/[\\/]$/, '')) ?? []) {
        if (reached.has(one)) continue;
        reached.add(one);
        if (isKustomization(one)) open.push(one);
      }
    }
  }
  return reached;
}
