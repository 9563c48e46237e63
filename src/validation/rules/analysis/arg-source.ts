import { pointer } from '../../../manifests/pointer';
import { defineRule } from '../../rule';
import { isSet, objectField, objectsField, textField } from '../rollouts/fields';
import { specOf } from '../rollouts/rollout-strategy';
import { exampleTemplate } from './example-analysis';
import { METRIC_KINDS } from './template-metrics';

/** An argument with these fields. */
function sourceExample(fields: string): string {
  return exampleTemplate({ args: `    - name: env\n${fields}` });
}

/** Finds arguments with two sources, or with one that is not read. */
export const argSource = defineRule({
  id: 'analysis/arg-source',
  severity: 'error',
  kinds: METRIC_KINDS,
  since: '0.1.0',
  implements: ['AR-081'],
  title: 'an argument of a template has one source that is read there',
  rationale: 'An argument is a value, or is read from a Secret. With both the controller refuses the template. A fieldRef passes the '
    + 'CRD but is read only in a Rollout, so in a template it fills nothing.',
  bad: sourceExample('      valueFrom:\n        fieldRef:\n          fieldPath: metadata.namespace'),
  good: sourceExample('      value: production'),
  check(entry, context) {
    for (const [index, arg] of objectsField(specOf(entry.manifest), 'args')) {
      const at = pointer('/spec/args', index);
      const name = textField(arg, 'name');
      if (isSet(arg, 'value') && isSet(arg, 'valueFrom')) {
        context.report(at, `argument ${name} has a value and a valueFrom`, {
          received: 'value and valueFrom', expected: 'one of them', fix: 'remove one of them',
        });
      } else if (isSet(objectField(arg, 'valueFrom'), 'fieldRef')) {
        context.report(pointer(at, 'valueFrom', 'fieldRef'), `argument ${name} is read from a field, which only a Rollout can do`, {
          received: 'fieldRef',
          expected: 'value or secretKeyRef',
          fix: 'declare the argument without a source here, and pass the fieldRef in the Rollout',
        });
      }
    }
  },
});
