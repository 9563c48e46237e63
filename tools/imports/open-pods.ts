import type { PackedChild, PackedNode } from '../../src/validation/schema/packed-node';
import { mapChildren } from './compact';

/** A volume, as the targeted Kubernetes release describes it. */
const VOLUMES: PackedNode = { type: 'array', items: 'Volume', keys: ['name'] };

/**
 * A schema with what it leaves open in pods filled in. The CRDs of Argo Rollouts describe pods, but say nothing of `volumes` and of the
 * `limits` and `requests` of containers: the API server keeps whatever is there, and the pods of the Rollout are made without it.
 */
export function withPodsFilled(tree: PackedNode): PackedNode {
  const { properties } = tree;
  const isPodSpec = properties?.containers !== undefined;
  const isResources = properties?.limits !== undefined && properties.requests !== undefined;
  return mapChildren(tree, (child, place) => {
    if (typeof child === 'string') return child;
    if (typeof place === 'object' && isOpen(child)) {
      if (isPodSpec && place.field === 'volumes') return VOLUMES;
      if (isResources && (place.field === 'limits' || place.field === 'requests')) return 'quantity{}';
    }
    return withPodsFilled(child);
  });
}

/** Whether pods of a kind are described with nodes of the Kubernetes release. */
export function refersToKubernetes(nodes: Readonly<Record<string, PackedNode>>): boolean {
  return JSON.stringify(nodes).includes(JSON.stringify(VOLUMES));
}

function isOpen(child: PackedChild): boolean {
  return Object.keys(child).length === 0;
}
