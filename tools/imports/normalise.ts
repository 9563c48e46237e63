import type { PackedChild, PackedNode } from '../../src/validation/schema/packed-node';
import type { UpstreamSchema } from './upstream-schema';

/** Says what a `$ref` stands for. */
export type ResolveReference = (reference: string) => PackedChild;

const COPIED = [
  'format', 'pattern', 'minimum', 'maximum', 'multipleOf', 'minLength', 'maxLength', 'minItems', 'maxItems', 'minProperties', 'maxProperties',
] as const;

/** Turns an upstream schema into a packed node: what is checked stays, prose and printing hints go. Keys come in one order. */
export function normalise(schema: UpstreamSchema, resolve: ResolveReference = refuse): PackedNode {
  const intOrString = schema['x-kubernetes-int-or-string'] === true;
  const child = (value: UpstreamSchema): PackedChild => (value.$ref !== undefined ? resolve(value.$ref) : normalise(value, resolve));
  const branches = (list: readonly UpstreamSchema[] | undefined): readonly PackedNode[] | undefined => {
    if (!list || isIntOrStringPair(list)) return undefined;
    return list.map((branch) => normalise(branch, resolve)).filter((branch) => Object.keys(branch).length > 0);
  };

  const node: Record<string, unknown> = {};
  const put = (key: keyof PackedNode, value: unknown): void => {
    if (value !== undefined && value !== false && !(Array.isArray(value) && value.length === 0)) node[key] = value;
  };
  put('type', intOrString ? undefined : schema.type);
  put('intOrString', intOrString);
  put('nullable', schema.nullable);
  put('open', isOpen(schema));
  put('embedded', schema['x-kubernetes-embedded-resource']);
  for (const key of COPIED) put(key, schema[key]);
  put('exclusiveMinimum', schema.exclusiveMinimum);
  put('exclusiveMaximum', schema.exclusiveMaximum);
  put('enum', schema.enum);
  if (schema.default !== undefined) node.default = schema.default;
  put('required', requiredOf(schema));
  if (schema.properties) put('properties', sorted(schema.properties, child));
  if (typeof schema.additionalProperties === 'object') put('values', child(schema.additionalProperties));
  if (schema.items) put('items', child(schema.items));
  put('unique', schema['x-kubernetes-list-type'] === 'set' || schema.uniqueItems === true);
  if (schema['x-kubernetes-list-type'] === 'map') put('keys', schema['x-kubernetes-list-map-keys']);
  put('oneOf', branches(schema.oneOf));
  put('anyOf', branches(schema.anyOf));
  put('allOf', branches(schema.allOf));
  if (schema.not) put('not', normalise(schema.not, resolve));
  put('rules', schema['x-kubernetes-validations']?.map(({ rule, message, messageExpression }) => ({ rule, message, messageExpression })));
  return node;
}

/** The API server gives defaults before it asks for what is required. */
function requiredOf(schema: UpstreamSchema): readonly string[] {
  return (schema.required ?? []).filter((name) => schema.properties?.[name]?.default === undefined).sort();
}

function isOpen(schema: UpstreamSchema): boolean {
  return schema['x-kubernetes-preserve-unknown-fields'] === true ? schema.type !== undefined : schema.additionalProperties === true;
}

/** controller-gen repeats `x-kubernetes-int-or-string` as a choice of two types. */
function isIntOrStringPair(list: readonly UpstreamSchema[]): boolean {
  const [first, second] = list;
  const areBare = list.every((branch) => Object.keys(branch).length === 1);
  return list.length === 2 && areBare && first?.type === 'integer' && second?.type === 'string';
}

function sorted<In, Out>(record: Readonly<Record<string, In>>, map: (value: In) => Out): Record<string, Out> {
  const result: Record<string, Out> = {};
  for (const key of Object.keys(record).sort()) result[key] = map(record[key] as In);
  return result;
}

function refuse(reference: string): never {
  throw new Error(`a schema of a CustomResourceDefinition refers to ${reference}, but the API server allows no references there`);
}
