import { pointer } from '../../../manifests/pointer';
import { defineRule } from '../../rule';
import { isSet, objectsField, textField } from '../rollouts/fields';
import { cloudWatchProblems } from './cloud-watch-query';
import { exampleProvider, exampleTemplate } from './example-analysis';
import { holdsPlaceholder, measuredBy } from './measured-by';
import { METRIC_KINDS } from './template-metrics';

/** A metric with a query of this id. */
function queryExample(id: string): string {
  return exampleTemplate({
    metrics: exampleProvider(`cloudWatch:\n  metricDataQueries:\n    - id: ${id}\n      expression: SELECT AVG(CPUUtilization) FROM "AWS/EC2"\n      period: 60`, {
      fields: ['successCondition: all(result[0].Values, {# < 80})'],
    }),
  });
}

/** Finds queries that CloudWatch refuses. */
export const providerCloudWatch = defineRule({
  id: 'analysis/provider-cloud-watch',
  severity: 'error',
  kinds: METRIC_KINDS,
  since: '0.1.0',
  implements: [],
  title: 'each query to CloudWatch has an id of its own, and a metric or an expression that it can read',
  rationale: 'Expressions name other queries by their ids, which begin with a small letter. CloudWatch refuses any other id, one that is '
    + 'there twice, an expression with an id that is not, and a query with both or neither of metricStat and expression. Periods are multiples of a '
    + 'minute, or one of few below it. Every measurement ends in an error then.',
  bad: queryExample('CPU'),
  good: queryExample('cpu'),
  check(entry, context) {
    for (const { name, fields, pointer: at } of measuredBy(entry.manifest, 'cloudWatch')) {
      const queries = objectsField(fields, 'metricDataQueries');
      if (queries.length > 0 && queries.every(([, query]) => query.returnData === false)) {
        context.report(pointer(at, 'metricDataQueries'), `metric ${name} has queries, and none of them returns data`, {
          received: 'returnData: false in each', expected: 'one query that returns data', fix: 'take returnData out of the query whose values are meant',
        });
      }
      const ids = queries.map(([, query]) => textField(query, 'id'));
      queries.forEach(([index, query], i) => {
        const where = pointer(at, 'metricDataQueries', index);
        const id = ids[i]!;
        if (holdsPlaceholder(id)) return;
        if (!/^[a-z]\w*$/.test(id)) {
          context.report(isSet(query, 'id') ? pointer(where, 'id') : where, `metric ${name} has a query with ${id === '' ? 'no id' : `the id ${id}`}`, {
            received: id || 'no id', expected: 'letters, digits and _, a small letter first', fix: 'write an id such as errors',
          });
        } else if (ids.indexOf(id) < i) {
          context.report(pointer(where, 'id'), `metric ${name} has two queries with the id ${id}`, { received: id, expected: 'an id of its own', fix: 'rename one of them' });
        }
        for (const { at: part, what, ...details } of cloudWatchProblems(query, ids)) {
          context.report(pointer(where, ...part), `metric ${name} has a query ${what}`, details);
        }
        const kinds = ['metricStat', 'expression'].filter((field) => isSet(query, field));
        if (kinds.length === 1) return;
        context.report(where, `metric ${name} has a query with ${kinds.length === 0 ? 'neither metricStat nor expression' : 'metricStat and expression'}`, {
          received: kinds.join(' and ') || 'neither', expected: 'one of them', fix: kinds.length === 0 ? 'write metricStat or expression' : 'remove one of them',
        });
      });
    }
  },
});
