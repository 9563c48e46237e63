import type { PackedChild, PackedNode } from '../../src/validation/schema/packed-node';
import { fold } from './fold';
import type { ImportedKind } from './imported-kind';
import { normalise } from './normalise';
import { withPodsFilled } from './open-pods';
import { originOf, type Source } from './sources';
import type { CustomResourceDefinition, UpstreamSchema } from './upstream-schema';

/** The kinds of a file of CustomResourceDefinitions; served versions with one schema become one. */
export function importDefinitions(definitions: readonly CustomResourceDefinition[], source: Source): ImportedKind[] {
  const wanted = new Set(source.kinds);
  const result: ImportedKind[] = [];
  for (const { spec } of definitions) {
    if (!wanted.delete(spec.names.kind)) continue;
    for (const [schema, versions] of servedSchemas(spec.versions)) {
      const tree = rootNode(JSON.parse(schema) as UpstreamSchema);
      result.push({
        group: spec.group,
        versions,
        kind: spec.names.kind,
        origin: originOf(source),
        types: source.types,
        root: spec.names.kind,
        tree,
        nodes: fold(withPodsFilled(tree), spec.names.kind),
      });
    }
  }
  if (wanted.size > 0) throw new Error(`${source.file} has no kind ${[...wanted].join(', ')}. correct its kinds in imports/sources.json`);
  return result;
}

function servedSchemas(versions: CustomResourceDefinition['spec']['versions']): Map<string, string[]> {
  const bySchema = new Map<string, string[]>();
  for (const version of versions) {
    if (!version.served) continue;
    const text = JSON.stringify(version.schema.openAPIV3Schema, withoutProse);
    bySchema.set(text, [...(bySchema.get(text) ?? []), version.name]);
  }
  return bySchema;
}

/** Versions whose texts alone differ have one schema. A field may be called `description`, so only strings are prose. */
function withoutProse(key: string, value: unknown): unknown {
  return key === 'description' && typeof value === 'string' ? undefined : value;
}

/** The API server knows apiVersion, kind and metadata of every object; status is written by controllers. */
function rootNode(schema: UpstreamSchema): PackedNode {
  const node = normalise(schema);
  const properties: Record<string, PackedChild> = { ...node.properties, apiVersion: 'string', kind: 'string', metadata: 'ObjectMeta' };
  if (properties.status !== undefined) properties.status = 'any';
  const required = new Set([...(node.required ?? []), 'apiVersion', 'kind', 'metadata']);
  required.delete('status');
  const sorted = Object.fromEntries(Object.entries(properties).sort(([a], [b]) => (a < b ? -1 : 1)));
  const { type, ...rest } = node;
  return { type, ...rest, required: [...required].sort(), properties: sorted };
}
