import { isJsonObject, type JsonObject } from '../../manifests/json';
import type { Manifest } from '../../manifests/manifest';
import { checkChoices } from './choices';
import { checkConstraints } from './constraints';
import { cureOf, kindOfValue, meantBy, nameOf, phraseOf, shown } from './describe-value';
import { checkRepeatedItems } from './list-items';
import { checkName } from './metadata';
import type { Schema, SchemaNode, ValueType } from './schema';
import { ProblemList, type SchemaProblem } from './schema-problem';
import { reportUnknownField } from './unknown-field';

/**
 * Checks an object as the API server would, with one difference: unknown fields, which the server drops in silence, are problems.
 * A field that is null counts as absent unless its schema is nullable, which is what the server makes of it.
 */
export function checkSchema(manifest: Manifest, schema: Schema): SchemaProblem[] {
  const walk = new Walk(schema.root);
  walk.check(manifest, schema.root);
  if (isJsonObject(manifest)) checkName(manifest, walk.list);
  return walk.list.problems;
}

class Walk {
  public readonly list = new ProblemList();

  public constructor(private readonly root: SchemaNode) {}

  public check(value: unknown, node: SchemaNode): void {
    if (value === null && node.nullable) return;
    switch (node.type) {
      case 'any':
        break;
      case 'object':
        if (!isJsonObject(value)) return this.wrongType(value, node.type);
        this.checkObject(value, node);
        break;
      case 'array':
        if (!Array.isArray(value)) return this.wrongType(value, node.type);
        this.checkArray(value, node);
        break;
      case 'string':
      case 'boolean':
        if (typeof value !== node.type) return this.wrongType(value, node.type);
        break;
      case 'integer':
        if (!Number.isInteger(value)) return this.wrongType(value, node.type);
        break;
      case 'number':
        if (typeof value !== 'number' || !Number.isFinite(value)) return this.wrongType(value, node.type);
        break;
      case 'intOrString':
        if (typeof value !== 'string' && !Number.isInteger(value)) return this.wrongType(value, node.type);
        break;
      case 'quantity':
        if (!isQuantity(value)) return this.wrongType(value, node.type);
        break;
    }
    if (node.constraints) {
      checkConstraints(value, node.constraints, this.list);
      if (node.hasChoices) checkChoices(withDefaults(value, node), node.constraints, this.list);
    }
  }

  private checkObject(object: JsonObject, node: SchemaNode): void {
    const { properties, values } = node;
    const { path } = this.list;
    for (const key in object) {
      const value = object[key];
      if (value === undefined) continue;
      const child = properties.get(key) ?? values;
      if (child) {
        if (value === null) continue;
        path.push(key);
        this.check(value, child);
        path.pop();
      } else if (!node.open && !isLeftOver(key, value)) {
        reportUnknownField(key, node, this.root, this.list);
      }
    }
    for (const name of node.required) {
      const isMissing = object[name] === undefined || (object[name] === null && !properties.get(name)?.nullable);
      if (isMissing) this.missing(name, object, properties.get(name));
    }
  }

  private checkArray(items: readonly unknown[], node: SchemaNode): void {
    if (node.items) {
      const { path } = this.list;
      for (let index = 0; index < items.length; index++) {
        path.push(index);
        this.check(items[index], node.items);
        path.pop();
      }
    }
    checkRepeatedItems(items, node, this.list);
  }

  private wrongType(value: unknown, type: ValueType): void {
    const fix = cureOf(value, type);
    const meant = meantBy(value, type);
    this.list.add('type', {
      message: type === 'quantity' && typeof value === 'string' ? 'not a quantity' : `${kindOfValue(value)} where ${phraseOf(type)} belongs`,
      received: shown(value),
      expected: type === 'quantity' ? 'a quantity such as 500m, 1.5 or 2Gi' : nameOf(type),
      ...(fix === undefined ? {} : { fix }),
      ...(meant === undefined ? {} : { edit: { op: 'set' as const, value: meant } }),
      structural: true,
    });
  }

  private missing(name: string, object: JsonObject, node: SchemaNode | undefined): void {
    this.list.add('required', {
      message: `required field "${name}" is missing`,
      ...(object[name] === null ? { received: 'null' } : {}),
      ...(node ? { expected: nameOf(node.type) } : {}),
      fix: `add "${name}"`,
      // Rules may go into an object or a list that the types promise; a scalar they only read.
      structural: node?.type === 'object' || node?.type === 'array',
    }, name);
  }
}

const QUANTITY = /^[+-]?(\d+(\.\d*)?|\.\d+)([KMGTPE]i|[numkMGTPE]|[eE][+-]?\d+)?$/;

function isQuantity(value: unknown): boolean {
  return typeof value === 'string' ? QUANTITY.test(value) : typeof value === 'number' && Number.isFinite(value);
}

/** Choices are judged after defaults have come in: an address of a Gateway without a type is an IP address. */
function withDefaults(value: unknown, node: SchemaNode): unknown {
  if (!isJsonObject(value)) return value;
  let result: Record<string, unknown> | undefined;
  for (const [name, child] of node.properties) {
    const isAbsent = value[name] === undefined || (value[name] === null && !child.nullable);
    if (child.default !== undefined && isAbsent) (result ??= { ...value })[name] = child.default;
  }
  return result ?? value;
}

/** Generators and kubectl write `creationTimestamp: null` into every metadata, also where the field is not known. */
function isLeftOver(key: string, value: unknown): boolean {
  return key === 'creationTimestamp' && value === null;
}
