import type { JsonObject } from '../../../manifests/json';
import { pointer } from '../../../manifests/pointer';
import { defineRule } from '../../rule';
import { nearest, spelling } from '../../schema/similar-name';
import { flagField, isSet, objectField, textField } from '../rollouts/fields';
import { exampleProvider, exampleTemplate } from './example-analysis';
import { holdsPlaceholder, measuredBy } from './measured-by';
import { valuesIn, withoutArguments } from './query-text';
import { METRIC_KINDS } from './template-metrics';

/** A metric with these fields of Datadog. */
function datadogExample(...fields: readonly string[]): string {
  return exampleTemplate({
    metrics: exampleProvider(`datadog:\n${fields.map((field) => `  ${field}`).join('\n')}`, { fields: ['successCondition: default(result, 0) < 0.05'] }),
  });
}

interface Problem {
  readonly field?: string;
  readonly message: string;
  readonly fix: string;
}

function problemsOf(fields: JsonObject): Problem[] {
  const query = textField(fields, 'query') !== '';
  const queries = Object.keys(objectField(fields, 'queries') ?? {}).length;
  // The CRD fills in v1 where no version is given.
  const version = textField(fields, 'apiVersion') || 'v1';
  const problems: Problem[] = [];
  if (!query && queries === 0) problems.push({ message: 'has no query', fix: 'write query or, with apiVersion v2, queries' });
  else if (query && queries > 0) problems.push({ message: 'has a query and queries', fix: 'remove one of them' });
  else if (version === 'v1' && !query) problems.push({ field: 'queries', message: 'has queries, which apiVersion v1 does not know', fix: 'set apiVersion to v2' });
  if (textField(fields, 'formula') !== '' && queries === 0) {
    problems.push({ field: 'formula', message: 'has a formula without queries', fix: 'name the queries of the formula in queries, or remove it' });
  }
  if (textField(fields, 'formula') === '' && queries > 1) {
    problems.push({ field: 'queries', message: `has ${queries} queries and no formula`, fix: 'write the formula that makes one value of them' });
  }
  if (version === 'v1' && textField(fields, 'aggregator') !== '') {
    problems.push({ field: 'aggregator', message: 'has an aggregator, which apiVersion v1 does not know', fix: 'set apiVersion to v2, or remove the aggregator' });
  }
  problems.push(...formulaProblems(fields), ...queryProblems(fields));
  const secretRef = objectField(fields, 'secretRef');
  if (flagField(secretRef, 'namespaced') && textField(secretRef, 'name') === '') {
    problems.push({ field: 'secretRef', message: 'has a namespaced secretRef without a name', fix: 'name the Secret' });
  }
  return problems;
}

/** Names in the formula that are no queries, and queries that it leaves out. */
function formulaProblems(fields: JsonObject): Problem[] {
  const formula = textField(fields, 'formula');
  const names = Object.keys(objectField(fields, 'queries') ?? {});
  if (formula === '' || names.length === 0 || holdsPlaceholder(formula)) return [];
  const used = [...new Set(valuesIn(formula))];
  return used.filter((name) => !names.includes(name)).map((name) => {
    const near = nearest(name, names);
    return {
      field: 'formula',
      message: `has a formula with ${name}, and no query of that name`,
      fix: near ? `did you mean ${near}?` : `write one of ${names.sort().join(', ')}, or add the query ${name}`,
    };
  });
}

const AGGREGATORS = ['avg', 'count', 'max', 'min', 'sum'];

/** Queries that aggregate by a misspelt word, or go on where they have ended. */
function queryProblems(fields: JsonObject): Problem[] {
  const named = objectField(fields, 'queries') ?? {};
  const queries = [['query', textField(fields, 'query')], ...Object.keys(named).map((name) => [`queries/${name}`, textField(named, name)])];
  return queries.flatMap(([field, query]): Problem[] => {
    // Tags may hold anything.
    const plain = withoutArguments(query!).replace(/\{[^{}]*\}/g, '{}');
    const after = /[)}](?!by\b)(\w+)/.exec(plain)?.[1];
    if (after !== undefined) return [{ field, message: `has a query that goes on with ${after} after a bracket`, fix: `take ${after} out` }];
    const [, word = ''] = /(?:^|[\s(,+*/-])(\w+):[A-Za-z][\w.:-]*\{\}/.exec(plain) ?? [];
    if (word === '' || AGGREGATORS.includes(word) || /^p\d/.test(word)) return [];
    const near = /^\d+$/.test(word) ? `p${word}` : AGGREGATORS.find((known) => spelling(word, known) === 1);
    return near === undefined ? [] : [{ field, message: `has a query that aggregates by ${word}`, fix: `did you mean ${near}?` }];
  });
}

/** Finds queries that Datadog is not asked. */
export const providerDatadog = defineRule({
  id: 'analysis/provider-datadog',
  severity: 'error',
  kinds: METRIC_KINDS,
  since: '0.1.0',
  implements: ['AR-133', 'AR-134', 'AR-135', 'AR-136', 'AR-137', 'AR-138', 'AR-139'],
  title: 'a Datadog metric has what its apiVersion takes',
  rationale: 'Version v1, the default, takes one query. Version v2 takes one query, or several with a formula, and an aggregator. The '
    + 'controller checks it only when it measures: every measurement ends in an error, and after five of them the release is aborted. Datadog '
    + 'refuses formulas with names that are no queries, too.',
  bad: datadogExample('query: avg:web.errors{*}', 'aggregator: sum'),
  good: datadogExample('apiVersion: v2', 'query: avg:web.errors{*}', 'aggregator: sum'),
  check(entry, context) {
    for (const { name, fields, pointer: at } of measuredBy(entry.manifest, 'datadog')) {
      for (const { field, message, fix } of problemsOf(fields)) {
        context.report(field ? pointer(at, ...field.split('/')) : at, `metric ${name} ${message}`, {
          received: isSet(fields, 'apiVersion') ? `apiVersion ${textField(fields, 'apiVersion')}` : 'no apiVersion, which is v1', fix,
        });
      }
    }
  },
});
