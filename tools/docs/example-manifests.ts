import { loadAll } from 'js-yaml';
import { isJsonObject } from '../../src/manifests/json';
import type { Manifest } from '../../src/manifests/manifest';
import { ManifestSet } from '../../src/manifests/manifest-set';
import { referencesOf } from '../../src/manifests/references';
import type { Unit } from '../../src/manifests/unit';
import type { RuleDescription } from '../../src/validation/rule';

/** The unit that the examples of rules are in. */
export const EXAMPLE_UNIT: Unit = { id: 'shop', namespace: 'shop', destination: { cluster: 'in-cluster' } };

/** What is said of a rule whose example it is. */
type ExampleOf = Partial<Pick<RuleDescription, 'id' | 'exampleClusters' | 'exampleFiles' | 'exampleRepositories'>>;

/**
 * The manifests of a rule's example, as one unit.
 *
 * An example shows what its rule is about and leaves out the rest: what it names and does not contain lives elsewhere.
 * Only the rules about references (`references/...`) are shown the whole truth.
 */
export function exampleManifests(yaml: string, rule: ExampleOf | string = ''): ManifestSet {
  const { id = '', exampleClusters = [], exampleFiles = {}, exampleRepositories = [] } = typeof rule === 'string' ? { id: rule } : rule;
  const manifests = new ManifestSet();
  for (const cluster of exampleClusters) manifests.addCluster(cluster);
  for (const repository of exampleRepositories) manifests.addRepository(repository);
  for (const [path, content] of Object.entries(exampleFiles)) manifests.addFile({ unit: EXAMPLE_UNIT, path, content, provenance: {} });
  for (const document of loadAll(yaml)) {
    if (isManifest(document)) manifests.add(EXAMPLE_UNIT, document, { file: 'shop/example.yaml' });
    else if (document !== null && document !== undefined) throw new Error(`not a Kubernetes object: ${JSON.stringify(document)}`);
  }
  if (id.startsWith('references/')) return manifests;
  for (const entry of manifests.entries) {
    for (const reference of referencesOf(entry)) {
      if (!manifests.find(EXAMPLE_UNIT, reference)) manifests.addExternal(EXAMPLE_UNIT, reference);
    }
  }
  return manifests;
}

function isManifest(document: unknown): document is Manifest {
  return isJsonObject(document) && typeof document.apiVersion === 'string' && typeof document.kind === 'string'
    && isJsonObject(document.metadata);
}
