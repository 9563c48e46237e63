import type { ManifestEntry } from '../../../manifests/manifest-set';

/** What messages add to the name of a field where a construct of ours has made the object: ` (in code: clusterResources)`. */
export function inCode({ provenance }: ManifestEntry, prop: string): string {
  return provenance.constructPath?.endsWith('/Resource') ? ` (in code: ${prop})` : '';
}
