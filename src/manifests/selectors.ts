import { isJsonObject, type JsonObject, type JsonValue } from './json';

/** Labels as they stand on an object. */
export type Labels = JsonObject;

/**
 * Whether a label selector (`matchLabels`, `matchExpressions`) picks an object with these labels.
 * An empty selector picks everything and an absent one nothing, as in Kubernetes.
 */
export function selectorMatches(selector: JsonValue | undefined, labels: Labels): boolean {
  if (!isJsonObject(selector)) return false;
  if (isJsonObject(selector.matchLabels) && !labelsMatch(selector.matchLabels, labels)) return false;
  const expressions: readonly JsonValue[] = Array.isArray(selector.matchExpressions) ? selector.matchExpressions : [];
  return expressions.every((expression) => expressionMatches(expression, labels));
}

/** Whether every key of a plain selector, such as that of a Service, has its value among the labels. */
export function labelsMatch(selector: JsonObject, labels: Labels): boolean {
  return unmatchedLabels(selector, labels).length === 0;
}

/** The keys of a plain selector that the labels lack or hold another value for. */
export function unmatchedLabels(selector: JsonObject, labels: Labels): string[] {
  return Object.keys(selector).filter((key) => labelOf(labels, key) !== selector[key]);
}

function expressionMatches(expression: JsonValue, labels: Labels): boolean {
  if (!isJsonObject(expression) || typeof expression.key !== 'string') return false;
  const value = labelOf(labels, expression.key);
  const values = Array.isArray(expression.values) ? expression.values : [];
  switch (expression.operator) {
    case 'In':
      return value !== undefined && values.includes(value);
    case 'NotIn':
      return value === undefined || !values.includes(value);
    case 'Exists':
      return value !== undefined;
    case 'DoesNotExist':
      return value === undefined;
    default:
      return false;
  }
}

function labelOf(labels: Labels, key: string): JsonValue | undefined {
  return Object.hasOwn(labels, key) ? labels[key] : undefined;
}
