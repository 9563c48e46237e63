import { printed } from '../format';
import type { GoFunctions } from '../signature';
import { UnknownOutcome } from '../template-error';
import { GoMap, type GoValue, typeWords, Unknown } from '../values';
import { failure } from './arguments';

/** Functions of maps. @see dict.go in Masterminds/sprig */
export const MAP_FUNCTIONS: GoFunctions = {
  dict: { takes: 'a*', call: dict },
  get: { takes: 'ms', call: (map: GoMap, key: string) => (isThere(map, key) ? map.get(key) : '') },
  hasKey: { takes: 'ms', call: isThere },
  pick: { takes: 'ms*', call: (map: GoMap, ...keys: string[]) => new GoMap(new Map(keys.filter((key) => isThere(map, key)).map((key) => [key, map.get(key)]))) },
  omit: { takes: 'ms*', call: (map: GoMap, ...keys: string[]) => new GoMap(new Map(map.sorted.filter(([key]) => !keys.includes(key)))) },
  // In no order: only the only one is certain.
  keys: { takes: 'm', call: (map: GoMap) => onlyOne(map.sorted.map(([key]) => key)) },
  values: { takes: 'm', call: (map: GoMap) => onlyOne(map.sorted.map(([, value]) => value)) },
  dig: { takes: 'aaaa*', call: dig },
};

function isThere(map: GoMap, key: string): boolean {
  if (map.entries.has(key)) return true;
  if (map.mayHave(key)) throw new UnknownOutcome(map.others!.what);
  return false;
}

function dict(...pairs: GoValue[]): GoMap {
  const entries = new Map<string, GoValue>();
  for (let i = 0; i < pairs.length; i += 2) entries.set(printed(pairs[i]), i + 1 < pairs.length ? pairs[i + 1] : '');
  return new GoMap(entries);
}

function onlyOne(list: GoValue[]): GoValue {
  if (list.length > 1) throw new UnknownOutcome('the order of the keys of a map');
  return list;
}

function dig(...given: GoValue[]): GoValue {
  const keys = given.slice(0, -2);
  const [fallback, map] = given.slice(-2);
  let at: GoValue = map;
  for (const key of keys) {
    if (at instanceof Unknown) throw new UnknownOutcome(at.what);
    if (!(at instanceof GoMap) || at.type !== 'any' || typeof key !== 'string') return failure('dig', `it goes through maps, and meets ${typeWords(at)}`);
    if (!isThere(at, key)) return fallback;
    at = at.get(key);
  }
  return at;
}
