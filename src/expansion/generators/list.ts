import { fromJson, GoMap, type GoValue, isList, Unknown } from '../../languages/go-templates/values';
import { readYaml } from '../../languages/yaml-text';
import type { GeneratorContext } from '../context';
import type { Definition } from '../definition';
import { ExpansionError } from '../expansion-error';
import { type Generated, type ParameterSet, parameters } from '../parameter-set';

/** One set for each element. @see applicationset/generators/list.go in argoproj/argo-cd */
export function listSets(definition: Definition, { renderer }: GeneratorContext): Generated {
  const sets: ParameterSet[] = definition.at('elements').items.map((element) => ({
    values: renderer.goTemplate ? mapOf(element) : flat(element), count: 'one',
  }));
  const { text } = definition.at('elementsYaml');
  if (text instanceof Unknown) return { sets: [...sets, { values: parameters({}, text), count: 'any' }], unknown: text.what };
  return { sets: [...sets, ...yamlElements(text, definition.at('elementsYaml'))] };
}

function mapOf(element: Definition): GoMap {
  return element.value instanceof GoMap ? element.value : parameters({});
}

// Without Go templates an element is a map of texts, but for its values.
function flat(element: Definition): GoMap {
  const found: Record<string, GoValue> = {};
  for (const [key, value] of element.fields) {
    if (key !== 'values') {
      found[key] = textOf(value);
      continue;
    }
    if (!(value.value instanceof GoMap)) throw new ExpansionError(value.pointer, 'values has to be a map of texts', 'shape');
    for (const [name, inner] of value.fields) found[`values.${name}`] = textOf(inner);
  }
  return parameters(found);
}

function textOf({ value, pointer }: Definition): string | Unknown {
  if (typeof value === 'string' || value instanceof Unknown) return value;
  throw new ExpansionError(pointer, 'without goTemplate the elements of a list are texts. quote it, or switch goTemplate on', 'shape');
}

function yamlElements(text: string, at: Definition): ParameterSet[] {
  if (text === '') return [];
  const reading = readYaml(text);
  const value = reading.problem === undefined ? fromJson(reading.value) : undefined;
  if (value === null || reading.value === undefined && reading.problem === undefined) return [];
  if (!isList(value) || !value.every((item) => item instanceof GoMap)) {
    throw new ExpansionError(at.pointer, reading.problem === undefined ? 'elementsYaml has to be a YAML list of maps' : `elementsYaml is no YAML: ${reading.problem}`, 'shape');
  }
  return value.map((values) => ({ values, count: 'one' }));
}
