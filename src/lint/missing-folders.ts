import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { isApplication, isApplicationOrSet } from '../manifests/applications';
import { normalizedGitUrl } from '../manifests/git-url';
import type { Manifest } from '../manifests/manifest';
import type { ManifestEntry } from '../manifests/manifest-set';
import { Place } from '../manifests/references/place';
import type { Finding } from '../validation/finding';
import { compareText } from '../validation/order';
import { folderWritten } from '../validation/rules/apps/folder-written';
import { nearest } from '../validation/schema/similar-name';
import type { Delivery } from './deliveries';
import type { LintedObject } from './linted-object';
import { placeInRepository } from './repository-place';
import { pathOfSource } from './source-folders';

/**
 * Paths of Applications that are no folder, although others of the same repository and revision name folders that are here. Nothing is
 * said when nobody does: this may be another repository then.
 */
export function missingFolders(sources: ReadonlyMap<ManifestEntry, LintedObject>, deliveries: readonly Delivery[]): readonly Finding[] {
  const topsOf = topsByRepository(deliveries);
  if (topsOf.size === 0) return [];
  return [...sources.keys()].flatMap((entry) => sourcesOf(entry.manifest).flatMap((source): Finding[] => {
    const at = source.at('path');
    const path = pathOfSource(at.text);
    if (path === '' || source.at('chart').exists) return [];
    const tops = topsOf.get(repositoryOf(source.at('repoURL').text, source.at('targetRevision').text)) ?? [];
    const [top] = tops;
    if (top === undefined || tops.some((one) => isFolder(join(one, path)))) return [];
    return [{ rule: folderWritten.id, severity: folderWritten.severity, entry, pointer: at.pointer, ...wordsAbout(path, top) }];
  }));
}

function sourcesOf(manifest: Manifest): readonly Place[] {
  if (!isApplicationOrSet(manifest)) return [];
  const spec = isApplication(manifest) ? Place.root(manifest).at('spec') : Place.root(manifest).at('spec', 'template', 'spec');
  return [spec.at('source'), ...spec.at('sources').items];
}

/** Where repositories begin of which Applications deliver folders that are here. */
function topsByRepository(deliveries: readonly Delivery[]): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, Set<string>>();
  for (const { url, revision, root, top } of deliveries) {
    if (url === '' || root !== '') continue;
    const repository = repositoryOf(url, revision);
    found.set(repository, (found.get(repository) ?? new Set()).add(top));
  }
  return new Map([...found].map(([repository, tops]) => [repository, [...tops].filter(isTop)]));
}

/** Equal for what Argo CD takes from one branch of one repository. */
function repositoryOf(url: string, revision: string): string {
  return `${normalizedGitUrl(url) || url}\n${branchOf(revision)}`;
}

/** The branch that `HEAD` mostly is has one of two names. */
function branchOf(revision: string): string {
  return ['', 'main', 'master'].includes(revision) ? 'HEAD' : revision;
}

/** Whether a repository begins there, as far as it is a checkout. */
function isTop(folder: string): boolean {
  return placeInRepository(folder) === '';
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
}

function wordsAbout(path: string, top: string): Pick<Finding, 'message' | 'received' | 'expected' | 'fix'> {
  const segments = path.split('/');
  const missing = segments.findIndex((_, index) => !isFolder(join(top, ...segments.slice(0, index + 1))));
  const above = segments.slice(0, missing);
  const name = segments[missing]!;
  const there = readdirSync(join(top, ...above), { withFileTypes: true })
    .filter((one) => one.isDirectory() && !one.name.startsWith('.')).map((one) => one.name).sort(compareText);
  const near = nearest(name, there) ?? there.find((one) => name.startsWith(one) || one.startsWith(name));
  const whole = (one: string): string => [...above, one].join('/');
  return {
    message: `there is no folder ${whole(name)} here, where other Applications of this repository have theirs. Argo CD cannot render it`,
    received: path,
    expected: there.length > 0 ? `one of ${there.slice(0, 8).map(whole).join(', ')}` : `a folder in ${above.join('/') || 'the repository'}`,
    fix: near === undefined ? 'correct the path, or commit the folder' : `did you mean ${[whole(near), ...segments.slice(missing + 1)].join('/')}?`,
  };
}
