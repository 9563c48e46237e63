import { EntryIndex } from '../../../manifests/entry-index';
import { type ObjectId } from '../../../manifests/manifest';
import type { ManifestEntry, ManifestSet } from '../../../manifests/manifest-set';
import { type Reference, referencesOf, resolve } from '../../../manifests/references';
import { mayMeet } from '../../../manifests/unit';
import { madeAt } from '../../made-at';
import type { RuleContext } from '../../rule';
import { nearest } from '../../schema/similar-name';

/** Reports each reference of an object that leads nowhere, unless what it names often lives elsewhere. */
export function reportMissing(
  entry: ManifestEntry,
  context: RuleContext,
  isLookedAt: (reference: Reference) => boolean,
  consequence: string,
): void {
  for (const reference of referencesOf(entry)) {
    if (reference.elsewhere || reference.optional || !isLookedAt(reference)) continue;
    if (resolve(context.manifests, entry, reference)) continue;
    const where = reference.namespace ? `namespace ${reference.namespace}` : 'the cluster';
    context.report(reference.pointer, `there is no ${reference.kind} ${reference.name} in ${where}. ${consequence}`, {
      received: `${reference.name} as ${reference.role}`,
      fix: cureOf(context.manifests, entry, reference),
    });
  }
}

function cureOf(manifests: ManifestSet, entry: ManifestEntry, reference: Reference): string {
  const namesakes = NAMESAKES.find(manifests.entries, reference.name);
  const ofThisKind = namesakes.filter(({ id }) => id.group === reference.group && id.kind === reference.kind);
  const elsewhere = ofThisKind.find(({ unit }) => mayMeet(unit, entry.unit));
  if (elsewhere?.id.namespace === '') {
    return `${reference.kind} ${reference.name} names no namespace${madeAt(elsewhere, entry)}. write namespace: ${reference.namespace} there, or deliver both to it`;
  }
  if (elsewhere) return `${reference.kind} ${reference.name} is in namespace ${elsewhere.id.namespace}${madeAt(elsewhere, entry)}. one of the two has to move`;
  const otherCluster = ofThisKind.find(({ id }) => id.namespace === reference.namespace);
  if (otherCluster) {
    return `${reference.kind} ${reference.name} is in chart ${otherCluster.unit.id}${madeAt(otherCluster, entry)}, which is delivered to ` +
      `${otherCluster.unit.destination.cluster}, not to ${entry.unit.destination.cluster}. deliver a chart with it there too`;
  }
  const otherKind = namesakes.find((other) => other !== entry && other.unit.id === entry.unit.id && other.id.kind !== reference.kind
    && isWorkload(other.id.kind) && isWorkload(reference.kind) && other.id.group !== '');
  if (otherKind) return `${reference.name} is a ${otherKind.id.kind} here: write kind ${otherKind.id.kind}, apiVersion ${otherKind.manifest.apiVersion}`;
  const there = PLACED.find(manifests.entries, placeOf(reference));
  const names = there.length > MANY ? [] : there.filter(({ unit }) => mayMeet(unit, entry.unit)).map(({ id }) => id.name);
  const near = nearest(reference.name, names);
  if (near) return `did you mean ${near}?`;
  return `add the ${reference.kind}, correct the name, or acknowledge this when somebody else makes it`;
}

/** Of more objects than this the nearest is hardly the one that was meant, and it takes long to find. */
const MANY = 1000;

const NAMESAKES = new EntryIndex(({ id }) => [id.name]);
const PLACED = new EntryIndex(({ id }) => (typeof id.name === 'string' ? [placeOf(id)] : []));

function placeOf({ group, kind, namespace }: Pick<ObjectId, 'group' | 'kind' | 'namespace'>): string {
  return `${group}/${kind} ${namespace}`;
}

function isWorkload(kind: string): boolean {
  return ['Rollout', 'Deployment', 'StatefulSet', 'ReplicaSet', 'DaemonSet'].includes(kind);
}
