import { dirname } from 'node:path';
import { expandApplicationSet } from '../expansion/expand';
import { isApplication, isApplicationSet } from '../manifests/applications';
import { isWithin } from '../manifests/folder-within';
import { normalizedGitUrl } from '../manifests/git-url';
import type { Manifest } from '../manifests/manifest';
import { Place } from '../manifests/references/place';
import type { LintedObject } from './linted-object';
import { pathOfSource, type SourceFolder, SourceFolders } from './source-folders';

/** A folder among those that are linted, that an Application delivers. */
export interface Delivery extends SourceFolder {
  readonly url: string;
  /** As it is written, `''` where none is said. */
  readonly revision: string;
  readonly namespace: string;
  readonly cluster: string;
  /** Whether folders below it are left out: manifests as they are, without `recurse`. */
  readonly isFlat: boolean;
}

/**
 * What the Applications deliver of the folders that are here, those of ApplicationSets too as far as they are known without a cluster. A
 * folder that is the end of a path counts where nothing of the same repository is here by its whole path.
 *
 * @param folders every folder with objects in it or below it
 */
export function deliveriesIn(objects: readonly LintedObject[], folders: ReadonlySet<string>): readonly Delivery[] {
  const sources = objects.flatMap(({ manifest, document: { file: { absolute } } }) =>
    (absolute === undefined ? [] : applicationsOf(manifest).flatMap((application) => sourcesOf(application, dirname(absolute)))));
  const found = new SourceFolders(folders);
  const whole = sources.map(({ path, from }) => found.whole(path, from));
  const topsOf = new Map<string, Set<string>>();
  whole.forEach((folder, index) => {
    const repository = repositoryOf(sources[index]!);
    if (folder) topsOf.set(repository, (topsOf.get(repository) ?? new Set()).add(folder.top));
  });
  const isKnown = (source: Source): boolean => [...topsOf.get(repositoryOf(source)) ?? []].some((top) => isWithin(source.from, top));
  return sources.flatMap((source, index): Delivery[] => {
    const folder = whole[index] ?? (isKnown(source) ? undefined : found.part(source.path, source.from));
    const { path: _path, from: _from, ...delivery } = source;
    return folder ? [{ ...folder, ...delivery }] : [];
  });
}

/** What an Application says of a source, and the folder that the Application stands in. */
interface Source extends Omit<Delivery, keyof SourceFolder> {
  readonly path: string;
  readonly from: string;
}

function applicationsOf(manifest: Manifest): readonly Manifest[] {
  if (isApplication(manifest)) return [manifest];
  return isApplicationSet(manifest) ? expandApplicationSet(manifest).applications.map((made) => made.manifest) : [];
}

function sourcesOf(application: Manifest, from: string): readonly Source[] {
  const spec = Place.root(application).at('spec');
  const destination = spec.at('destination');
  return [spec.at('source'), ...spec.at('sources').items].flatMap((source) => {
    const path = pathOfSource(source.at('path').text);
    if (path === '' || source.at('chart').exists) return [];
    return [{
      path, from, url: literal(source.at('repoURL').text), revision: source.at('targetRevision').text,
      namespace: literal(destination.at('namespace').text),
      cluster: literal(destination.at('server').text || destination.at('name').text), isFlat: isFlat(source),
    }];
  });
}

function repositoryOf({ url }: Source): string {
  return normalizedGitUrl(url) || url;
}

/** Files of a tool may lie anywhere below; whether Helm or Kustomize reads the folder is seen by what stands in it. */
function isFlat(source: Place): boolean {
  return source.at('directory', 'recurse').value !== true && !['helm', 'kustomize', 'plugin'].some((tool) => source.at(tool).exists);
}

function literal(text: string): string {
  return text.includes('{{') ? '' : text;
}
