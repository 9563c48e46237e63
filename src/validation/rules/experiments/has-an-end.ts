import { pointer } from '../../../manifests/pointer';
import { measurementCount } from '../../../simulation/metric-timing';
import { defineRule } from '../../rule';
import { rolloutAnalyses } from '../analysis/rollout-analyses';
import { flattenTemplates } from '../analysis/template-flattening';
import { metricsOfSpec } from '../analysis/template-metrics';
import { flagField, isSet, objectsField } from '../rollouts/fields';
import { ROLLOUT } from '../rollouts/rollout-strategy';
import { exampleExperimentStep } from './example-experiment';
import { experimentsOf } from './experiments-of';

/** Finds experiments that a release would wait for for ever. */
export const hasAnEnd = defineRule({
  id: 'experiments/has-an-end',
  severity: 'warning',
  kinds: [ROLLOUT],
  since: '0.1.0',
  implements: [],
  title: 'an experiment in a step comes to its end',
  rationale: 'An experiment ends when its duration has passed, or when all analyses that are requiredForCompletion are successful. '
    + 'Without both, or when such an analysis measures for ever, the release stays at the step until somebody promotes it by hand.',
  bad: exampleExperimentStep({ step: 'scaleDownDelaySeconds: 30' }),
  good: exampleExperimentStep({ step: 'duration: 10m' }),
  check(entry, context) {
    const analyses = rolloutAnalyses(entry.manifest).filter(({ role }) => role === 'experiment');
    for (const { pointer: at, label, experiment } of experimentsOf(entry)) {
      const required = objectsField(experiment, 'analyses').filter(([, analysis]) => flagField(analysis, 'requiredForCompletion'));
      if (!isSet(experiment, 'duration') && required.length === 0) {
        context.report(at, `${label} runs an experiment without a duration, and no analysis of it is required for completion`, {
          received: 'neither', expected: 'a duration, or an analysis with requiredForCompletion', fix: 'add a duration such as 10m',
        });
      }
      for (const [index] of required) {
        const path = pointer(at, 'analyses', index);
        const analysis = analyses.find((one) => one.pointer === path);
        if (!analysis) continue;
        for (const { label: template, spec } of flattenTemplates(entry, analysis, context.manifests).templates) {
          const endless = metricsOfSpec(spec).find(({ metric }) => measurementCount(metric) === Infinity);
          if (!endless) continue;
          context.report(path, `${label} waits for an analysis whose metric ${endless.name} of ${template} measures for ever`, {
            received: 'an interval and no count', expected: 'a count above 0', fix: 'give the metric a count, or remove requiredForCompletion',
          });
        }
      }
    }
  },
});
