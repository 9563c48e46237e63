import { defineRule } from '../../rule';
import { APPLICATION_KINDS, sourcesOf } from './application-spec';
import { exampleSource } from './example-application';

/** Finds values of Helm that nobody reads. */
export const helmValuesOnce = defineRule({
  id: 'apps/helm-values-once',
  severity: 'warning',
  kinds: APPLICATION_KINDS,
  since: '0.1.0',
  implements: [],
  title: 'values of Helm are written as an object or as text, not as both',
  rationale: 'Argo CD does not merge the two: with valuesObject there, it passes over values without a word.',
  bad: exampleSource(`
path: charts/web
helm:
  values: |
    replicas: 3
  valuesObject:
    image: web`),
  good: exampleSource(`
path: charts/web
helm:
  valuesObject:
    image: web
    replicas: 3`),
  check(entry, context) {
    for (const source of sourcesOf(entry)) {
      const values = source.at('helm', 'values');
      if (values.text.trim() === '' || !source.at('helm', 'valuesObject').exists) continue;
      context.report(values.pointer, 'values is ignored, as valuesObject is there', { fix: 'move what it says into valuesObject' });
    }
  },
});
