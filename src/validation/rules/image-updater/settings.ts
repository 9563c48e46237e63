import type { ManifestEntry } from '../../../manifests/manifest-set';
import { pointer, type Pointer } from '../../../manifests/pointer';
import { Place } from '../../../manifests/references/place';

/** What annotations of the Image Updater begin with. */
export const PREFIX = 'argocd-image-updater.argoproj.io/';

/** The kinds whose objects say what is updated: the resource of release 1.x, and what may carry the older annotations. */
export const UPDATED_KINDS = ['argocd-image-updater.argoproj.io/ImageUpdater', 'argoproj.io/Application', 'argoproj.io/ApplicationSet'];

/** The settings that are texts, by the names that the resource has for them. */
export type SettingName =
  'updateStrategy' | 'allowTags' | 'pullSecret' | 'platforms' | 'method' | 'branch' | 'writeBackTarget';

/** One setting, wherever it is said. */
export interface Setting {
  readonly name: SettingName;
  readonly text: string;
  readonly pointer: Pointer;
  /** Whether pull requests are asked for beside it. */
  readonly pullRequest: boolean;
}

const BY_ANNOTATION: ReadonlyMap<string, SettingName> = new Map([
  ['update-strategy', 'updateStrategy'],
  ['allow-tags', 'allowTags'],
  ['pull-secret', 'pullSecret'],
  ['platforms', 'platforms'],
  ['write-back-method', 'method'],
  ['git-branch', 'branch'],
  ['write-back-target', 'writeBackTarget'],
]);

/** One annotation of the Image Updater, as it is read: `web.allow-tags` is `allow-tags` of the image with the alias `web`. */
export interface UpdaterAnnotation {
  readonly key: string;
  readonly alias: string;
  readonly setting: string;
  readonly value: string;
  readonly pointer: Pointer;
}

/** The annotations that the Image Updater would read: of an Application, or of the template of an ApplicationSet. */
export function updaterAnnotations({ id, manifest }: ManifestEntry): UpdaterAnnotation[] {
  const at = id.kind === 'ApplicationSet' ? ['spec', 'template', 'metadata', 'annotations'] : ['metadata', 'annotations'];
  const annotations = Place.root(manifest).at(...at);
  return Object.keys(annotations.object).filter((key) => key.startsWith(PREFIX)).flatMap((key) => {
    const value = annotations.object[key];
    // What a generator fills in is not known here.
    if (typeof value !== 'string' || value.includes('{{') || key.includes('{{')) return [];
    const name = key.slice(PREFIX.length);
    const [, alias = '', setting = name] = /^(.+?)\.((?:helm|kustomize)\.[^.]+)$/.exec(name) ?? /^(.+)\.([^.]+)$/.exec(name) ?? [];
    return [{ key, alias, setting, value: value.trim(), pointer: pointer(annotations.pointer, key) }];
  });
}

/** Every setting that the object says with these names. */
export function settingsOf(entry: ManifestEntry, ...names: readonly SettingName[]): Setting[] {
  const found = entry.id.kind === 'ImageUpdater' ? settingsOfResource(entry) : settingsOfAnnotations(entry);
  return found.filter(({ name, text }) => names.includes(name) && text !== '');
}

function settingsOfAnnotations(entry: ManifestEntry): Setting[] {
  return updaterAnnotations(entry).flatMap(({ setting, value, pointer: at }) => {
    const name = BY_ANNOTATION.get(setting);
    if (!name) return [];
    const texts = name === 'platforms' ? value.split(',').map((text) => text.trim()) : [value];
    return texts.map((text) => ({ name, text, pointer: at, pullRequest: false }));
  });
}

function settingsOfResource({ manifest }: ManifestEntry): Setting[] {
  const spec = Place.root(manifest).at('spec');
  const refs = spec.at('applicationRefs').items;
  const places = [spec, ...refs, ...refs.flatMap((ref) => ref.at('images').items)];
  return places.flatMap((place) => {
    const update = place.at('commonUpdateSettings');
    const back = place.at('writeBackConfig');
    const git = back.at('gitConfig');
    const pullRequest = git.at('pullRequest').exists;
    return [
      ...(['updateStrategy', 'allowTags', 'pullSecret'] as const).map((name) => [name, update.at(name)] as const),
      ...update.at('platforms').items.map((platform) => ['platforms', platform] as const),
      ['method', back.at('method')] as const,
      ...(['branch', 'writeBackTarget'] as const).map((name) => [name, git.at(name)] as const),
    ].map(([name, at]) => ({ name, text: at.text.trim(), pointer: at.pointer, pullRequest }));
  });
}
