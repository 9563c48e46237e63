import { pointer } from '../../../manifests/pointer';
import { defineRule } from '../../rule';
import { isSet, objectField, objectsField, textField } from '../rollouts/fields';
import { ROLLOUT } from '../rollouts/rollout-strategy';
import { exampleStepAnalysis, exampleTemplate } from './example-analysis';
import { rolloutAnalyses } from './rollout-analyses';

/** An argument with this source. */
function hashExample(hash: string): string {
  return exampleStepAnalysis(
    `templates:\n  - templateName: smoke\nargs:\n  - name: hash\n    valueFrom:\n      podTemplateHashValue: ${hash}`,
    exampleTemplate({ args: '    - name: hash' }),
  );
}

/** Finds arguments of a Rollout that come out empty, or otherwise than they are written. */
export const argGiven = defineRule({
  id: 'analysis/arg-given',
  severity: 'error',
  kinds: [ROLLOUT],
  since: '0.1.0',
  implements: [],
  title: 'an argument that a rollout passes has one source that is known',
  rationale: 'The CRD takes any of these. An argument without a source, or with a podTemplateHashValue other than Latest and Stable, is '
    + 'passed on as an empty text, over the default of the template: the query then asks for nothing. Of a value beside a valueFrom '
    + 'nothing is read.',
  bad: hashExample('latest'),
  good: hashExample('Latest'),
  check(entry, context) {
    for (const { analysis, pointer: path } of rolloutAnalyses(entry.manifest)) {
      for (const [index, arg] of objectsField(analysis, 'args')) {
        const at = pointer(path, 'args', index);
        const name = textField(arg, 'name');
        const source = objectField(arg, 'valueFrom');
        const hash = source?.podTemplateHashValue;
        if (typeof hash === 'string' && hash !== 'Latest' && hash !== 'Stable') {
          context.report(pointer(at, 'valueFrom', 'podTemplateHashValue'), `argument ${name} is the hash of "${hash}", which is no version, so it is empty`, {
            received: hash, expected: 'Latest or Stable', fix: 'write Latest for the new pods, or Stable for those of today',
          });
        } else if (isSet(arg, 'value') && source && Object.keys(source).length > 0) {
          context.report(at, `argument ${name} has a value beside its valueFrom, and the value is not read`, {
            received: 'value and valueFrom', expected: 'one of them', fix: 'remove one of them',
          });
        } else if (!isSet(arg, 'value') && Object.keys(source ?? {}).length === 0) {
          context.report(source ? pointer(at, 'valueFrom') : at, `argument ${name} has no source, so an empty text is passed`, {
            received: source ? 'an empty valueFrom' : 'neither value nor valueFrom',
            expected: 'value, fieldRef or podTemplateHashValue',
            fix: 'give the argument a value, or leave it out for the default of the template',
          });
        }
      }
    }
  },
});
