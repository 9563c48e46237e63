import { Unknown } from '../../languages/go-templates/values';
import { combinedFlat, mergedOver } from '../combine';
import type { GeneratorContext } from '../context';
import type { Definition } from '../definition';
import { ExpansionError } from '../expansion-error';
import { type Generated, leastCertain, parameters, type ParameterSet } from '../parameter-set';
import { onlyType } from './generator-types';

/** The most sets that are worked out: more Applications of one kind than any Argo CD has. */
const MOST = 10_000;

/**
 * Every set of the first generator with every set that the second one gives for it.
 * @see applicationset/generators/matrix.go in argoproj/argo-cd
 */
export function matrixSets(definition: Definition, context: GeneratorContext): Generated {
  const children = definition.at('generators').items;
  const [first, second] = children;
  if (!first || !second || children.length > 2) {
    throw new ExpansionError(definition.at('generators').pointer, `a matrix has two generators, and this one has ${children.length}`, 'shape');
  }
  children.forEach(onlyType);
  const outer = context.generate(first);
  const sets: ParameterSet[] = [];
  let { unknown } = outer;
  for (const one of outer.sets) {
    const inner = context.generate(second, one);
    unknown ??= inner.unknown;
    if (sets.length + inner.sets.length > MOST) return tooMany();
    for (const other of inner.sets) {
      const [a, b] = [one.values, other.values];
      const values = context.renderer.goTemplate ? mergedOver(b, a, definition.pointer) : combinedFlat(a, b, definition.pointer);
      sets.push({ values, count: leastCertain(one.count, other.count) });
    }
  }
  return { sets, unknown };
}

function tooMany(): Generated {
  const what = `what a matrix of over ${MOST} sets gives`;
  return { sets: [{ values: parameters({}, new Unknown(what)), count: 'any' }], unknown: what };
}
