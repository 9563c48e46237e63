import type { PackedChild, PackedNode } from '../../src/validation/schema/packed-node';
import { compact, mapChildren } from './compact';
import { apiVersionOf, type ImportedKind, type NamedNodes } from './imported-kind';
import { normalise } from './normalise';
import { originOf, type Source } from './sources';
import type { UpstreamSchema } from './upstream-schema';

type Definitions = Readonly<Record<string, UpstreamSchema>>;

/** Types that the API server reads in a way of their own, by the last part of their name. */
const SPECIAL: Readonly<Record<string, PackedChild>> = {
  FieldsV1: 'open',
  IntOrString: 'intOrString',
  JSON: 'any',
  MicroTime: 'date-time',
  Quantity: 'quantity',
  RawExtension: 'open',
  Time: 'date-time',
};

/** Defaults of fields that identify the items of a list. The published definitions leave all defaults out. */
const KEY_DEFAULTS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  ContainerPort: { protocol: 'TCP' },
  ServicePort: { protocol: 'TCP' },
};

/** Fields that older definitions call required although the API server takes an object without them. */
const NOT_ASKED_FOR: Readonly<Record<string, readonly string[]>> = {
  EndpointSlice: ['endpoints'],
  NetworkPolicySpec: ['podSelector'],
  StatefulSetSpec: ['serviceName'],
};

/** The kinds of a Kubernetes release. Nodes keep the names of the definitions. */
export function importKubernetes(definitions: Definitions, source: Source): ImportedKind[] {
  const { kubernetes } = source;
  if (!kubernetes) return [];
  return kubernetes.kinds.map((id) => {
    const { group, version, kind } = parseId(id);
    const name = Object.keys(definitions).find((key) =>
      definitions[key]?.['x-kubernetes-group-version-kind']?.some((gvk) => gvk.group === group && gvk.version === version && gvk.kind === kind));
    if (!name) throw new Error(`${source.file} has no kind ${id}. correct its kinds in imports/sources.json`);
    return {
      group, versions: [version], kind, origin: originOf(source), types: source.types, kubernetes: kubernetes.target,
      root: kind, nodes: nodesOfKind(definitions, name, kubernetes.opaque.includes(kind) ? ['spec'] : []),
    };
  });
}

/** ObjectMeta and what it is made of: the metadata of every object. */
export function objectMeta(definitions: Definitions): NamedNodes {
  return reachable(definitions, 'io.k8s.apimachinery.pkg.apis.meta.v1.ObjectMeta', []);
}

function nodesOfKind(definitions: Definitions, rootName: string, opaque: readonly string[]): NamedNodes {
  const nodes = reachable(definitions, rootName, opaque);
  const kind = lastPart(rootName);
  const root = nodes[kind] as PackedNode;
  const spec = root.properties?.spec;
  // Without a spec its fields are zero, which fails wherever one of them is required.
  const needsSpec = typeof spec === 'string' && (nodes[spec]?.required ?? []).length > 0;
  return { ...nodes, [kind]: asObject(root, needsSpec ? ['spec'] : []) };
}

function reachable(definitions: Definitions, rootName: string, opaque: readonly string[]): NamedNodes {
  const nodes: Record<string, PackedNode> = {};
  const fullNames = new Map<string, string>();
  const resolve = (reference: string): PackedChild => {
    const fullName = reference.replace('#/definitions/', '');
    const special = SPECIAL[lastPart(fullName)];
    if (special !== undefined) return special;
    const name = nestedName(definitions, fullName);
    if (name === 'ObjectMeta') return name;
    const other = fullNames.get(name);
    if (other !== undefined && other !== fullName) throw new Error(`${other} and ${fullName} would both be called ${name} in ${rootName}`);
    fullNames.set(name, fullName);
    return name;
  };
  const pack = (fullName: string, isRoot: boolean): PackedNode =>
    shorten(normalise(readable(definitions[fullName] as UpstreamSchema, lastPart(fullName), isRoot ? opaque : []), resolve));

  nodes[lastPart(rootName)] = pack(rootName, true);
  // A map may grow while it is walked: whatever a node refers to comes later.
  for (const [name, fullName] of fullNames) nodes[name] = pack(fullName, false);
  return nodes;
}

/** A kind inside another one, as in `volumeClaimTemplates`, need not say its apiVersion and kind. */
function nestedName(definitions: Definitions, fullName: string): string {
  return isKind(definitions[fullName]) ? `Embedded${lastPart(fullName)}` : lastPart(fullName);
}

/** The definition of a name, with what is known beside it. */
function readable(schema: UpstreamSchema, name: string, opaque: readonly string[]): UpstreamSchema {
  if (!schema.properties) return schema;
  const properties: Record<string, UpstreamSchema> = {};
  for (const [key, value] of Object.entries(schema.properties)) {
    const fallback = KEY_DEFAULTS[name]?.[key];
    properties[key] = fallback === undefined ? value : { ...value, default: fallback };
    if (opaque.includes(key) || (isKind(schema) && key === 'status')) properties[key] = {};
    if (isKind(schema) && (key === 'apiVersion' || key === 'kind')) properties[key] = { type: 'string' };
  }
  const required = schema.required?.filter((key) => !NOT_ASKED_FOR[name]?.includes(key) && key !== 'status');
  return { ...schema, properties, required };
}

/** Every object says what it is and has metadata. */
function asObject(node: PackedNode, alsoRequired: readonly string[]): PackedNode {
  const { type, required = [], ...rest } = node;
  return { type, required: [...new Set([...required, ...alsoRequired, 'apiVersion', 'kind', 'metadata'])].sort(), ...rest };
}

function isKind(schema: UpstreamSchema | undefined): boolean {
  return schema?.['x-kubernetes-group-version-kind'] !== undefined && schema.properties?.metadata !== undefined;
}

/** Writes frequent nodes in their short form. */
function shorten(node: PackedNode): PackedNode {
  return mapChildren(node, (child) => (typeof child === 'string' ? child : compact(shorten(child))));
}

function parseId(id: string): { group: string; version: string; kind: string } {
  const parts = id.split('/');
  const kind = parts.pop() as string;
  const version = parts.pop() as string;
  const group = parts.join('/');
  if (`${apiVersionOf(group, version)}/${kind}` !== id) throw new Error(`${id} is not group/version/Kind`);
  return { group, version, kind };
}

function lastPart(fullName: string): string {
  return fullName.slice(fullName.lastIndexOf('.') + 1);
}
