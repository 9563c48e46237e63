import { isJsonObject } from '../../../manifests/json';
import type { Manifest } from '../../../manifests/manifest';
import { pointer, type Pointer } from '../../../manifests/pointer';

/** What Argo CD's own annotations begin with. */
export const PREFIX = 'argocd.argoproj.io/';

/** The text of an annotation of Argo CD, such as `sync-wave`; undefined when it is absent or no text. */
export function argoAnnotation(manifest: Manifest, name: string): string | undefined {
  const annotations: unknown = manifest.metadata.annotations;
  const value = isJsonObject(annotations) ? annotations[PREFIX + name] : undefined;
  return typeof value === 'string' ? value : undefined;
}

/** Where an annotation of Argo CD is. */
export function argoAnnotationPointer(name: string): Pointer {
  return pointer('/metadata/annotations', PREFIX + name);
}

/** The entries of a comma-separated annotation, as Argo CD reads them: trimmed, empty ones left out. */
export function commaList(text: string): string[] {
  return text.split(',').map((item) => item.trim()).filter((item) => item !== '');
}

/** The sync options that an object is annotated with, in the order of the text; Argo CD reads the first of two that contradict. */
export function objectOptions(manifest: Manifest): readonly string[] {
  const text = argoAnnotation(manifest, 'sync-options');
  return text === undefined ? [] : commaList(text);
}
