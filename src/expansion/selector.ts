import { printed } from '../languages/go-templates/format';
import { GoMap, type GoValue, isList, Unknown } from '../languages/go-templates/values';
import type { Definition } from './definition';

/** Whether a selector picks something; undefined when it depends on what is not known. */
export type Verdict = boolean | undefined;

/** What a selector looks at: the value of a key, undefined for none. */
export type Lookup = (key: string) => string | Unknown | undefined;

/** Whether a selector has any requirement. */
export function isEmptySelector(selector: Definition): boolean {
  return selector.at('matchLabels').fields.length === 0 && selector.at('matchExpressions').items.length === 0;
}

/** Whether a selector picks what has these values. A malformed requirement is left to the rules, and decides nothing. */
export function selects(selector: Definition, lookup: Lookup): Verdict {
  const verdicts = [
    ...selector.at('matchLabels').fields.map(([key, value]) => isEqual(lookup(key), value.text)),
    ...selector.at('matchExpressions').items.map((expression) => meets(expression, lookup)),
  ];
  if (verdicts.includes(false)) return false;
  return verdicts.includes(undefined) ? undefined : true;
}

/** The values that a selector asks for by equality: they are known of everything that it picks. */
export function equalities(selector: Definition): Readonly<Record<string, GoValue>> {
  const found: Record<string, GoValue> = {};
  for (const expression of selector.at('matchExpressions').items) {
    const { text: key } = expression.at('key');
    const [value, ...others] = expression.at('values').items;
    if (expression.at('operator').text === 'In' && typeof key === 'string' && value && others.length === 0) found[key] = value.value;
  }
  for (const [key, { value }] of selector.at('matchLabels').fields) found[key] = value;
  return found;
}

/** The keys that a selector asks for to be there. */
export function keysOfSelector(selector: Definition): readonly string[] {
  const expressions = selector.at('matchExpressions').items.filter((one) => ['In', 'Exists'].includes(one.at('operator').word));
  return [...selector.at('matchLabels').fields.map(([key]) => key), ...expressions.map((one) => one.at('key').word)];
}

function isEqual(value: string | Unknown | undefined, wanted: string | Unknown): Verdict {
  if (value === undefined) return false;
  return value instanceof Unknown || wanted instanceof Unknown ? undefined : value === wanted;
}

function meets(expression: Definition, lookup: Lookup): Verdict {
  const { text: key } = expression.at('key');
  if (key instanceof Unknown) return undefined;
  const value = lookup(key);
  const listed = expression.at('values').items.map((one) => isEqual(value, one.text));
  const isIn = listed.includes(true) ? true : listed.includes(undefined) ? undefined : false;
  switch (expression.at('operator').value) {
    case 'In': return isIn;
    case 'NotIn': return isIn === undefined ? undefined : !isIn;
    case 'Exists': return value instanceof Unknown ? undefined : value !== undefined;
    case 'DoesNotExist': return value instanceof Unknown ? undefined : value === undefined;
    default: return undefined;
  }
}

/** How selectors see parameters: by their path with dots, as text. */
export function flattened(values: GoMap): Lookup {
  const known = new Map<string, string | Unknown>();
  const open: [prefix: string, others: Unknown][] = [];
  const walk = (value: GoValue, path: string): void => {
    const below = (key: string): string => (path === '' ? key : `${path}.${key}`);
    if (value instanceof GoMap) {
      if (value.others) open.push([path, value.others]);
      for (const [key, item] of value.entries) walk(item, below(key));
    } else if (isList(value)) {
      value.forEach((item, i) => walk(item, below(String(i))));
    } else if (value instanceof Unknown) {
      known.set(path, value);
      open.push([path, new Unknown(value.what)]);
    } else {
      known.set(path, printed(value));
    }
  };
  walk(values, '');
  return (key) => known.get(key) ?? open.find(([prefix, others]) => {
    if (prefix !== '' && !key.startsWith(`${prefix}.`)) return false;
    const rest = prefix === '' ? key : key.slice(prefix.length + 1);
    return others.keys?.test(rest) ?? true;
  })?.[1];
}
