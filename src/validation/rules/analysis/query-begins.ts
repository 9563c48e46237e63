import { pointer } from '../../../manifests/pointer';
import { defineRule } from '../../rule';
import { spelling } from '../../schema/similar-name';
import { textField } from '../rollouts/fields';
import { exampleProvider, exampleTemplate } from './example-analysis';
import { holdsPlaceholder, measuredBy } from './measured-by';
import { METRIC_KINDS } from './template-metrics';

/** A metric of New Relic with this query. */
function nrqlExample(query: string): string {
  return exampleTemplate({ metrics: exampleProvider(`newRelic:\n  query: ${query}`, { fields: ['successCondition: result.count < 10'] }) });
}

/** The words that a query of New Relic begins with. */
const NRQL = ['FROM', 'SELECT', 'SHOW', 'WITH'];

/** Finds queries that begin with a misspelt word, and those for Graphite that ask for nothing. */
export const queryBegins = defineRule({
  id: 'analysis/query-begins',
  severity: 'error',
  kinds: METRIC_KINDS,
  since: '0.1.0',
  implements: [],
  title: 'a query for New Relic begins with SELECT or FROM, and one for Graphite has a target',
  rationale: 'New Relic refuses a query that begins with no word of its language. For Graphite the query is what a URL has behind its question mark: '
    + 'without target= nothing is asked for. Every measurement is an error or has no data then.',
  bad: nrqlExample('ELECT count(*) AS count FROM Transaction'),
  good: nrqlExample('SELECT count(*) AS count FROM Transaction'),
  check(entry, context) {
    for (const { name, fields, pointer: at } of measuredBy(entry.manifest, 'newRelic')) {
      const query = textField(fields, 'query');
      const word = /^\s*([a-z]+)\s/i.exec(query)?.[1] ?? '';
      const meant = NRQL.includes(word.toUpperCase()) ? undefined : NRQL.find((known) => spelling(word, known) === 1);
      if (meant === undefined) continue;
      context.report(pointer(at, 'query'), `the query of metric ${name} begins with ${word}`, { received: word, expected: 'SELECT or FROM', fix: `did you mean ${meant}?` });
    }
    for (const { name, fields, pointer: at } of measuredBy(entry.manifest, 'graphite')) {
      const query = textField(fields, 'query').trim();
      const names = query.split('&').map((part) => part.split('=')[0]!.trim());
      if (query === '' || names.includes('target') || names.some(holdsPlaceholder)) continue;
      const near = names.find((one) => spelling(one, 'target') <= 2);
      context.report(pointer(at, 'query'), `the query of metric ${name} has no target, so Graphite is asked for nothing`, {
        received: near ?? names[0]!, expected: 'target=, such as target=sumSeries(web.errors)', fix: near === undefined ? `write target=${query}` : `write target instead of ${near}`,
      });
    }
  },
});
