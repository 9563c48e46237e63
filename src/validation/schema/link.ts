import { type NodeRule, type PackedChild, type PackedNode, type PackedSchema, SCALARS } from './packed-node';
import { compilePattern } from './pattern';
import type { Constraints, Schema, SchemaNode, ValueType } from './schema';

/** Finds a node that is named in another file. */
export type FindNode = (name: string) => PackedNode | undefined;

/** Makes a packed schema ready for checks. Nodes that it does not have itself are looked up in `shared`. */
export function linkSchema(packed: PackedSchema, shared: FindNode): Schema {
  const linker = new Linker((name) => packed.nodes[name] ?? shared(name));
  return {
    origin: packed.origin,
    apiVersions: packed.apiVersions,
    kind: packed.kind,
    root: linker.named(packed.root),
    rules: rulesOf(packed.nodes),
  };
}

/** Gives each name its node, once. */
class Linker {
  private readonly nodes = new Map<string, SchemaNode>();

  public constructor(private readonly find: FindNode) {}

  public named(reference: string): SchemaNode {
    let node = this.nodes.get(reference);
    if (!node) {
      node = new LinkedNode(this.packedOf(reference), this);
      this.nodes.set(reference, node);
    }
    return node;
  }

  public child(packed: PackedChild): SchemaNode {
    return typeof packed === 'string' ? this.named(packed) : new LinkedNode(packed, this);
  }

  private packedOf(reference: string): PackedNode {
    if (reference.endsWith('[]')) return { type: 'array', items: reference.slice(0, -2) };
    if (reference.endsWith('{}')) return { type: 'object', values: reference.slice(0, -2) };
    const packed = this.find(reference) ?? SCALARS[reference];
    if (!packed) throw new Error(`a schema refers to ${reference}, which no file of imports/schemas has. run npm run imports`);
    return packed;
  }
}

const NO_FIELDS: ReadonlyMap<string, SchemaNode> = new Map();
const NOTHING_REQUIRED: readonly string[] = [];

/** A node that looks up what is below it when a check gets there: most objects use a small part of their schema. */
class LinkedNode implements SchemaNode {
  public readonly type: ValueType;
  public readonly nullable: boolean;
  public readonly open: boolean;
  public readonly required: readonly string[];
  public readonly unique: boolean;
  public readonly keys: readonly string[] | undefined;
  public readonly default: unknown;
  public readonly hasChoices: boolean;
  public readonly constraints: Constraints | undefined;
  private fields: ReadonlyMap<string, SchemaNode> | undefined;
  private ofValues: SchemaNode | undefined;
  private ofItems: SchemaNode | undefined;

  public constructor(private readonly packed: PackedNode, private readonly linker: Linker) {
    this.type = packed.intOrString ? 'intOrString' : ((packed.type ?? 'any') as ValueType);
    this.nullable = packed.nullable === true;
    this.open = packed.open === true;
    this.required = packed.embedded ? [...(packed.required ?? []), 'apiVersion', 'kind'] : (packed.required ?? NOTHING_REQUIRED);
    this.unique = packed.unique === true;
    this.keys = packed.keys;
    this.default = packed.default;
    this.constraints = constraintsOf(packed, linker);
    this.hasChoices = Boolean(packed.oneOf ?? packed.anyOf ?? packed.allOf ?? packed.not);
  }

  public get properties(): ReadonlyMap<string, SchemaNode> {
    return (this.fields ??= fieldsOf(this.packed, this.linker));
  }

  public get values(): SchemaNode | undefined {
    return this.packed.values === undefined ? undefined : (this.ofValues ??= this.linker.child(this.packed.values));
  }

  public get items(): SchemaNode | undefined {
    return this.packed.items === undefined ? undefined : (this.ofItems ??= this.linker.child(this.packed.items));
  }
}

function fieldsOf(packed: PackedNode, linker: Linker): ReadonlyMap<string, SchemaNode> {
  if (!packed.properties && !packed.embedded) return NO_FIELDS;
  const fields = new Map<string, SchemaNode>();
  if (packed.embedded) {
    // The API server knows these of every object, whether the schema names them or not.
    for (const name of ['apiVersion', 'kind']) fields.set(name, linker.named('string'));
    fields.set('metadata', linker.named('ObjectMeta'));
  }
  const properties = packed.properties ?? {};
  for (const name of Object.keys(properties)) fields.set(name, linker.child(properties[name] as PackedChild));
  return fields;
}

const COPIED = [
  'format', 'enum', 'minimum', 'maximum', 'exclusiveMinimum', 'exclusiveMaximum', 'multipleOf', 'minLength', 'maxLength',
  'minItems', 'maxItems', 'minProperties', 'maxProperties', 'rules',
] as const;

function constraintsOf(packed: PackedNode, linker: Linker): Constraints | undefined {
  let constraints: Record<string, unknown> | undefined;
  const put = (key: keyof Constraints, value: unknown): void => {
    (constraints ??= {})[key] = value;
  };
  for (const key of COPIED) {
    if (packed[key] !== undefined) put(key, packed[key]);
  }
  if (packed.pattern !== undefined) put('pattern', compilePattern(packed.pattern));
  for (const key of ['oneOf', 'anyOf', 'allOf'] as const) {
    if (packed[key]) put(key, packed[key].map((branch) => linker.child(branch)));
  }
  if (packed.not) put('not', linker.child(packed.not));
  return constraints;
}

/** The rules of all nodes, each text once. */
function rulesOf(nodes: Readonly<Record<string, PackedNode>>): readonly NodeRule[] {
  const rules = new Map<string, NodeRule>();
  const visit = (child: PackedChild | undefined): void => {
    if (typeof child !== 'object') return;
    child.rules?.forEach((rule) => rules.set(rule.rule, rule));
    for (const name in child.properties) visit(child.properties[name]);
    visit(child.values);
    visit(child.items);
  };
  for (const name in nodes) visit(nodes[name]);
  return [...rules.values()];
}
