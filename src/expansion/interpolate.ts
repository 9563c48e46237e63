import { GoMap, type GoValue, isList, Unknown } from '../languages/go-templates/values';
import { pointer, type Pointer } from '../manifests/pointer';
import { ExpansionError } from './expansion-error';
import type { ParameterSet } from './parameter-set';
import type { TextRenderer } from './text-renderer';

/** Generators whose `values` may name what only later parameters know. */
const KEEPS_VALUES = new Set(['clusters', 'git', 'scmProvider', 'clusterDecisionResource', 'pullRequest', 'plugin']);

/**
 * The second generator of a matrix with the parameters of the first one filled in, everywhere in it.
 * @see applicationset/utils/utils.go in argoproj/argo-cd
 */
export function interpolated(generator: GoValue, at: Pointer, set: ParameterSet, renderer: TextRenderer): GoValue {
  if (set.values.entries.size === 0 && !set.values.others) return generator;
  return new Interpolation(set, renderer).of(generator, at, '');
}

class Interpolation {
  public constructor(private readonly set: ParameterSet, private readonly renderer: TextRenderer) {}

  public of(value: GoValue, at: Pointer, parent: string): GoValue {
    if (typeof value === 'string') return this.text(value, at);
    if (isList(value)) return value.map((item, i) => this.of(item, pointer(at, i), ''));
    if (!(value instanceof GoMap)) return value;
    const entries = [...value.entries].map(([key, item]): readonly [string, GoValue] => {
      const below = pointer(at, key);
      if (key === 'values' && KEEPS_VALUES.has(parent) && item instanceof GoMap) return [key, this.values(item, below)];
      const name = this.text(key, at);
      return [typeof name === 'string' ? name : key, this.of(item, below, key)];
    });
    return new GoMap(new Map(entries), value.type, value.others);
  }

  private text(text: string, at: Pointer): string | Unknown {
    const outcome = this.renderer.render(text, this.set.values);
    if ('problem' in outcome) throw ExpansionError.ofText(at, outcome);
    return 'text' in outcome ? outcome.text : new Unknown(outcome.unknown);
  }

  // What is missing here may be a parameter of the generator itself, so it is tried again later.
  private values(values: GoMap, at: Pointer): GoMap {
    return new GoMap(new Map([...values.entries].map(([key, value]): readonly [string, GoValue] => {
      if (typeof value !== 'string') return [key, value];
      const outcome = this.renderer.render(value, this.set.values, 'error');
      if ('problem' in outcome && !outcome.missingKey) throw new ExpansionError(pointer(at, key), outcome.problem);
      if ('unknown' in outcome) return [key, new Unknown(outcome.unknown)];
      return [key, 'text' in outcome ? outcome.text : value];
    })));
  }
}
