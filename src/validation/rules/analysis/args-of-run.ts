import { pointer } from '../../../manifests/pointer';
import { defineRule } from '../../rule';
import { isSet, objectsField, textField } from '../rollouts/fields';
import { specOf } from '../rollouts/rollout-strategy';
import { ANALYSIS_RUN } from './template-metrics';

/** A run that asks a service whose name is an argument. */
function runExample(arg: string): string {
  return `apiVersion: argoproj.io/v1alpha1
kind: AnalysisRun
metadata:
  name: smoke
spec:
  args:
    - name: service
${arg}
  metrics:
    - name: status
      successCondition: result == "ok"
      provider:
        web:
          url: http://{{args.service}}.shop.svc.cluster.local/status
          jsonPath: "{$.status}"
`;
}

/** Finds arguments of runs that have no value. */
export const argsOfRun = defineRule({
  id: 'analysis/args-of-run',
  severity: 'error',
  kinds: [ANALYSIS_RUN],
  since: '0.1.0',
  implements: ['AR-107'],
  title: 'every argument of an AnalysisRun has a value',
  rationale: 'A run stands alone: nobody passes it what a template leaves open. With an argument that has neither a value nor a Secret to '
    + 'read it from, even one that no metric uses, the run ends in Error when it starts.',
  bad: runExample(''),
  good: runExample('      value: web'),
  check(entry, context) {
    for (const [index, arg] of objectsField(specOf(entry.manifest), 'args')) {
      if (isSet(arg, 'value') || isSet(arg, 'valueFrom')) continue;
      context.report(pointer('/spec/args', index), `the argument ${textField(arg, 'name')} of the run has no value`, {
        expected: 'value or valueFrom.secretKeyRef', fix: 'add a value',
      });
    }
  },
});
