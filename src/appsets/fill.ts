import { APPLICATION_SET_FUNCTIONS as functions } from '../languages/go-templates/function-names';
import type * as goTemplates from '../languages/go-templates/render';
import { fromJson } from '../languages/go-templates/values';
import { isJsonObject, type JsonObject, type JsonValue } from '../manifests/json';

/** The text with everything filled in that is known. The other placeholders stay. */
export function fill(text: string, parameters: JsonObject): string {
  return text.replace(/\{\{ ([^{}]*) \}\}/g, (placeholder, expression: string) => {
    const value = valueOf(expression, parameters);
    return isScalar(value) ? String(value) : withFunctions(placeholder, expression, parameters) ?? placeholder;
  });
}

// Only what needs nothing but parameters that are known.
function withFunctions(placeholder: string, expression: string, parameters: JsonObject): string | undefined {
  const chains = expression.match(/(?<!\w)(?:\.\w+)+/g) ?? [];
  if (chains.length === 0 || /\bindex\b/.test(expression) || !chains.every((chain) => isScalar(valueOf(chain, parameters)))) return undefined;
  // Few programs need it, and none should wait for it to be loaded.
  const { renderGoTemplate } = require('../languages/go-templates/render') as typeof goTemplates;
  const outcome = renderGoTemplate(placeholder, fromJson(parameters), { functions, missingKey: 'error' });
  return 'text' in outcome ? outcome.text : undefined;
}

/** The same in all texts of a value. */
export function fillAll<T extends JsonValue>(value: T, parameters: JsonObject): T {
  const filled = (inner: JsonValue): JsonValue => {
    if (typeof inner === 'string') return fill(inner, parameters);
    if (Array.isArray(inner)) return (inner as readonly JsonValue[]).map(filled);
    if (!isJsonObject(inner)) return inner;
    const entries = Object.entries(inner).filter((entry): entry is [string, JsonValue] => entry[1] !== undefined);
    return Object.fromEntries(entries.map(([key, one]) => [fill(key, parameters), filled(one)]));
  };
  return filled(value) as T;
}

/** Whether a text still depends on what only Argo CD knows. */
export function isTemplated(text: string): boolean {
  return text.includes('{{');
}

/** Whether one of the parameters stands in the text, with or without a function around it. */
export function names(text: string, parameters: readonly string[]): boolean {
  const actions = text.match(/\{\{.*?\}\}/g) ?? [];
  return actions.some((action) => parameters.some((path) =>
    new RegExp(`\\.${path.replace(/[.\\-]/g, '\\$&')}(?!\\w)`).test(action) || action.includes(JSON.stringify(path))));
}

/** The items of the list that an expression gives; undefined when it is not known. */
export function itemsAt(expression: string, parameters: JsonObject): readonly JsonValue[] | undefined {
  const value = valueOf(expression, parameters);
  return Array.isArray(value) ? value as readonly JsonValue[] : undefined;
}

function valueOf(expression: string, parameters: JsonObject): JsonValue | undefined {
  const chain = /^(?:\.\w+)+$/;
  if (chain.test(expression)) return at(parameters, expression.slice(1).split('.'));
  const indexed = /^index (\.|(?:\.\w+)+) (\d+|"(?:[^"\\]|\\.)*")$/.exec(expression);
  if (!indexed) return undefined;
  const [, holder, key] = indexed;
  const path = holder === '.' ? [] : holder!.slice(1).split('.');
  return at(parameters, [...path, String(JSON.parse(key!))]);
}

function at(value: JsonValue | undefined, path: readonly string[]): JsonValue | undefined {
  if (path.length === 0) return value;
  const [key, ...rest] = path;
  if (Array.isArray(value)) return at((value as readonly JsonValue[])[Number(key)], rest);
  return isJsonObject(value) && Object.hasOwn(value, key!) ? at(value[key!], rest) : undefined;
}

/** Whether a value has a text that a template prints. */
export function isScalar(value: JsonValue | undefined): value is string | number | boolean {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
}
