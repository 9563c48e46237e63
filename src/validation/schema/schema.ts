import type { NodeRule } from './packed-node';

/** What the value at a place has to be. */
export type ValueType = 'any' | 'object' | 'array' | 'string' | 'integer' | 'number' | 'boolean' | 'intOrString' | 'quantity';

/** A node of a schema that is ready to be checked against: references are resolved, patterns compiled. */
export interface SchemaNode {
  readonly type: ValueType;
  readonly nullable: boolean;
  /** Fields beside the known ones are kept by the API server. */
  readonly open: boolean;
  readonly properties: ReadonlyMap<string, SchemaNode>;
  readonly required: readonly string[];
  readonly values?: SchemaNode;
  readonly items?: SchemaNode;
  readonly unique: boolean;
  readonly keys?: readonly string[];
  readonly default?: unknown;
  /** Whether the constraints have `oneOf`, `anyOf`, `allOf` or `not`. */
  readonly hasChoices: boolean;
  /** What is checked beyond type, fields and items; absent when there is nothing. */
  readonly constraints?: Constraints;
}

/** Bounds, patterns, choices and rules of a node. */
export interface Constraints {
  readonly format?: string;
  readonly enum?: readonly unknown[];
  readonly pattern?: RegExp;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly exclusiveMinimum?: boolean;
  readonly exclusiveMaximum?: boolean;
  readonly multipleOf?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly minProperties?: number;
  readonly maxProperties?: number;
  readonly oneOf?: readonly SchemaNode[];
  readonly anyOf?: readonly SchemaNode[];
  readonly allOf?: readonly SchemaNode[];
  readonly not?: SchemaNode;
  readonly rules?: readonly NodeRule[];
}

/** What an API server checks of the objects of one kind. */
export interface Schema {
  /** Project and tag that it was made from. */
  readonly origin: string;
  readonly apiVersions: readonly string[];
  readonly kind: string;
  readonly root: SchemaNode;
  /** The rules of all nodes, each text once. */
  readonly rules: readonly NodeRule[];
}
