import { defineRule } from '../../rule';
import { kindProblem } from '../../schema/known-kinds';
import { schemaIds } from '../../schema/schema-store';
import { joinDocuments } from '../rollouts/example-rollout';
import { objectField, textField } from '../rollouts/fields';
import { specOf } from '../rollouts/rollout-strategy';
import { AUTOSCALER, exampleAutoscaler, SCALED_OBJECT, SCALED_ROLLOUT } from './example-autoscaler';

/** Finds autoscalers of a kind or a version that there is not. */
export const targetKind = defineRule({
  id: 'autoscaling/target-kind',
  severity: 'error',
  kinds: [AUTOSCALER, SCALED_OBJECT],
  since: '0.1.0',
  implements: [],
  title: 'an autoscaler names its workload by a kind and a version that there are',
  rationale: 'An autoscaler of an unknown kind finds nothing to scale, reports FailedGetScale, and the workload keeps the replicas that it has.',
  bad: joinDocuments(SCALED_ROLLOUT, exampleAutoscaler({ target: 'argoproj.io/v1alpha2 Rollout' })),
  good: joinDocuments(SCALED_ROLLOUT, exampleAutoscaler()),
  check({ manifest }, context) {
    const target = objectField(specOf(manifest), 'scaleTargetRef');
    const [apiVersion, kind] = [textField(target, 'apiVersion'), textField(target, 'kind')];
    if (apiVersion === '' || kind === '' || `${apiVersion}${kind}`.includes('{{')) return;
    const { custom, kubernetes } = schemaIds(context.targets);
    const id = `${apiVersion}/${kind}`;
    const problem = custom.includes(id) || kubernetes.includes(id) ? undefined : kindProblem(apiVersion, kind, context.targets);
    if (!problem) return;
    const at = `/spec/scaleTargetRef${problem.pointer}` as const;
    context.report(at, problem.message, {
      received: problem.received, expected: problem.expected, fix: problem.fix, ...(problem.edit?.op === 'set' ? { edit: { ...problem.edit, pointer: at } } : {}),
    });
  },
});
