import { pointer } from '../../../manifests/pointer';
import { defineRule } from '../../rule';
import { objectsField, textField } from '../rollouts/fields';
import { ROLLOUT } from '../rollouts/rollout-strategy';
import { exampleStepAnalysis, exampleTemplate } from './example-analysis';
import { rolloutAnalyses } from './rollout-analyses';
import { flattenTemplates } from './template-flattening';

const TEMPLATE = exampleTemplate({ spec: '  dryRun:\n    - metricName: status' });
const ANALYSIS = 'templates:\n  - templateName: smoke';

/** Finds the same rule about dry runs or kept measurements twice. */
export const measurementRulesUnique = defineRule({
  id: 'analysis/measurement-rules-unique',
  severity: 'error',
  kinds: [ROLLOUT],
  since: '0.1.0',
  implements: ['AR-076', 'AR-077', 'AR-080'],
  title: 'dryRun and measurementRetention say each metric once',
  rationale: 'Rules of the templates and of the analysis become one list, in which a metric name may stand once. The controller also '
    + 'tries the rules of each step with the templates of every other analysis of the Rollout. A repeated rule makes it InvalidSpec.',
  bad: exampleStepAnalysis(`${ANALYSIS}\ndryRun:\n  - metricName: status`, TEMPLATE),
  good: exampleStepAnalysis(ANALYSIS, TEMPLATE),
  check(entry, context) {
    const analyses = rolloutAnalyses(entry.manifest).filter((analysis) => analysis.role !== 'experiment');
    const flat = analyses.map((analysis) => flattenTemplates(entry, analysis, context.manifests).templates);
    for (const key of ['dryRun', 'measurementRetention']) {
      const owners = flat.map((templates, index) => {
        const seen = new Map<string, string>();
        for (const template of templates) {
          for (const [, rule] of objectsField(template.spec, key)) {
            const name = textField(rule, 'metricName');
            const owner = seen.get(name);
            if (owner === undefined) seen.set(name, template.label);
            else {
              context.report(analyses[index]?.pointer ?? '', `${key} has ${name} twice, in ${owner} and in ${template.label}`, {
                received: name, expected: 'each metric name once', fix: 'remove one of the rules',
              });
            }
          }
        }
        return seen;
      });
      analyses.forEach(({ analysis, role, pointer: path }, index) => {
        const own = new Set<string>();
        for (const [position, rule] of objectsField(analysis, key)) {
          const name = textField(rule, 'metricName');
          const tried = role === 'step' ? [owners[index], ...owners] : [owners[index]];
          const owner = own.has(name) ? 'the same list' : tried.map((names) => names?.get(name)).find((label) => label !== undefined);
          own.add(name);
          if (owner === undefined) continue;
          context.report(pointer(path, key, position, 'metricName'), `${key} has ${name}, which is in ${owner} already`, {
            received: name, expected: 'each metric name once', fix: 'remove one of the rules',
          });
        }
      });
    }
  },
});
