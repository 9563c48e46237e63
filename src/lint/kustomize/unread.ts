import { dirname, join } from 'node:path';
import { isJsonObject } from '../../manifests/json';
import { groupOf, type ObjectId } from '../../manifests/manifest';
import { type LintedObject, textsBelow } from '../linted-object';
import { textOf } from '../units';
import type { FileReader } from './patches';

/** What a kustomization takes from where nobody has looked: another repository, a chart, a generator, a file that was not read. */
export interface UnreadResource {
  /** For people: the address, the path, `Helm chart web`. Absent for what is counted otherwise. */
  readonly text?: string;
  /** Whether an object may come of it. */
  readonly mayBe: (id: ObjectId) => boolean;
}

/** What a kustomization takes itself from where nobody has looked. */
export function unreadBy(
  { manifest, document }: LintedObject, byPath: ReadonlyMap<string, readonly LintedObject[]>, read: FileReader,
): readonly UnreadResource[] {
  const folder = dirname(document.file.absolute ?? '');
  const at = (path: string): readonly LintedObject[] => byPath.get(join(folder, path).replace(/[\\/]$/, '')) ?? [];
  const { resources, bases, components, generators, helmCharts, helmChartInflationGenerator: inflated } = manifest;
  const named = [resources, bases, components].flatMap((list) => textsBelow(list, '')).filter((path) =>
    at(path).length === 0 && read(join(folder, path)).length === 0);
  const charts = [helmCharts, inflated].flatMap((list) => (Array.isArray(list) ? list.filter(isJsonObject) : []));
  return [
    ...named.map(anything),
    ...charts.map(({ name, chartName }) => anything(`Helm chart ${textOf(name) || textOf(chartName)}`.trim())),
    ...textsBelow(generators, '').map((path) => (at(path).some(isSopsGenerator) ? SECRETS : anything(path))),
  ];
}

function anything(text: string): UnreadResource {
  return { text: text.split('\n')[0]!, mayBe: () => true };
}

const SECRETS: UnreadResource = { mayBe: ({ kind }) => kind === 'Secret' };

/** KSOPS, which makes Secrets of files that SOPS has encrypted. */
function isSopsGenerator({ manifest }: LintedObject): boolean {
  return groupOf(manifest.apiVersion) === 'viaduct.ai';
}
