import { importDefinitions } from './crd';
import { fold } from './fold';
import type { ImportedKind, NamedNodes } from './imported-kind';
import { importKubernetes, objectMeta } from './kubernetes';
import { parseDefinitions, parseKubernetes, type Reader } from './read';
import { originOf, type Source } from './sources';
import { typeShape } from './type-shape';
import { type GeneratedFile, indexFile, schemaFile, sharedFile, sharedNodes } from './write-schemas';
import { sharedTypesFile, typesFile } from './write-types';

/** Every file of `imports/` but the list of sources, in a fixed order. */
export async function generate(sources: readonly Source[], read: Reader): Promise<GeneratedFile[]> {
  const files: GeneratedFile[] = [];
  const all: ImportedKind[] = [];
  let hasObjectMeta = false;
  for (const source of sources) {
    const text = await read(source);
    if (!source.kubernetes) {
      const kinds = importDefinitions(parseDefinitions(text), source);
      all.push(...kinds);
      files.push(...kinds.map((kind) => schemaFile(kind)), ...typesOfCustomResources(kinds));
      continue;
    }
    const definitions = parseKubernetes(text);
    const kinds = importKubernetes(definitions, source);
    all.push(...kinds);
    files.push(...filesOfKubernetes(kinds, source));
    if (!hasObjectMeta) {
      // The first release that is listed gives the metadata of all.
      const nodes = objectMeta(definitions);
      files.push(sharedFile('object-meta.json', originOf(source), nodes), sharedTypesFile('object-meta.d.ts', originOf(source), nodes));
      hasObjectMeta = true;
    }
  }
  files.push(indexFile(all));
  return files.sort((a, b) => (a.path < b.path ? -1 : 1));
}

/** Types come from the first schema of a kind: the version that the project stores or recommends is listed first. */
function typesOfCustomResources(kinds: readonly ImportedKind[]): GeneratedFile[] {
  const seen = new Set<string>();
  return kinds.filter((kind) => !seen.has(kind.kind) && seen.add(kind.kind)).map((kind) => typesFile(kind, typesNodes(kind)));
}

function filesOfKubernetes(kinds: readonly ImportedKind[], source: Source): GeneratedFile[] {
  const shared = sharedNodes(kinds);
  const files = kinds.map((kind) => schemaFile(kind, shared));
  files.push(sharedFile(`kubernetes-${source.kubernetes?.target}/shared.json`, originOf(source), shared));
  if (source.kubernetes?.writeTypes) {
    files.push(...kinds.map((kind) => typesFile(kind, kind.nodes, shared)));
    files.push(sharedTypesFile(`${source.types}/shared.d.ts`, originOf(source), shared));
  }
  return files;
}

/** The nodes of a kind folded once more by what a type can say. */
function typesNodes(kind: ImportedKind): NamedNodes {
  return kind.tree ? fold(typeShape(kind.tree), kind.root) : kind.nodes;
}
