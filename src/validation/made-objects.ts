import type * as kubernetesYaml from '../languages/kubernetes-yaml/read-document';
import { type ChartMap, mapsOfChart } from '../manifests/argo-cd-chart';
import { ofKind } from '../manifests/entry-index';
import { isJsonObject, type JsonObject } from '../manifests/json';
import type { MadeObject, MadePlace } from '../manifests/made-object';
import { idOf, type Manifest } from '../manifests/manifest';
import type { ManifestEntry, ManifestSet } from '../manifests/manifest-set';
import { pointer, type Pointer, segmentsOf } from '../manifests/pointer';
import { Place } from '../manifests/references/place';
import { IN_CLUSTER, type Unit } from '../manifests/unit';
import { settingsPatch } from './settings-patch';

/** What the name of the chart is, wherever it is kept. */
const CHART = 'argo-cd';

/** The ConfigMaps of Argo CD that come of Applications with the argo-cd chart and of kustomizations with patches in them. */
export function madeObjects({ entries, made }: ManifestSet): readonly MadeObject[] {
  const installations = ofKind(entries, 'argoproj.io/Application').flatMap(madeOfChart);
  const patches = ['Kustomization', 'Component'].flatMap((kind) => ofKind(entries, `kustomize.config.k8s.io/${kind}`)).flatMap(inKustomization);
  return [...installations.flatMap((one) => unsaid(one, entries)), ...patches, ...made];
}

/**
 * Those that other objects are held against, as they would be if they stood here: nothing else says more of them, and the Argo CD that they
 * are for is the one that reads their Application.
 */
export function knownToAll(made: readonly MadeObject[]): readonly MadeObject[] {
  return made.filter(({ entry, isPart }) => !isPart && entry.unit.destination.cluster === IN_CLUSTER
    && made.every((other) => other.entry === entry || other.entry.id.name !== entry.id.name));
}

/** A map of the chart as the ConfigMap that it becomes. */
export function chartConfigMap({ name, data }: Pick<ChartMap, 'name' | 'data'>): Manifest {
  // The chart gives it the label.
  return { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name, labels: { 'app.kubernetes.io/part-of': 'argocd' } }, data };
}

/** Where a key of the data of such a ConfigMap stands in the values. */
export function placesOf({ places }: ChartMap, placeIn: (at: Pointer) => MadePlace): MadeObject['placeOf'] {
  return (at) => {
    const [field, key = '', ...rest] = segmentsOf(at);
    const place = field === 'data' ? places.get(key) : undefined;
    return place === undefined ? undefined : placeIn(pointer(place, ...rest));
  };
}

/** The ConfigMaps that come of one Application with the argo-cd chart. */
export function madeOfChart(source: ManifestEntry): readonly MadeObject[] {
  const spec = Place.root(source.manifest).at('spec');
  const all = [spec.at('source'), ...spec.at('sources').items].filter((one) => one.at('chart').text === CHART);
  return all.flatMap((one, index) => inSource(source, one.at('helm'), unitOf(source, spec.at('destination'), index)));
}

function unitOf(source: ManifestEntry, destination: Place, index: number): Unit {
  const cluster = destination.at('server').text || destination.at('name').text;
  return {
    id: `${source.unit.id}/${source.id.name}${index > 0 ? `/${index}` : ''}`,
    namespace: destination.at('namespace').text,
    destination: { cluster: cluster === 'in-cluster' ? IN_CLUSTER : cluster },
  };
}

function inSource(source: ManifestEntry, helm: Place, unit: Unit): readonly MadeObject[] {
  const object = helm.at('valuesObject');
  const text = helm.at('values');
  const values = object.exists ? object.value : text.text === '' ? undefined : readYaml(text.text);
  if (!isJsonObject(values)) return [];
  const placeIn = (at: Pointer): MadePlace => (object.exists ? { pointer: object.pointer + at } : { pointer: text.pointer, inside: at });
  const isOverlaid = ['valueFiles', 'fileParameters', 'parameters'].some((field) => helm.at(field).items.length > 0);
  const { namespaceOverride } = values;
  const own = typeof namespaceOverride === 'string' && namespaceOverride !== '' ? { ...unit, namespace: namespaceOverride } : unit;
  return mapsOfChart(values).map((map): MadeObject => {
    const isPart = isOverlaid || (map.name === 'argocd-cmd-params-cm' && hasOwnArguments(values));
    const manifest = chartConfigMap({ name: map.name, data: isPart ? map.data : { ...map.defaults, ...map.data } });
    return { entry: entryOf(source, manifest, own), source, isPart, placeOf: placesOf(map, placeIn), place: placeIn(map.place) };
  });
}

const ARGUMENTS = ['env', 'envFrom', 'extraArgs', 'extraEnv'];

/** Whether the programs of Argo CD are told something beside the ConfigMap. */
function hasOwnArguments(values: JsonObject): boolean {
  return Object.values(values).some((part) => isJsonObject(part)
    && ARGUMENTS.some((field) => Array.isArray(part[field]) && part[field].length > 0));
}

function inKustomization(source: ManifestEntry): readonly MadeObject[] {
  const root = Place.root(source.manifest);
  const texts = [...root.at('patches').items.map((patch) => patch.at('patch')), ...root.at('patchesStrategicMerge').items];
  return texts.flatMap((place): readonly MadeObject[] => {
    if (!place.text.includes('argocd-')) return [];
    const manifest = settingsPatch(readYaml(place.text));
    if (!manifest) return [];
    const placeOf = (at: Pointer): MadePlace | undefined => (at.startsWith('/data/') ? { pointer: place.pointer, inside: at } : undefined);
    const unit = { ...source.unit, id: `${source.unit.id}${place.pointer}` };
    return [{ entry: entryOf(source, manifest, unit), source, isPart: true, placeOf, place: { pointer: place.pointer } }];
  });
}

function entryOf({ provenance }: ManifestEntry, manifest: Manifest, unit: Unit): ManifestEntry {
  return { manifest, id: idOf(manifest, unit.namespace), unit: { ...unit, id: `${unit.id}/${manifest.metadata.name}` }, provenance };
}

/** Without the keys that a ConfigMap of the set has as well: those of an `ArgoCdConfig` whose values somebody hands on. */
function unsaid(made: MadeObject, entries: readonly ManifestEntry[]): readonly MadeObject[] {
  const { entry, placeOf } = made;
  const twin = ofKind(entries, 'ConfigMap').find(({ id }) => id.name === entry.id.name && id.namespace === entry.id.namespace);
  const [own, other] = [entry.manifest.data, twin?.manifest.data];
  if (!isJsonObject(own) || !isJsonObject(other)) return [made];
  const left = Object.entries(own).filter(([key, value]) => placeOf(pointer('/data', key)) && !isSaid(key, value, other[key]));
  if (left.length === 0) return [];
  const isSame = left.length === Object.keys(own).length;
  return [isSame ? made : { ...made, isPart: true, entry: { ...entry, manifest: { ...entry.manifest, data: Object.fromEntries(left) } } }];
}

/** The chart writes some texts anew. */
const REWRITTEN: readonly string[] = ['context', 'subscriptions'];

function isSaid(key: string, value: unknown, other: unknown): boolean {
  return other !== undefined && (value === other || REWRITTEN.includes(key));
}

/** What Helm and Kustomize read. Loaded where there is such a text, as hardly a program has one. */
function readYaml(text: string): unknown {
  const { readDocument } = require('../languages/kubernetes-yaml/read-document') as typeof kubernetesYaml;
  return readDocument(text, false).value;
}
