import { isJsonObject, type JsonObject, type JsonValue } from '../../manifests/json';

/** The value with the names, tags and digests that a kustomization gives the images of containers, wherever these are. */
export function withImages(value: JsonObject, images: readonly JsonObject[]): JsonObject {
  if (images.length === 0) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]): [string, JsonValue | undefined] => {
    const isContainers = key === 'containers' || key === 'initContainers';
    if (isList(inner)) return [key, inner.map((item) => inList(isContainers ? withImage(item, images) : item, images))];
    return [key, isJsonObject(inner) ? withImages(inner, images) : inner];
  }));
}

function inList(item: JsonValue, images: readonly JsonObject[]): JsonValue {
  return isJsonObject(item) ? withImages(item, images) : item;
}

function isList(value: JsonValue | undefined): value is readonly JsonValue[] {
  return Array.isArray(value);
}

function withImage(container: JsonValue, images: readonly JsonObject[]): JsonValue {
  if (!isJsonObject(container) || typeof container.image !== 'string') return container;
  const image = images.reduce<string>(changed, container.image);
  return image === container.image ? container : { ...container, image };
}

/** @see api/filters/imagetag/updater.go in kubernetes-sigs/kustomize */
function changed(image: string, { name, newName, newTag, digest, tagSuffix }: JsonObject): string {
  const [, old = '', end = ''] = /^(.+?)((?::[\w.-]*)?(?:@.*)?)$/s.exec(image) ?? [];
  if (old !== name) return image;
  const said = typeof newName === 'string' && newName !== '' ? newName : old;
  const isTag = typeof newTag === 'string' || typeof newTag === 'number';
  if (typeof digest === 'string' && digest !== '') return `${said}@${digest}`;
  return said + (isTag ? `:${newTag}` : `${end}${typeof tagSuffix === 'string' ? tagSuffix : ''}`);
}
