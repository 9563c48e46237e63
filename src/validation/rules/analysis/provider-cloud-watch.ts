import { pointer } from '../../../manifests/pointer';
import { defineRule } from '../../rule';
import { isSet, objectsField, textField } from '../rollouts/fields';
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
  title: 'each query to CloudWatch has an id of its own, and a metric or an expression',
  rationale: 'Expressions name other queries by their ids, which begin with a small letter. CloudWatch refuses any other id, one that is '
    + 'there twice, and a query with both or neither of metricStat and expression: every measurement ends in an error.',
  bad: queryExample('CPU'),
  good: queryExample('cpu'),
  check(entry, context) {
    for (const { name, fields, pointer: at } of measuredBy(entry.manifest, 'cloudWatch')) {
      const queries = objectsField(fields, 'metricDataQueries');
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
        const kinds = ['metricStat', 'expression'].filter((field) => isSet(query, field));
        if (kinds.length === 1) return;
        context.report(where, `metric ${name} has a query with ${kinds.length === 0 ? 'neither metricStat nor expression' : 'metricStat and expression'}`, {
          received: kinds.join(' and ') || 'neither', expected: 'one of them', fix: kinds.length === 0 ? 'write metricStat or expression' : 'remove one of them',
        });
      });
    }
  },
});
