import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Targets } from '../targets';
import { linkSchema } from './link';
import type { PackedNode, PackedSchema } from './packed-node';
import type { Schema } from './schema';

/** `imports/` is equally far from `src/validation/schema` and from `lib/validation/schema`. */
const IMPORTS = join(__dirname, '..', '..', '..', 'imports');

interface SchemaIndex {
  readonly customResources: Readonly<Record<string, string>>;
  readonly kubernetes: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

let index: SchemaIndex | undefined;
const schemas = new Map<string, Schema>();
const sharedNodes = new Map<string, Readonly<Record<string, PackedNode>>>();

/** The schema of a kind in the targeted versions, read on its first use; undefined for kinds that are not known. */
export function schemaFor(apiVersion: string, kind: string, targets: Targets): Schema | undefined {
  const { customResources, kubernetes } = schemaIndex();
  const id = `${apiVersion}/${kind}`;
  const file = own(customResources, id) ?? own(own(kubernetes, targets.kubernetes) ?? {}, id);
  if (file === undefined) return undefined;
  const key = `${targets.kubernetes}/${file}`;
  let schema = schemas.get(key);
  if (!schema) {
    schema = load(file, targets);
    schemas.set(key, schema);
  }
  return schema;
}

/** `apiVersion/kind` of everything that has a schema: custom resources, and what Kubernetes itself serves in the targeted version. */
export function schemaIds(targets: Targets): { readonly custom: readonly string[]; readonly kubernetes: readonly string[] } {
  const { customResources, kubernetes } = schemaIndex();
  return { custom: Object.keys(customResources), kubernetes: Object.keys(own(kubernetes, targets.kubernetes) ?? {}) };
}

function schemaIndex(): SchemaIndex {
  index ??= read<SchemaIndex>('index.json');
  return index;
}

function load(file: string, targets: Targets): Schema {
  const packed = read<PackedSchema>(join('schemas', file));
  const shared = packed.ofRelease ? `kubernetes-${targets.kubernetes}/shared.json` : packed.shared;
  return linkSchema(packed, (name) => (shared ? own(nodesOf(shared), name) : undefined) ?? own(nodesOf('object-meta.json'), name));
}

function nodesOf(file: string): Readonly<Record<string, PackedNode>> {
  let nodes = sharedNodes.get(file);
  if (!nodes) {
    nodes = read<PackedSchema>(join('schemas', file)).nodes;
    sharedNodes.set(file, nodes);
  }
  return nodes;
}

function own<T>(record: Readonly<Record<string, T>>, key: string): T | undefined {
  return Object.hasOwn(record, key) ? record[key] : undefined;
}

function read<T>(path: string): T {
  return JSON.parse(readFileSync(join(IMPORTS, path), 'utf8')) as T;
}
