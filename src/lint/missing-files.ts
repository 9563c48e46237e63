import { existsSync, readdirSync, statSync } from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';
import type { ManifestEntry } from '../manifests/manifest-set';
import { Place } from '../manifests/references/place';
import type { Finding } from '../validation/finding';
import { compareText } from '../validation/order';
import { fileExists } from '../validation/rules/kustomize/file-exists';
import { slipOf } from '../validation/slip';
import { isKustomization, type LintedObject } from './linted-object';

/** Fields that name files or folders, each an item of a list. */
const LISTS = ['bases', 'components', 'configurations', 'crds', 'generators', 'patchesStrategicMerge', 'resources', 'transformers', 'validators'];
const PATCHES = ['patches', 'patchesJson6902'];
const GENERATORS = ['configMapGenerator', 'secretGenerator'];

/** Files that kustomizations name and that are not there. Only of kustomizations that are files themselves. */
export function missingFiles(sources: ReadonlyMap<ManifestEntry, LintedObject>, complete: boolean): readonly Finding[] {
  return [...sources].flatMap(([entry, object]): Finding[] => {
    const { absolute } = object.document.file;
    const isOfSops = object.manifest.apiVersion.startsWith('viaduct.ai/') && object.manifest.kind === 'ksops';
    if (!(isOfSops || isKustomization(object)) || absolute === undefined || !isFile(absolute)) return [];
    const folder = dirname(absolute);
    // Something may write the file before Kustomize reads it.
    const [rule, severity] = [fileExists.id, complete ? fileExists.severity : 'warning'] as const;
    const root = Place.root(object.manifest);
    return (isOfSops ? encrypted(root) : named(root)).filter(({ path }) => mayBeHere(path) && !existsSync(join(folder, path)))
      .map(({ place, path }) => ({ rule, severity, entry, pointer: place.pointer, ...wordsAbout(path, folder) }));
  });
}

/** Files that the generator of SOPS decrypts. It stands beside the kustomization mostly, from whose folder they are named. */
function encrypted(root: Place): readonly Named[] {
  return root.at('files').items.map((place) => ({ place, path: place.text }));
}

interface Named {
  readonly place: Place;
  readonly path: string;
}

function named(root: Place): readonly Named[] {
  const places = [
    ...LISTS.flatMap((list) => root.at(list).items),
    ...PATCHES.flatMap((list) => root.at(list).items.map((item) => item.at('path'))),
    ...root.at('replacements').items.map((item) => item.at('path')),
    root.at('openapi', 'path'),
  ].map((place): Named => ({ place, path: place.text }));
  const ofGenerators = GENERATORS.flatMap((list) => root.at(list).items).flatMap((item) => [
    // `name=path` gives a file another name.
    ...item.at('files').items.map((place): Named => ({ place, path: place.text.slice(place.text.indexOf('=') + 1) })),
    ...[...item.at('envs').items, item.at('env')].map((place): Named => ({ place, path: place.text })),
  ]);
  return [...places, ...ofGenerators];
}

/** No object in the place of a path, no address of another repository, and nothing that is filled in first. */
function mayBeHere(path: string): boolean {
  return path !== '' && !/[\n{}$?@:]|\/\//.test(path) && !HOST.test(path);
}

/** What Kustomize takes for the host of a repository, as in github.com/org/repo. */
const HOST = /^(?:git\b|[\w-]+(?:\.[\w-]+)*\.(?:com|org|net|io|dev|edu)\/)/i;

function isFile(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isFile() ?? false;
}

function wordsAbout(path: string, folder: string): Pick<Finding, 'message' | 'received' | 'fix'> {
  const above = dirname(join(folder, path));
  const there = existsSync(above) ? readdirSync(above).filter((name) => !name.startsWith('.')).sort(compareText) : [];
  const near = slipOf(basename(path), there);
  return {
    message: `there is no ${path}, so Kustomize renders nothing`,
    received: path,
    fix: near === undefined ? 'correct the path, or commit the file' : `did you mean ${relative(folder, join(above, near)).split('\\').join('/')}?`,
  };
}
