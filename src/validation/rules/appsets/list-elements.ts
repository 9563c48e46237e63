import { printedFloat } from '../../../languages/go-templates/format';
import { readYaml } from '../../../languages/yaml-text';
import { isJsonObject } from '../../../manifests/json';
import type { Place } from '../../../manifests/references/place';
import { defineRule, type RuleContext } from '../../rule';
import { exampleApplicationSet, exampleList, exampleTemplate } from './example-application-set';
import { generatorsOf, usesGoTemplate } from './generator-entries';

/** Finds elements of lists that Argo CD refuses. */
export const listElements = defineRule({
  id: 'appsets/list-elements',
  severity: 'error',
  kinds: ['argoproj.io/ApplicationSet'],
  since: '0.1.0',
  implements: ['CD-164', 'CD-165'],
  title: 'elements of a list are maps, and without goTemplate all their values are texts',
  rationale: 'Without goTemplate a number or a nested map in an element is an error that stops the whole set, but for a map called values. '
    + 'elementsYaml has to be a list of maps.',
  bad: exampleApplicationSet(`${exampleList('{ env: staging, replicas: 2 }')}
${exampleTemplate("'web-{{env}}'")}`),
  good: exampleApplicationSet(`${exampleList("{ env: staging, replicas: '2' }")}
${exampleTemplate("'web-{{env}}'")}`),
  check(entry, context) {
    for (const list of generatorsOf(entry, 'list')) {
      for (const element of list.at('elements').items) {
        if (!usesGoTemplate(entry)) checkFlat(element, context);
      }
      checkYaml(list.at('elementsYaml'), context);
    }
  },
});

function checkFlat(element: Place, context: RuleContext): void {
  for (const [key, value] of element.fields) {
    if (key === 'values') {
      if (!isJsonObject(value.value)) context.report(value.pointer, 'values has to be a map of texts', { received: JSON.stringify(value.value) });
      for (const [, inner] of value.fields) checkText(inner, context);
    } else {
      checkText(value, context);
    }
  }
}

function checkText(place: Place, context: RuleContext): void {
  const { value } = place;
  if (typeof value === 'string') return;
  const shown = typeof value === 'number' ? printedFloat(value) : JSON.stringify(value);
  context.report(place.pointer, `without goTemplate the elements of a list are texts, and this is ${shown}`, {
    received: JSON.stringify(value),
    fix: typeof value === 'object' ? 'switch goTemplate on' : `quote it: ${JSON.stringify(String(value))}`,
  });
}

function checkYaml(place: Place, context: RuleContext): void {
  if (place.text === '' || place.text.includes('{{')) return;
  const { value, problem } = readYaml(place.text);
  if (problem !== undefined) {
    context.report(place.pointer, `elementsYaml is no YAML: ${problem}`, {});
  } else if (value !== null && value !== undefined && !(Array.isArray(value) && value.every(isJsonObject))) {
    context.report(place.pointer, 'elementsYaml has to be a list of maps', { expected: '- name: web' });
  }
}
