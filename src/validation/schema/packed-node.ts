/** A rule in the Common Expression Language that a value has to satisfy. */
export interface NodeRule {
  readonly rule: string;
  readonly message?: string;
  readonly messageExpression?: string;
}

/**
 * A node of a packed schema: what the API server checks at one place of an object.
 * The keys are those of OpenAPI where the meaning is the same, shorter where Kubernetes has an extension for it.
 */
export interface PackedNode {
  /** Absent where anything goes. */
  readonly type?: string;
  /** `x-kubernetes-int-or-string`. */
  readonly intOrString?: true;
  readonly nullable?: true;
  /** `x-kubernetes-preserve-unknown-fields`, or a free-form object. */
  readonly open?: true;
  /** `x-kubernetes-embedded-resource`. */
  readonly embedded?: true;
  readonly format?: string;
  readonly enum?: readonly unknown[];
  readonly default?: unknown;
  readonly pattern?: string;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly exclusiveMinimum?: true;
  readonly exclusiveMaximum?: true;
  readonly multipleOf?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly minProperties?: number;
  readonly maxProperties?: number;
  readonly required?: readonly string[];
  readonly properties?: Readonly<Record<string, PackedChild>>;
  /** Values of a map, `additionalProperties`. */
  readonly values?: PackedChild;
  readonly items?: PackedChild;
  /** Items are unique, `x-kubernetes-list-type: set`. */
  readonly unique?: true;
  /** Items are unique in these fields, `x-kubernetes-list-map-keys`. */
  readonly keys?: readonly string[];
  readonly oneOf?: readonly PackedNode[];
  readonly anyOf?: readonly PackedNode[];
  readonly allOf?: readonly PackedNode[];
  readonly not?: PackedNode;
  readonly rules?: readonly NodeRule[];
}

/** A node written in place, or a reference: a scalar of `SCALARS` or a named node, with `[]` for a list of it and `{}` for a map. */
export type PackedChild = PackedNode | string;

const QUANTITY = '^(\\+|-)?(([0-9]+(\\.[0-9]*)?)|(\\.[0-9]+))(([KMGTPE]i)|[numkMGTPE]|([eE](\\+|-)?(([0-9]+(\\.[0-9]*)?)|(\\.[0-9]+))))?$';

/** Nodes that are so frequent that they have a name in every file. */
export const SCALARS: Readonly<Record<string, PackedNode>> = {
  any: {},
  boolean: { type: 'boolean' },
  'date-time': { type: 'string', format: 'date-time' },
  int32: { type: 'integer', format: 'int32' },
  int64: { type: 'integer', format: 'int64' },
  intOrString: { intOrString: true },
  integer: { type: 'integer' },
  intOrQuantity: { intOrString: true, pattern: QUANTITY },
  number: { type: 'number' },
  open: { type: 'object', open: true },
  quantity: { type: 'quantity' },
  string: { type: 'string' },
};

/** A file of `imports/schemas`. */
export interface PackedSchema {
  /** Project and tag that it was made from. */
  readonly origin: string;
  readonly apiVersions: readonly string[];
  readonly kind: string;
  /** Name of the node that describes the object. */
  readonly root: string;
  /** File with further nodes, below `imports/schemas`. */
  readonly shared?: string;
  /** A custom resource with pods: further nodes are those of the targeted Kubernetes release. */
  readonly ofRelease?: true;
  readonly nodes: Readonly<Record<string, PackedNode>>;
}
