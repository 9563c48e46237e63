import type { JsonObject } from '../../../manifests/json';
import { defineRule } from '../../rule';
import { canaryStates, hasCanaryPods } from '../rollouts/canary-pods';
import { exampleCanary, joinDocuments } from '../rollouts/example-rollout';
import { numberField, objectField, objectsField, textField } from '../rollouts/fields';
import { canaryOf, ROLLOUT, specOf } from '../rollouts/rollout-strategy';
import { exampleMetric, exampleTemplate } from './example-analysis';
import { rolloutAnalyses } from './rollout-analyses';
import { flattenTemplates } from './template-flattening';
import { metricsOfSpec, providersOf } from './template-metrics';

/** An analysis between these steps. */
function orderExample(before: string, after: string): string {
  const analysis = '  - analysis:\n      templates:\n        - templateName: smoke';
  const steps = ['steps:', before, analysis, after].filter((text) => text !== '').join('\n');
  return joinDocuments(exampleCanary(steps), exampleTemplate({ metrics: exampleMetric('successCondition: result >= 0.95') }));
}

/** Finds analyses of a canary that does not run yet. */
export const beforePods = defineRule({
  id: 'analysis/before-pods',
  severity: 'warning',
  kinds: [ROLLOUT],
  since: '0.1.0',
  implements: [],
  title: 'an analysis that measures the canary comes when the canary has pods',
  rationale: 'A release starts without pods of the new version. Before a setWeight above 0, or a setCanaryScale, an analysis measures the '
    + 'old version, or nothing. Jobs and requests that ask about something else before a release begins are not looked at.',
  bad: orderExample('', '  - setWeight: 25'),
  good: orderExample('  - setWeight: 25', ''),
  check(entry, context) {
    if (numberField(specOf(entry.manifest), 'replicas') === 0) return;
    for (const at of canaryStates(entry.manifest)) {
      const analysis = rolloutAnalyses(entry.manifest).find(({ role, pointer }) => role === 'step' && pointer === `${at.pointer}/analysis`);
      if (!analysis || hasCanaryPods(at)) continue;
      const { templates, complete } = flattenTemplates(entry, analysis, context.manifests);
      const measures = templates.flatMap(({ spec }) => metricsOfSpec(spec))
        .find(({ metric }) => !providersOf(metric).every((provider) => /^(job|web|plugin .*)$/.test(provider)));
      const passed = argumentOfCanary(analysis.analysis, textField(canaryOf(entry.manifest), 'canaryService'));
      if (!passed && (!measures || !complete)) continue;
      context.report(analysis.pointer, passed
        ? `argument ${passed} is about the canary, which has no pods yet at steps[${at.index}]`
        : `metric ${measures?.name} is measured at steps[${at.index}], where the canary has no pods yet`, {
        received: 'an analysis before the first pod of the canary',
        expected: 'a setWeight above 0 or a setCanaryScale before the analysis',
        fix: 'move the analysis behind the first setWeight',
      });
    }
  },
});

/** An argument that passes the canary's Service or its hash. */
function argumentOfCanary(analysis: JsonObject, canaryService: string): string | undefined {
  const arg = objectsField(analysis, 'args').map(([, one]) => one).find((one) =>
    textField(objectField(one, 'valueFrom'), 'podTemplateHashValue') === 'Latest'
    || canaryService !== '' && textField(one, 'value') === canaryService);
  return arg && textField(arg, 'name');
}
