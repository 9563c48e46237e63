import { pointer } from '../../../manifests/pointer';
import { defineRule } from '../../rule';
import { textField } from '../rollouts/fields';
import { ROLLOUT } from '../rollouts/rollout-strategy';
import { exampleStepAnalysis, exampleTemplate } from './example-analysis';
import { rolloutAnalyses } from './rollout-analyses';
import { flattenTemplates } from './template-flattening';
import { METRIC_KINDS, metricsOf, metricsOfSpec } from './template-metrics';

const OTHER = `
    - name: health
      successCondition: result == "ok"
      provider:
        web:
          url: http://web-status.shop.svc.cluster.local/health
          jsonPath: "{$.status}"
`;

const ANALYSIS = 'templates:\n  - templateName: smoke\n  - templateName: health';

/** Finds two metrics of one name in a run. */
export const metricNamesUnique = defineRule({
  id: 'analysis/metric-names-unique',
  severity: 'error',
  kinds: [ROLLOUT, ...METRIC_KINDS],
  since: '0.1.0',
  implements: ['AR-075', 'AR-109'],
  title: 'the metrics of an analysis have distinct names',
  rationale: 'The controller merges all templates of an analysis into one run and keeps results by metric name. Two metrics of one '
    + 'name make the Rollout InvalidSpec, and a run of one template end in Error.',
  bad: exampleStepAnalysis(ANALYSIS, exampleTemplate(), exampleTemplate({ name: 'health' })),
  good: exampleStepAnalysis(ANALYSIS, exampleTemplate(), exampleTemplate({ name: 'health', metrics: OTHER })),
  check(entry, context) {
    if (entry.manifest.kind !== 'Rollout') {
      const names = new Set<string>();
      for (const at of metricsOf(entry.manifest)) {
        const name = textField(at.metric, 'name');
        if (at.metric.name === '') {
          context.report(pointer(at.pointer, 'name'), `metrics[${at.index}] has an empty name`, {
            received: 'an empty text', expected: 'a name that no other metric has', fix: 'name the metric after what it measures',
          });
        } else if (name !== '' && names.has(name)) {
          context.report(pointer(at.pointer, 'name'), `two metrics are named ${name}`, {
            received: name, expected: 'a name that no other metric has', fix: 'rename one of them',
          });
        }
        names.add(name);
      }
      return;
    }
    for (const analysis of rolloutAnalyses(entry.manifest)) {
      const owners = new Map<string, string>();
      for (const template of flattenTemplates(entry, analysis, context.manifests).templates) {
        for (const name of new Set(metricsOfSpec(template.spec).map((at) => textField(at.metric, 'name')))) {
          const owner = owners.get(name);
          if (owner === undefined) owners.set(name, template.label);
          else if (name !== '') {
            context.report(template.pointer, `${owner} and ${template.label} both have a metric named ${name}`, {
              received: name, expected: 'metrics of distinct names', fix: 'rename the metric in one template, or use two analyses',
            });
          }
        }
      }
    }
  },
});
