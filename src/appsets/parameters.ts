import { InputError } from '../manifests/input-error';
import { isJsonObject, type JsonObject, type JsonValue } from '../manifests/json';
import { ParameterList } from './parameter-list';

/** What a parameter can be, as generators make it. */
export type ParameterValue = string | number | boolean | readonly ParameterValue[] | { readonly [key: string]: ParameterValue };

/** A text that Argo CD fills in: a parameter, or what a function makes of one. */
export type FilledIn = `{{ ${string} }}`;

/** The form of one set of parameters: texts where there are texts, numbers or booleans. */
export type ShapeOf<V> =
  V extends string | number | boolean ? string
    : V extends readonly (infer E)[] ? readonly ShapeOf<E>[]
      : V extends object ? { readonly [K in keyof V]: ShapeOf<V[K]> }
        : V;

/** What a template can say about the parameters: those that every generator provides, each as the text that Argo CD fills in. */
export type GeneratorParameters<P> = ParameterTexts<P> & LabelParameters<P>;

/** The form of something whose texts are known: what `ParameterText` was made of. */
export type ShapeOfText<T> =
  [T] extends [string] ? string
    : [T] extends [ParameterList<infer E>] ? readonly ShapeOfText<E>[]
      : [T] extends [object] ? { readonly [K in keyof T]: ShapeOfText<T[K]> }
        : never;

/** The parameters of one level. */
export type ParameterTexts<P> = { readonly [K in Provided<P, keyof P>]: ParameterText<P[K]> };

/** One parameter: its text, the parameters in it, or a list. */
export type ParameterText<V> =
  [V] extends [string] ? FilledIn
    : [V] extends [readonly (infer E)[]] ? ParameterList<ParameterText<E>>
      : [V] extends [object] ? ParameterTexts<V>
        : never;

/** The labels of a cluster, where every generator says something about a cluster. */
export type LabelParameters<P> = [P] extends [{ readonly metadata: { readonly labels: infer L } }] ? {
  /** A label of the cluster, one that every generator selects by: others may be missing. */
  label(key: keyof L & string): FilledIn;
} : unknown;

// The keys of a union are those that all of its members have; what is optional somewhere is missing somewhere.
type Provided<P, K extends keyof P> = K extends unknown ? undefined extends P[K] ? never : K : never;

/** The Go templates for everything that the examples have in common. Each example is one set of parameters. */
export function parametersOf<P>(examples: readonly JsonObject[]): GeneratorParameters<P> {
  const common = examples.reduce(inBoth);
  const parameters = textsOf(common, '.') as ParameterTexts<P>;
  const aboutClusters = isJsonObject(common.metadata) && isJsonObject(common.metadata.labels);
  return { ...parameters, ...(aboutClusters ? { label: labelText } : {}) } as GeneratorParameters<P>;
}

/** The text for a label of the cluster. */
function labelText(key: string): FilledIn {
  return placeholder(fieldOf('.metadata.labels', key));
}

function textsOf(value: JsonValue | undefined, expression: string): unknown {
  if (Array.isArray(value)) {
    const [item = ''] = value as readonly JsonValue[];
    return new ParameterList(expression, item, (index) => textsOf(item, `(${index})`));
  }
  if (isJsonObject(value)) return severalTexts(value, expression);
  return placeholder(expression);
}

function severalTexts(value: JsonObject, expression: string): object {
  const texts = Object.fromEntries(Object.keys(value).map((key) => [key, textsOf(value[key], fieldOf(expression, key))]));
  // In a template string it would be written as [object Object].
  return Object.defineProperty(texts, 'toString', { value: () => {
    const keys = Object.keys(texts);
    throw new InputError(`the parameters ${expression} are taken for a text. name one of them: ${keys.map((key) => fieldOf(expression, key)).join(', ')}`);
  } });
}

function placeholder(expression: string): FilledIn {
  return `{{ ${/^\((.*)\)$/.exec(expression)?.[1] ?? expression} }}`;
}

// A field that is missing stops Argo CD, which `index` does not: it is for keys that are no names.
function fieldOf(expression: string, key: string): string {
  if (/^[A-Za-z_]\w*$/.test(key)) return expression.endsWith('.') ? `${expression}${key}` : `${expression}.${key}`;
  return `(index ${expression} ${JSON.stringify(key)})`;
}

function inBoth(a: JsonObject, b: JsonObject): JsonObject {
  const keys = Object.keys(a).filter((key) => b[key] !== undefined);
  return Object.fromEntries(keys.map((key) => {
    const [left, right] = [a[key]!, b[key]!];
    return [key, isJsonObject(left) && isJsonObject(right) ? inBoth(left, right) : left];
  }));
}
