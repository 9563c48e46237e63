import { groupOf } from './manifest';

/** What goes when an object of a kind is deleted, though it is made again at once. Kinds that are not listed lose nothing that matters. */
export const LOSSES: ReadonlyMap<string, string> = new Map([
  ['PersistentVolumeClaim', 'its data goes with it'],
  ['PersistentVolume', 'its data goes with it'],
  ['Namespace', 'everything in it goes with it'],
  ['apiextensions.k8s.io/CustomResourceDefinition', 'every object of its kind goes with it'],
  ['apps/Deployment', 'all its pods go at once'],
  ['apps/DaemonSet', 'all its pods go at once'],
  ['apps/ReplicaSet', 'all its pods go at once'],
  ['apps/StatefulSet', 'all its pods go at once'],
  ['argoproj.io/Rollout', 'all its pods go at once, and the next ones take no steps'],
  ['Service', 'its address changes, and requests fail until it is back'],
  ['networking.k8s.io/Ingress', 'requests fail until it is back'],
  ['networking.istio.io/VirtualService', 'requests go anywhere until it is back'],
  ['networking.istio.io/DestinationRule', 'requests to its subsets fail until it is back'],
  ['networking.istio.io/Gateway', 'requests fail until it is back'],
  ['gateway.networking.k8s.io/Gateway', 'requests fail until it is back'],
  ['gateway.networking.k8s.io/HTTPRoute', 'requests fail until it is back'],
  ['gateway.networking.k8s.io/GRPCRoute', 'requests fail until it is back'],
  ['argoproj.io/Application', 'what it has applied goes with it, where it has a finalizer'],
  ['argoproj.io/ApplicationSet', 'its Applications go with it'],
]);

/** What goes when this object is deleted; undefined where nothing does that matters. */
export function lossOf({ apiVersion, kind }: { readonly apiVersion: string; readonly kind: string }): string | undefined {
  const group = groupOf(apiVersion);
  return LOSSES.get(group === '' ? kind : `${group}/${kind}`);
}

/** Kinds that Argo CD updates where it is told to replace: it knows what goes with them. */
export const NEVER_REPLACED: ReadonlySet<string> = new Set(['Namespace', 'apiextensions.k8s.io/CustomResourceDefinition']);
