import type { IConstruct } from 'constructs';
import type { Manifest } from '../manifests/manifest';

/** Gives the manifest of an object, once every construct is there. */
export type ManifestProducer = () => Manifest;

const unwritten = new WeakMap<IConstruct, ManifestProducer[]>();

/**
 * Says that an object reaches the cluster by other means than a file of its own: the ConfigMap that Helm renders from values.
 * Rules look at it as at any other object of the chart; no file holds it.
 */
export function declareUnwritten(scope: IConstruct, produce: ManifestProducer): void {
  const known = unwritten.get(scope) ?? [];
  known.push(produce);
  unwritten.set(scope, known);
}

/** The objects that the construct declared. */
export function unwrittenOf(construct: IConstruct): readonly ManifestProducer[] {
  return unwritten.get(construct) ?? [];
}
