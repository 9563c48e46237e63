import { pointer } from '../../../manifests/pointer';
import { defineRule } from '../../rule';
import { canarySteps } from '../rollouts/canary-steps';
import { exampleServices, joinDocuments } from '../rollouts/example-rollout';
import { numberField, objectsField } from '../rollouts/fields';
import { maxWeightOf, ROLLOUT, trafficRoutingOf } from '../rollouts/rollout-strategy';
import { withExperiments } from '../scopes';
import { exampleExperimentStep } from './example-experiment';
import { experimentsOf } from './experiments-of';

/** An experiment that takes this share beside a canary of 25. */
function weightExample(weight: number): string {
  return joinDocuments(exampleExperimentStep({
    canary: 'stableService: web-stable\ncanaryService: web-canary\ntrafficRouting:\n  smi: {}',
    templates: `- name: candidate\n  specRef: canary\n  weight: ${weight}`,
  }), exampleServices('web-stable', 'web-canary'));
}

/** Finds experiments that take more traffic than the canary leaves. */
export const weightsFit = defineRule({
  id: 'experiments/weights-fit',
  severity: 'error',
  kinds: [ROLLOUT],
  scope: withExperiments,
  since: '0.1.0',
  implements: [],
  title: 'experiment and canary together get no more than all traffic',
  rationale: 'Templates of an experiment take their weight out of the share of the stable version. The controller does not check that it '
    + 'has that much: it subtracts, and asks the router for a negative share.',
  bad: weightExample(80),
  good: weightExample(5),
  check(entry, context) {
    const max = maxWeightOf(trafficRoutingOf(entry.manifest));
    const steps = canarySteps(entry.manifest);
    for (const { pointer: at, label, experiment, step } of experimentsOf(entry)) {
      const weights = objectsField(experiment, 'templates').map(([, template]) => numberField(template, 'weight') ?? 0);
      const canary = steps.filter(({ index }) => index <= (step ?? -1)).map((before) => numberField(before.step, 'setWeight'))
        .filter((weight) => weight !== undefined).at(-1) ?? 0;
      const sum = weights.reduce((total, weight) => total + weight, 0);
      if (weights.every((weight) => weight >= 0) && (sum === 0 || sum + canary <= max)) continue;
      context.report(
        pointer(at, 'templates'),
        weights.some((weight) => weight < 0)
          ? `${label} has a template with a negative weight`
          : `${label} gives ${sum} to its templates while the canary has ${canary}, which leaves ${max - sum - canary} of ${max}`,
        {
          received: weights.join(' and '),
          expected: `weights of 0 or more that sum to ${max - canary} at most`,
          fix: 'lower the weights of the templates, or move the step before the canary grows',
        },
      );
    }
  },
});
