import { readYaml } from '../../../languages/yaml-text';
import { isJsonObject } from '../../../manifests/json';
import { defineRule } from '../../rule';
import { APPLICATION_KINDS, literalOf, sourcesOf } from './application-spec';
import { exampleSource } from './example-application';

/** Finds values of Helm that are no values. */
export const helmValuesReadable = defineRule({
  id: 'apps/helm-values-readable',
  severity: 'error',
  kinds: APPLICATION_KINDS,
  since: '0.1.0',
  implements: ['CD-063'],
  title: 'the text of Helm values is YAML with names and values',
  rationale:
    'Argo CD writes the text to a file for Helm, which reads a map from it. From a list, a sentence or broken YAML it reads nothing, and the '
    + 'Application shows a ComparisonError.',
  bad: example('- image: web'),
  good: example('image: web'),
  check(entry, context) {
    for (const source of sourcesOf(entry)) {
      const values = source.at('helm', 'values');
      const text = literalOf(values);
      if (text.trim() === '' || source.at('helm', 'valuesObject').exists) continue;
      const { problem, value } = readYaml(text);
      // Other readers pass over tags that they do not know, and read the first of several documents.
      if (problem === undefined ? value === null || value === undefined || isJsonObject(value) : /unknown tag|single document/.test(problem)) continue;
      context.report(values.pointer, problem === undefined ? 'the values are no map' : `the values cannot be read: ${problem}`, {
        received: text.length > 60 ? `${text.slice(0, 57)}...` : text,
        expected: 'lines such as image: web',
        fix: 'write them as valuesObject, where a mistake in the YAML shows at once',
      });
    }
  },
});

function example(line: string): string {
  return exampleSource(`
path: charts/web
helm:
  values: |
    ${line}`);
}
