import { isJsonObject } from '../../manifests/json';
import { FORMATS } from './formats';
import type { Constraints, SchemaNode } from './schema';

/** Whether a value fulfils a branch of a choice. Branches only narrow: unknown fields and types are judged elsewhere. */
export function satisfies(value: unknown, node: SchemaNode): boolean {
  if (!hasType(value, node)) return false;
  if (isJsonObject(value)) {
    if (node.required.some((name) => value[name] === undefined || value[name] === null)) return false;
    for (const [name, field] of node.properties) {
      const child = value[name];
      if (child !== undefined && child !== null && !satisfies(child, field)) return false;
    }
  }
  const { items } = node;
  if (Array.isArray(value) && items && !value.every((item) => satisfies(item, items))) return false;
  return node.constraints === undefined || fulfils(value, node.constraints);
}

function hasType(value: unknown, node: SchemaNode): boolean {
  switch (node.type) {
    case 'any': return true;
    case 'object': return isJsonObject(value);
    case 'array': return Array.isArray(value);
    case 'integer': return Number.isInteger(value);
    case 'intOrString': return typeof value === 'string' || Number.isInteger(value);
    case 'quantity': return typeof value === 'string' || typeof value === 'number';
    default: return typeof value === node.type;
  }
}

function fulfils(value: unknown, limits: Constraints): boolean {
  return (
    (limits.enum === undefined || limits.enum.includes(value)) &&
    (limits.format === undefined || (FORMATS.get(limits.format)?.accepts(value) ?? true)) &&
    inBounds(value, limits) &&
    (limits.oneOf === undefined || limits.oneOf.filter((branch) => satisfies(value, branch)).length === 1) &&
    (limits.anyOf === undefined || limits.anyOf.some((branch) => satisfies(value, branch))) &&
    (limits.allOf === undefined || limits.allOf.every((branch) => satisfies(value, branch))) &&
    (limits.not === undefined || !satisfies(value, limits.not))
  );
}

function inBounds(value: unknown, limits: Constraints): boolean {
  if (typeof value === 'string') {
    return (limits.pattern?.test(value) ?? true) && within([...value].length, limits.minLength, limits.maxLength);
  }
  if (typeof value === 'number') return within(value, limits.minimum, limits.maximum);
  if (Array.isArray(value)) return within(value.length, limits.minItems, limits.maxItems);
  if (isJsonObject(value)) return within(Object.keys(value).length, limits.minProperties, limits.maxProperties);
  return true;
}

function within(size: number, least = -Infinity, most = Infinity): boolean {
  return size >= least && size <= most;
}
