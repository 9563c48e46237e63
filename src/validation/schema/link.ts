import { type PackedChild, type PackedNode, type PackedSchema, SCALARS } from './packed-node';
import { compilePattern } from './pattern';
import type { Constraints, Schema, SchemaNode, ValueType } from './schema';

/** Finds a node that is named in another file. */
export type FindNode = (name: string) => PackedNode | undefined;

const NO_FIELDS: ReadonlyMap<string, SchemaNode> = new Map();
const NOTHING_REQUIRED: readonly string[] = [];
const COPIED = [
  'format', 'enum', 'minimum', 'maximum', 'exclusiveMinimum', 'exclusiveMaximum', 'multipleOf', 'minLength', 'maxLength', 'minItems', 'maxItems',
  'minProperties', 'maxProperties', 'rules',
] as const;

/** Resolves the references of a packed schema. Nodes that it does not have are looked up in `shared`. */
export function linkSchema(packed: PackedSchema, shared: FindNode): Schema {
  const linker = new Linker((name) => packed.nodes[name] ?? shared(name));
  const root = linker.named(packed.root);
  return { origin: packed.origin, apiVersions: packed.apiVersions, kind: packed.kind, root, hasRules: linker.hasRules };
}

type Draft<T> = { -readonly [Key in keyof T]: T[Key] };

class Linker {
  public hasRules = false;
  private readonly linked = new Map<string, SchemaNode>();

  public constructor(private readonly find: FindNode) {}

  public named(reference: string): SchemaNode {
    const known = this.linked.get(reference);
    if (known) return known;
    if (reference.endsWith('[]')) return this.remember(reference, { ...bare('array'), items: this.named(reference.slice(0, -2)) });
    if (reference.endsWith('{}')) return this.remember(reference, { ...bare('object'), values: this.named(reference.slice(0, -2)) });
    const packed = this.find(reference) ?? SCALARS[reference];
    if (!packed) throw new Error(`the schema refers to ${reference}, which no file of imports/schemas has. run npm run imports`);
    const node = this.remember(reference, { ...bare(typeOf(packed)), isObjectMeta: reference === 'ObjectMeta' });
    this.fill(node, packed);
    return node;
  }

  private child(packed: PackedChild): SchemaNode {
    if (typeof packed === 'string') return this.named(packed);
    const node: Draft<SchemaNode> = bare(typeOf(packed));
    this.fill(node, packed);
    return node;
  }

  private remember(reference: string, node: Draft<SchemaNode>): Draft<SchemaNode> {
    this.linked.set(reference, node);
    return node;
  }

  private fill(node: Draft<SchemaNode>, packed: PackedNode): void {
    node.nullable = packed.nullable === true;
    node.open = packed.open === true;
    node.embedded = packed.embedded === true;
    node.unique = packed.unique === true;
    if (packed.required) node.required = packed.required;
    if (packed.keys) node.keys = packed.keys;
    if (packed.default !== undefined) node.default = packed.default;
    if (packed.values !== undefined) node.values = this.child(packed.values);
    if (packed.items !== undefined) node.items = this.child(packed.items);
    if (packed.properties || node.embedded) node.properties = this.fields(packed.properties ?? {}, node.embedded);
    node.constraints = this.constraintsOf(packed);
    if (packed.rules) this.hasRules = true;
  }

  private fields(packed: Readonly<Record<string, PackedChild>>, embedded: boolean): ReadonlyMap<string, SchemaNode> {
    const fields = new Map<string, SchemaNode>();
    if (embedded) {
      for (const [name, type] of [['apiVersion', 'string'], ['kind', 'string'], ['metadata', 'ObjectMeta']] as const) fields.set(name, this.named(type));
    }
    for (const name of Object.keys(packed)) fields.set(name, this.child(packed[name] as PackedChild));
    return fields;
  }

  private constraintsOf(packed: PackedNode): Constraints | undefined {
    const constraints: Record<string, unknown> = {};
    for (const key of COPIED) {
      if (packed[key] !== undefined) constraints[key] = packed[key];
    }
    if (packed.pattern !== undefined) constraints.pattern = compilePattern(packed.pattern);
    for (const key of ['oneOf', 'anyOf', 'allOf'] as const) {
      const branches = packed[key];
      if (branches) constraints[key] = branches.map((branch) => this.child(branch));
    }
    if (packed.not) constraints.not = this.child(packed.not);
    return Object.keys(constraints).length > 0 ? (constraints as Constraints) : undefined;
  }
}

function bare(type: ValueType): Draft<SchemaNode> {
  return {
    type, nullable: false, open: false, embedded: false, isObjectMeta: false, properties: NO_FIELDS, required: NOTHING_REQUIRED,
    values: undefined, items: undefined, unique: false, keys: undefined, default: undefined, constraints: undefined,
  };
}

function typeOf(packed: PackedNode): ValueType {
  if (packed.intOrString) return 'intOrString';
  return (packed.type ?? 'any') as ValueType;
}
