import { rawJson } from '../../languages/go-templates/functions/encoding';
import { GoMap, Unknown } from '../../languages/go-templates/values';
import { hasUnknown, mergedOver } from '../combine';
import type { GeneratorContext } from '../context';
import type { Definition } from '../definition';
import { ExpansionError } from '../expansion-error';
import type { Generated, ParameterSet } from '../parameter-set';
import { onlyType } from './generator-types';

/**
 * The sets of the first generator, each with what the others say of the same keys.
 * @see applicationset/generators/merge.go in argoproj/argo-cd
 */
export function mergeSets(definition: Definition, context: GeneratorContext): Generated {
  const children = definition.at('generators').items;
  const keys = [...new Set(definition.at('mergeKeys').items.map((key) => key.word))].sort();
  if (children.length < 2) throw new ExpansionError(definition.at('generators').pointer, `a merge has two generators or more, and this one has ${children.length}`, 'shape');
  if (keys.length === 0) throw new ExpansionError(definition.pointer, 'a merge without mergeKeys does not know what belongs together', 'shape');
  children.forEach(onlyType);
  const [base, ...others] = children.map((child) => ({ child, ...context.generate(child) }));
  const all = [base!, ...others];
  const isKnown = all.every(({ sets, unknown }) => unknown === undefined &&
    sets.every(({ values, count }) => count === 'one' && keys.every((key) => !hasUnknown(values.get(key)))));
  if (!isKnown) return guessed(base!, others, context, definition);
  const merged = byKey(base!.sets, keys, base!.child);
  for (const { sets, child } of others) {
    const overs = byKey(sets, keys, child);
    for (const [key, over] of overs) {
      const under = merged.get(key);
      if (under) merged.set(key, { count: 'one', values: laidOver(under.values, over.values, context, definition) });
    }
    const dropped = [...overs].filter(([key]) => !merged.has(key)).map(([, over]) => over);
    // What a generator finds may well be more than what is asked for; what somebody has listed is meant.
    if (child.at('list').exists || dropped.length === overs.size) {
      for (const over of dropped) context.unused({ pointer: child.pointer, keys: keysIn(over, keys) });
    }
  }
  return { sets: [...merged.values()] };
}

function byKey(sets: readonly ParameterSet[], keys: readonly string[], child: Definition): Map<string, ParameterSet> {
  const found = new Map<string, ParameterSet>();
  for (const set of sets) {
    const key = keys.map((name) => rawJson(set.values.get(name))).join('\n');
    if (found.has(key)) {
      throw new ExpansionError(child.pointer, `two sets of this generator are the same for the merge: ${keysIn(set, keys)}`);
    }
    found.set(key, set);
  }
  return found;
}

function keysIn({ values }: ParameterSet, keys: readonly string[]): string {
  return keys.map((name) => `${name} ${rawJson(values.get(name))}`).join(', ');
}

function laidOver(under: GoMap, over: GoMap, { renderer }: GeneratorContext, at: Definition): GoMap {
  return renderer.goTemplate ? mergedOver(under, over, at.pointer) : new GoMap(new Map([...under.entries, ...over.entries]), 'any', under.others);
}

/** Sets of the first generator stay, and what others may put over them is not known. */
function guessed(base: Generated, others: readonly Generated[], context: GeneratorContext, definition: Definition): Generated {
  const unknown = [base, ...others].map((one) => one.unknown).find((one) => one !== undefined) ?? 'which sets belong together';
  const what = new Unknown(unknown);
  const overs = others.flatMap(({ sets }) => sets.map(({ values }) => values));
  const keys = overs.flatMap((over) => [...over.entries.keys()]);
  const over = new GoMap(new Map(keys.map((key) => [key, what])), 'any', overs.some((one) => one.others) ? what : undefined);
  const sets = base.sets.map(({ values, count }) => ({ count, values: laidOver(values, over, context, definition) }));
  return { sets, unknown: base.unknown };
}
