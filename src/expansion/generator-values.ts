import { type GoValue, stringMap, Unknown } from '../languages/go-templates/values';
import type { Definition } from './definition';
import { ExpansionError } from './expansion-error';
import { type ParameterSet, withValues } from './parameter-set';
import type { TextRenderer } from './text-renderer';

/**
 * The set with the generator's `values`, each filled in once with the other parameters of the set.
 * @see applicationset/generators/value_interpolation.go in argoproj/argo-cd
 */
export function withGeneratorValues(set: ParameterSet, values: Definition, renderer: TextRenderer): ParameterSet {
  const filled: Record<string, GoValue> = {};
  for (const [key, value] of values.fields) {
    const { text } = value;
    filled[key] = text instanceof Unknown ? text : valueFor(text, set, value, renderer);
  }
  if (Object.keys(filled).length === 0) return set;
  if (renderer.goTemplate) return { ...set, values: withValues(set.values, { values: stringMap(filled) }) };
  return { ...set, values: withValues(set.values, Object.fromEntries(Object.entries(filled).map(([key, value]) => [`values.${key}`, value]))) };
}

function valueFor(text: string, set: ParameterSet, at: Definition, renderer: TextRenderer): GoValue {
  const outcome = renderer.render(text, set.values);
  if ('problem' in outcome) throw ExpansionError.ofText(at.pointer, outcome);
  return 'text' in outcome ? outcome.text : new Unknown(outcome.unknown);
}
