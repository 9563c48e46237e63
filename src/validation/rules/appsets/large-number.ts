import { printedFloat } from '../../../languages/go-templates/format';
import { readYaml } from '../../../languages/yaml-text';
import { isJsonObject, type JsonValue } from '../../../manifests/json';
import { pointer } from '../../../manifests/pointer';
import { defineRule } from '../../rule';
import { exampleApplicationSet, exampleList, exampleTemplate, GO_TEMPLATE } from './example-application-set';
import { generatorsOf, templatedTexts, usesGoTemplate } from './generator-entries';

/** Finds numbers that are printed with an exponent. */
export const largeNumber = defineRule({
  id: 'appsets/large-number',
  severity: 'error',
  kinds: ['argoproj.io/ApplicationSet'],
  since: '0.1.0',
  implements: [],
  title: 'numbers that a template prints are below a million, or are texts',
  rationale: 'Every number of a parameter is a float64 to Argo CD, and Go prints one from a million on with an exponent: the account '
    + '123456789012 becomes 1.23456789012e+11. The same goes for numbers in files of a git generator.',
  bad: exampleApplicationSet(`${GO_TEMPLATE}
${exampleList('{ env: staging, account: 123456789012 }')}
${exampleTemplate("'web-{{ .env }}'", { path: "'accounts/{{ .account }}'" })}`),
  good: exampleApplicationSet(`${GO_TEMPLATE}
${exampleList("{ env: staging, account: '123456789012' }")}
${exampleTemplate("'web-{{ .env }}'", { path: "'accounts/{{ .account }}'" })}`),
  check(entry, context) {
    if (!usesGoTemplate(entry)) return;
    for (const list of generatorsOf(entry, 'list')) {
      const elements = list.at('elements');
      const yaml = list.at('elementsYaml');
      const isKnown = yaml.text !== '' && !yaml.text.includes('{{');
      const inYaml = isKnown ? numbersIn(readYaml(yaml.text).value as JsonValue | undefined, []) : [];
      const found = [
        ...numbersIn(elements.value, []).map((one) => ({ ...one, at: pointer(elements.pointer, ...one.path) })),
        ...inYaml.map((one) => ({ ...one, at: yaml.pointer })),
      ];
      for (const { path, value, at } of found) {
        const name = path.find((key) => typeof key === 'string') ?? '';
        if (!templatedTexts(entry).some(({ text }) => text.includes(name))) continue;
        context.report(at, `a template prints the number ${value} as ${printedFloat(value)}`, {
          received: String(value), expected: 'a text', fix: `quote it: ${JSON.stringify(String(value))}`,
        });
      }
    }
  },
});

interface Found {
  readonly path: ReadonlyArray<string | number>;
  readonly value: number;
}

function numbersIn(value: JsonValue | undefined, path: Found['path']): Found[] {
  if (typeof value === 'number') return printedFloat(value).includes('e') ? [{ path, value }] : [];
  if (Array.isArray(value)) return value.flatMap((item: JsonValue, i) => numbersIn(item, [...path, i]));
  return isJsonObject(value) ? Object.entries(value).flatMap(([key, item]) => numbersIn(item, [...path, key])) : [];
}
