import type { ManifestEntry } from '../../../manifests/manifest-set';

/** The group of the files that Kustomize reads. That of Flux is another one. */
export const KUSTOMIZE = 'kustomize.config.k8s.io';

const FILE = /(^|[\\/])(?:kustomization\.ya?ml|Kustomization)$/;

/** Whether an object stands in a file that Kustomize looks for in a folder. */
export function isInKustomizationFile({ provenance }: ManifestEntry): boolean {
  return FILE.test(provenance.file ?? '');
}

/** A kustomization with these fields, for the examples of rules. */
export function exampleKustomization(fields: string, apiVersion = 'v1beta1'): string {
  return `apiVersion: ${KUSTOMIZE}/${apiVersion}
kind: Kustomization
metadata:
  name: web
${fields.trim()}
`;
}
