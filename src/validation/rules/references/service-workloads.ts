import { EntryIndex } from '../../../manifests/entry-index';
import type { JsonObject } from '../../../manifests/json';
import type { ManifestEntry, ManifestSet } from '../../../manifests/manifest-set';
import { labelsMatch } from '../../../manifests/selectors';
import { readOnceIn } from '../../readings';
import { objectField, objectsField, textsField } from '../rollouts/fields';
import { specOf } from '../rollouts/rollout-strategy';

/** Kinds that make pods of the template below `spec`. */
const WORKLOADS: Readonly<Record<string, readonly string[]>> = {
  'argoproj.io': ['Rollout'],
  apps: ['Deployment', 'StatefulSet', 'DaemonSet', 'ReplicaSet'],
};

/** The controller adds it to the selectors itself. */
const HASH = 'rollouts-pod-template-hash';

/** The workloads of the unit whose pods a Service selects. */
export const workloadsOfService = readOnceIn((service: ManifestEntry, manifests: ManifestSet): readonly ManifestEntry[] => {
  const [key] = firstLabel(service);
  if (key === undefined) return [];
  const selector = selectorOf(service);
  return BY_LABEL.find(manifests.of(service.unit), key).filter((workload) => labelsMatch(selector, labelsOf(workload)));
});

/** The Services of the unit that select the pods of a workload. */
export function servicesOfWorkload(workload: ManifestEntry, manifests: ManifestSet): ManifestEntry[] {
  const labels = labelsOf(workload);
  return keysOf(workload, labels).flatMap((key) => BY_SELECTOR.find(manifests.of(workload.unit), key))
    .filter((service) => labelsMatch(selectorOf(service), labels));
}

/** The containers of a workload that run while it serves: sidecars are init containers that are always restarted. */
export function servingContainers({ manifest }: ManifestEntry): JsonObject[] {
  const pods = objectField(objectField(specOf(manifest), 'template'), 'spec');
  const sidecars = objectsField(pods, 'initContainers').filter(([, container]) => container.restartPolicy === 'Always');
  return [...objectsField(pods, 'containers'), ...sidecars].map(([, container]) => container);
}

const BY_LABEL = new EntryIndex((entry) => (WORKLOADS[entry.id.group]?.includes(entry.id.kind) ? keysOf(entry, labelsOf(entry)) : []));
const BY_SELECTOR = new EntryIndex((entry) => (entry.id.kind === 'Service' && entry.id.group === '' ? firstLabel(entry) : []));

function labelsOf({ manifest }: ManifestEntry): Record<string, string> {
  return textsField(objectField(objectField(specOf(manifest), 'template'), 'metadata'), 'labels');
}

function selectorOf({ manifest }: ManifestEntry): Record<string, string> {
  return Object.fromEntries(Object.entries(textsField(specOf(manifest), 'selector')).filter(([key]) => key !== HASH));
}

/** Key of the first label that a Service selects; a workload is found under each of its labels. */
function firstLabel(service: ManifestEntry): string[] {
  return keysOf(service, selectorOf(service)).slice(0, 1);
}

function keysOf({ id }: ManifestEntry, labels: Readonly<Record<string, string>>): string[] {
  return Object.entries(labels).map(([label, value]) => `${id.namespace}\n${label}=${value}`);
}
