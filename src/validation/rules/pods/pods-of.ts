import { isJsonObject, type JsonObject } from '../../../manifests/json';
import type { ManifestEntry } from '../../../manifests/manifest-set';
import { type Pointer, pointer } from '../../../manifests/pointer';
import { readOnce } from '../../readings';
import { isSet, objectField, objectsField } from '../rollouts/fields';
import type { ContainerAt } from '../rollouts/pod-template';
import { ROLLOUT, specOf } from '../rollouts/rollout-strategy';

/** Kinds with a pod template at `spec.template`. */
const WORKLOADS = ['apps/DaemonSet', 'apps/Deployment', 'apps/ReplicaSet', 'apps/StatefulSet', 'batch/Job', ROLLOUT];

/** Kinds whose pods the CRD of Argo Rollouts describes without their formats and choices. */
export const ROLLOUT_POD_KINDS = ['argoproj.io/Experiment', ROLLOUT];

/** What `kinds` says for rules about pods, wherever they are written. */
export const POD_KINDS = ['Pod', 'batch/CronJob', 'argoproj.io/Experiment', ...WORKLOADS];

/** Kinds whose pods have no business with their node. Those of a DaemonSet are often there for it: networks, storage, logs. */
export const GUEST_POD_KINDS = POD_KINDS.filter((kind) => kind !== 'apps/DaemonSet');

/** Kinds whose pods run until they are replaced. */
export const LASTING_POD_KINDS = ['apps/DaemonSet', 'apps/Deployment', 'apps/StatefulSet', ROLLOUT];

/** What rules about pods say of the cluster. */
export const PODS_REFUSED = 'The CRDs let this pass, and a Rollout makes no pods itself: its controller validates the template as Kubernetes '
  + 'would and marks the Rollout InvalidSpec. For other workloads the API server refuses the object, and the sync fails.';

/** One pod or pod template and where it is. */
export interface PodsAt {
  /** Where `metadata` and `spec` of the pods are; empty for a Pod. */
  readonly pointer: Pointer;
  readonly metadata: JsonObject | undefined;
  readonly spec: JsonObject;
  /** Whether the spec is written at all. */
  readonly hasSpec: boolean;
}

/** The pods that an object describes; none for a Rollout whose pods come from another workload. */
export const podsOf = readOnce(({ id, manifest }: ManifestEntry): readonly PodsAt[] => {
  const spec = specOf(manifest);
  const kind = id.group ? `${id.group}/${id.kind}` : id.kind;
  if (kind === 'Pod') return spec ? [{ pointer: '', metadata: undefined, spec, hasSpec: true }] : [];
  if (kind === 'batch/CronJob') return templateAt('/spec/jobTemplate/spec/template', objectField(objectField(objectField(spec, 'jobTemplate'), 'spec'), 'template'));
  if (kind === 'argoproj.io/Experiment') {
    return objectsField(spec, 'templates').flatMap(([index, template]) =>
      templateAt(pointer('/spec/templates', index, 'template'), objectField(template, 'template')));
  }
  if (!WORKLOADS.includes(kind) || isSet(spec, 'workloadRef')) return [];
  return templateAt('/spec/template', objectField(spec, 'template'));
});

/** Init containers, then containers, of each pod that an object describes. */
export const podContainersOf = readOnce((entry: ManifestEntry): readonly ContainerAt[] => podsOf(entry).flatMap(containersOfPods));

/** Init containers, then containers. */
export function containersOfPods({ pointer: at, spec }: PodsAt): ContainerAt[] {
  return ['initContainers', 'containers'].flatMap((key) => objectsField(spec, key).map(([index, container]) => ({
    pointer: pointer(`${at}/spec`, key, index), container, init: key === 'initContainers',
  })));
}

function templateAt(at: Pointer, template: JsonObject | undefined): PodsAt[] {
  if (!template) return [];
  return [{ pointer: at, metadata: objectField(template, 'metadata'), spec: isJsonObject(template.spec) ? template.spec : {}, hasSpec: isSet(template, 'spec') }];
}
