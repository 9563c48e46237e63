import { pointer } from '../../../manifests/pointer';
import { defineRule } from '../../rule';
import { objectField, objectsField, textField, textsField } from '../rollouts/fields';
import { ROLLOUT } from '../rollouts/rollout-strategy';
import { exampleStepAnalysis, exampleTemplate } from './example-analysis';
import { rolloutAnalyses } from './rollout-analyses';

/** A Rollout that has the label `env` and passes this one on. */
function labelExample(label: string): string {
  return exampleStepAnalysis(`
templates:
  - templateName: smoke
args:
  - name: env
    valueFrom:
      fieldRef:
        fieldPath: metadata.labels['${label}']
`, exampleTemplate({ args: '    - name: env' })).replace('metadata:\n  name: web\n', 'metadata:\n  name: web\n  labels:\n    env: production\n');
}

/** Keys that Argo CD, Argo Rollouts or Kubernetes write themselves. */
const WRITTEN_LATER = /(?:^|\.)(?:argoproj\.io|kubernetes\.io|k8s\.io)\//;

/** Finds arguments that are read from a label or annotation which the Rollout does not have. */
export const labelOfRollout = defineRule({
  id: 'analysis/label-of-rollout',
  severity: 'warning',
  kinds: [ROLLOUT],
  since: '0.1.0',
  implements: [],
  title: 'an argument is read from a label or annotation that the rollout has',
  rationale: 'The labels and annotations of the Rollout itself are meant, not those of its pods. Of one that is not there the controller '
    + 'reads an empty text, and the query asks for nothing.',
  bad: labelExample('stage'),
  good: labelExample('env'),
  check(entry, context) {
    for (const { analysis, pointer: path } of rolloutAnalyses(entry.manifest)) {
      for (const [index, arg] of objectsField(analysis, 'args')) {
        const field = textField(objectField(objectField(arg, 'valueFrom'), 'fieldRef'), 'fieldPath');
        const [, map, key] = /^metadata\.(labels|annotations)\['(.+)'\]$/.exec(field) ?? [];
        if (map === undefined || WRITTEN_LATER.test(key!)) continue;
        const there = Object.keys(textsField(entry.manifest.metadata, map)).sort();
        if (there.includes(key!)) continue;
        context.report(
          pointer(path, 'args', index, 'valueFrom', 'fieldRef', 'fieldPath'),
          `the Rollout has no ${map === 'labels' ? 'label' : 'annotation'} ${key}, so argument ${textField(arg, 'name')} is empty`,
          {
            received: key,
            expected: there.join(', ') || `${map} of the Rollout`,
            fix: `give the Rollout the ${map === 'labels' ? 'label' : 'annotation'}, or correct the name`,
          },
        );
      }
    }
  },
});
