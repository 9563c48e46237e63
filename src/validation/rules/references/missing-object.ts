import { groupOf } from '../../../manifests/manifest';
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
  const ofThisKind = manifests.entries.filter(({ id }) => typeof id.name === 'string' && id.group === reference.group && id.kind === reference.kind);
  const candidates = ofThisKind.filter(({ unit }) => mayMeet(unit, entry.unit));
  const elsewhere = candidates.find(({ id }) => id.name === reference.name);
  if (elsewhere) return `${reference.kind} ${reference.name} is in namespace ${elsewhere.id.namespace}${madeAt(elsewhere, entry)}. one of the two has to move`;
  const otherCluster = ofThisKind.find(({ id }) => id.name === reference.name && id.namespace === reference.namespace);
  if (otherCluster) {
    return `${reference.kind} ${reference.name} is in chart ${otherCluster.unit.id}${madeAt(otherCluster, entry)}, which is delivered to ` +
      `${otherCluster.unit.destination.cluster}, not to ${entry.unit.destination.cluster}. deliver a chart with it there too`;
  }
  const otherKind = manifests.of(entry.unit).find(({ id, manifest }) =>
    id.name === reference.name && id.kind !== reference.kind && groupOf(manifest.apiVersion) !== '' && isWorkload(id.kind) && isWorkload(reference.kind));
  if (otherKind) return `${reference.name} is a ${otherKind.id.kind} here: write kind ${otherKind.id.kind}, apiVersion ${otherKind.manifest.apiVersion}`;
  const near = nearest(reference.name, candidates.filter(({ id }) => id.namespace === reference.namespace).map(({ id }) => id.name));
  if (near) return `did you mean ${near}?`;
  return `add the ${reference.kind}, correct the name, or acknowledge this when somebody else makes it`;
}

function isWorkload(kind: string): boolean {
  return ['Rollout', 'Deployment', 'StatefulSet', 'ReplicaSet', 'DaemonSet'].includes(kind);
}
