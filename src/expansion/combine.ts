import { printed } from '../languages/go-templates/format';
import { GoMap, type GoValue, isList, Unknown } from '../languages/go-templates/values';
import type { Pointer } from '../manifests/pointer';
import { ExpansionError } from './expansion-error';

/**
 * Two maps as one, level by level: what `winner` has counts, empty values included. Labels, and the values of a generator, are maps of
 * texts, into which Argo CD cannot put the values of an element of a list.
 *
 * @see merge.go in darccio/mergo
 */
export function mergedOver(loser: GoMap, winner: GoMap, at: Pointer): GoMap {
  const entries = new Map(loser.entries);
  for (const [key, value] of winner.entries) {
    const under = loser.get(key);
    if (under instanceof GoMap && under.type === 'strings' && value instanceof GoMap && value.type === 'any' && value.entries.size > 0) {
      throw new ExpansionError(at, `one generator gives ${key} as its own, and another in an element of a list, and Argo CD fails to put the two together. ` +
        'give one of them another name');
    }
    entries.set(key, value instanceof GoMap ? overlaid(under, value, at) : value);
  }
  // What the winner may have besides may be what counts.
  const { others } = winner;
  if (others) {
    for (const key of loser.entries.keys()) if (!winner.entries.has(key) && winner.mayHave(key)) entries.set(key, others);
  }
  return new GoMap(entries, loser.type === 'strings' && winner.type === 'strings' ? 'strings' : 'any', others ?? loser.others);
}

function overlaid(under: GoValue, map: GoMap, at: Pointer): GoMap {
  if (under instanceof GoMap) return mergedOver(under, map, at);
  return under instanceof Unknown ? new GoMap(map.entries, map.type, under) : map;
}

/** Two flat maps as one, all values as text. A key with two values is an error. @see applicationset/utils/map.go in argoproj/argo-cd */
export function combinedFlat(one: GoMap, other: GoMap, at: Pointer): GoMap {
  const entries = new Map<string, GoValue>();
  for (const [key, value] of [...one.entries, ...other.entries]) {
    const text = asText(value);
    const first = entries.get(key);
    if (first !== undefined && !(first instanceof Unknown) && !(text instanceof Unknown) && first !== text) {
      throw new ExpansionError(at, `both generators of the matrix give ${key}, one ${JSON.stringify(first)} and one ${JSON.stringify(text)}`);
    }
    if (first === undefined || first instanceof Unknown) entries.set(key, text);
  }
  return new GoMap(entries, 'any', bothOthers(one, other));
}

function bothOthers(one: GoMap, other: GoMap): Unknown | undefined {
  if (!one.others || !other.others) return one.others ?? other.others;
  const { keys } = one.others;
  return new Unknown(one.others.what, keys && other.others.keys ? new RegExp(`${keys.source}|${other.others.keys.source}`) : undefined);
}

function asText(value: GoValue): string | Unknown {
  if (value instanceof Unknown) return value;
  return hasUnknown(value) ? new Unknown('a part of a list or a map') : printed(value);
}

/** Whether a part of a value is not known. */
export function hasUnknown(value: GoValue): boolean {
  if (value instanceof Unknown) return true;
  if (value instanceof GoMap) return value.others !== undefined || [...value.entries.values()].some(hasUnknown);
  return isList(value) && value.some(hasUnknown);
}
