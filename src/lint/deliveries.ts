import { dirname, join, sep } from 'node:path';
import { expandApplicationSet } from '../expansion/expand';
import { groupOf, type Manifest } from '../manifests/manifest';
import { Place } from '../manifests/references/place';
import type { LintedObject } from './linted-object';

/** A folder among those that are linted, that an Application delivers. */
export interface Delivery {
  /** The folder. */
  readonly folder: string;
  /** The folder that is the top of the repository, or what of it is here. */
  readonly top: string;
  /** The part of the path that is not here, `''` when all of it is. */
  readonly root: string;
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
 * path is looked for from the folder of the Application upwards, also without its first folders: a part of a repository may be linted
 * alone, or be checked out elsewhere.
 *
 * @param folders every folder with objects in it or below it
 */
export function deliveriesIn(objects: readonly LintedObject[], folders: ReadonlySet<string>): readonly Delivery[] {
  return objects.flatMap(({ manifest, document }) => {
    const from = document.file.absolute;
    if (from === undefined || groupOf(manifest.apiVersion) !== 'argoproj.io') return [];
    return applicationsOf(manifest).flatMap((application) => deliveriesOf(application, dirname(from), folders));
  });
}

function applicationsOf(manifest: Manifest): readonly Manifest[] {
  if (manifest.kind === 'Application') return [manifest];
  if (manifest.kind !== 'ApplicationSet') return [];
  try {
    return expandApplicationSet(manifest).applications.map((made) => made.manifest);
  } catch {
    // A set of another shape: the schema says so.
    return [];
  }
}

function deliveriesOf(application: Manifest, from: string, folders: ReadonlySet<string>): readonly Delivery[] {
  const spec = Place.root(application).at('spec');
  const destination = spec.at('destination');
  return [spec.at('source'), ...spec.at('sources').items].flatMap((source) => {
    const path = source.at('path').text.replace(/^\.?\/+|\/+$/g, '');
    if (path === '' || path === '.' || path.includes('{{') || source.at('chart').exists) return [];
    const found = find(path.split('/'), from, folders);
    if (!found) return [];
    return [{
      ...found, url: literal(source.at('repoURL').text), revision: source.at('targetRevision').text,
      namespace: literal(destination.at('namespace').text),
      cluster: literal(destination.at('server').text || destination.at('name').text), isFlat: isFlat(source),
    }];
  });
}

/** Files of a tool may lie anywhere below; whether Helm or Kustomize reads the folder is seen by what stands in it. */
function isFlat(source: Place): boolean {
  return source.at('directory', 'recurse').value !== true && !['helm', 'kustomize', 'plugin'].some((tool) => source.at(tool).exists);
}

function literal(text: string): string {
  return text.includes('{{') ? '' : text;
}

/**
 * Looks upwards from the Application, so that of two folders of that name the one beside it is meant. A folder above it that is called
 * like the end of the path is mostly the checkout of the repository.
 */
function find(segments: readonly string[], from: string, folders: ReadonlySet<string>): Pick<Delivery, 'folder' | 'top' | 'root'> | undefined {
  for (let top = from; ; top = dirname(top)) {
    for (let left = 0; left < segments.length; left++) {
      const folder = join(top, ...segments.slice(left));
      if (folders.has(folder) && !(left > 0 && from.startsWith(folder + sep))) return { folder, ...split(folder, segments) };
    }
    if (top === dirname(top)) return undefined;
  }
}

/** What of the path is the end of the folder, and what is not here. */
function split(folder: string, segments: readonly string[]): Pick<Delivery, 'top' | 'root'> {
  for (let left = 0; ; left++) {
    const end = sep + segments.slice(left).join(sep);
    if (folder.endsWith(end)) return { top: folder.slice(0, -end.length) || sep, root: segments.slice(0, left).join('/') };
  }
}
