import { compareText } from '../../../manifests/apply-order';
import { EntryIndex } from '../../../manifests/entry-index';
import type { JsonObject } from '../../../manifests/json';
import type { ManifestEntry, ManifestSet } from '../../../manifests/manifest-set';
import { unmatchedLabels } from '../../../manifests/selectors';
import { readOnceIn } from '../../readings';
import { spelling } from '../../schema/similar-name';
import { LASTING_POD_KINDS } from '../pods/pods-of';
import { podLabelsOf } from '../practices/workload-pods';
import { slippedTo } from './label-slip';
import { hasPodsBehind, writtenSelector } from './pods-behind';

/** A workload that a Service is probably meant for. */
export interface NearestWorkload {
  readonly workload: ManifestEntry;
  /** The labels of its pods. */
  readonly labels: JsonObject;
  /** The keys of the selector that these do not have, or with another value. */
  readonly missed: readonly string[];
}

/** A selector that fits a workload in all but so many labels is meant for it. */
const MOST_MISSED = 2;

/** What several workloads of a program or of a house have in common, and so tells none of them from the others. */
const SHARED = new Set([
  'app.kubernetes.io/created-by', 'app.kubernetes.io/instance', 'app.kubernetes.io/managed-by', 'app.kubernetes.io/part-of', 'app.kubernetes.io/version',
  'chart', 'env', 'environment', 'helm.sh/chart', 'heritage', 'instance', 'owner', 'project', 'release', 'stage', 'team', 'tier', 'version',
]);

/** What tells workloads apart: with another value it is that of another workload, which somebody else may make. */
const NAMES = new Set([
  'app', 'app.kubernetes.io/component', 'app.kubernetes.io/instance', 'app.kubernetes.io/name', 'component', 'instance', 'k8s-app', 'name', 'release', 'run',
]);

/** What programs write on their own pods while they run: which of them leads. */
const WRITTEN_LATER = /role|leader|primary|master|active|replica/i;

/**
 * The workload of its unit that a Service without pods is probably meant for: it has the name of the Service, or the labels of the
 * selector but for one or two, or but for a letter in each. Undefined where the pods may well be made by somebody who is not seen here.
 */
export const nearestWorkload = readOnceIn((service: ManifestEntry, manifests: ManifestSet): NearestWorkload | undefined => {
  const selector = writtenSelector(service);
  if (Object.keys(selector).length === 0 || hasPodsBehind(service, manifests)) return undefined;
  const { name } = service.id;
  const objects = manifests.of(service.unit);
  const candidates = new Set(keysOf(service, selector).flatMap((key) => BY_LABEL.find(objects, key)));
  const near = [...candidates].map((workload): NearestWorkload => {
    const labels = podLabelsOf(workload);
    return { workload, labels, missed: unmatchedLabels(selector, labels) };
  }).filter((one) => isMeant(service, selector, one));
  const [nearest] = near.sort((a, b) => a.missed.length - b.missed.length
    || Number(b.workload.id.name === name) - Number(a.workload.id.name === name) || compareText(a.workload.id.name, b.workload.id.name));
  return nearest ?? slippedWorkload(selector, service, manifests);
});

/** The workload whose labels the selector misses by a letter. */
function slippedWorkload(selector: JsonObject, service: ManifestEntry, manifests: ManifestSet): NearestWorkload | undefined {
  const slipped = slippedTo({ matchLabels: selector }, IN_NAMESPACE.find(manifests.of(service.unit), service.id.namespace), podLabelsOf);
  return slipped && { workload: slipped.entry, labels: podLabelsOf(slipped.entry), missed: slipped.labels.map(({ key }) => key) };
}

function isMeant({ id }: ManifestEntry, selector: JsonObject, { workload, labels, missed }: NearestWorkload): boolean {
  if (missed.length > MOST_MISSED || missed.some((key) => WRITTEN_LATER.test(key))) return false;
  if (workload.id.name === id.name) return true;
  return Object.keys(selector).some((key) => !missed.includes(key) && !SHARED.has(key))
    && missed.every((key) => !NAMES.has(key) || isMisspelt(selector[key], labels[key]));
}

function isMisspelt(wanted: unknown, written: unknown): boolean {
  return typeof wanted === 'string' && typeof written === 'string' && spelling(wanted, written) <= Math.min(2, Math.floor(written.length / 3));
}

const BY_LABEL = new EntryIndex((entry) =>
  (LASTING_POD_KINDS.includes(`${entry.id.group}/${entry.id.kind}`) ? keysOf(entry, podLabelsOf(entry)) : []));

const IN_NAMESPACE = new EntryIndex(({ id: { group, kind, namespace } }) => (LASTING_POD_KINDS.includes(`${group}/${kind}`) ? [namespace] : []));

/** A workload is found by its name and by each of its labels that others hardly have. */
function keysOf({ id: { namespace, name } }: ManifestEntry, labels: JsonObject): string[] {
  return [`${namespace}\n${name}`, ...Object.entries(labels).filter(([key]) => !SHARED.has(key)).map(([key, value]) => `${namespace}\n${key}=${JSON.stringify(value)}`)];
}
