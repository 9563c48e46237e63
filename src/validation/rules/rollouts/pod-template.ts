import type { JsonObject } from '../../../manifests/json';
import type { Manifest } from '../../../manifests/manifest';
import { type Pointer, pointer } from '../../../manifests/pointer';
import { isSet, objectField, objectsField } from './fields';
import { specOf } from './rollout-strategy';

/** One container of the pods and where it is. */
export interface ContainerAt {
  readonly pointer: Pointer;
  readonly container: JsonObject;
  readonly init: boolean;
}

/** Whether the pods come from another workload. */
export function hasWorkloadRef(manifest: Manifest): boolean {
  return isSet(specOf(manifest), 'workloadRef');
}

/** The pod template that the Rollout writes itself. */
export function podTemplateOf(manifest: Manifest): JsonObject | undefined {
  return objectField(specOf(manifest), 'template');
}

/** The pod spec that the Rollout writes itself. */
export function podSpecOf(manifest: Manifest): JsonObject | undefined {
  return objectField(podTemplateOf(manifest), 'spec');
}

/** Init containers, then containers, as Kubernetes validates them. */
export function containersOf(manifest: Manifest): ContainerAt[] {
  const podSpec = podSpecOf(manifest);
  return ['initContainers', 'containers'].flatMap((key) =>
    objectsField(podSpec, key).map(([index, container]) => ({
      pointer: pointer('/spec/template/spec', key, index),
      container,
      init: key === 'initContainers',
    })));
}
