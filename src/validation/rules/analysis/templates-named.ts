import { defineRule } from '../../rule';
import { ROLLOUT, specOf } from '../rollouts/rollout-strategy';
import { exampleStepAnalysis, exampleTemplate } from './example-analysis';
import { rolloutAnalyses, templateNames } from './rollout-analyses';
import { TEMPLATE_KINDS } from './template-metrics';

/** Finds analyses that name no template. */
export const templatesNamed = defineRule({
  id: 'analysis/templates-named',
  severity: 'error',
  kinds: [ROLLOUT, ...TEMPLATE_KINDS],
  since: '0.1.0',
  implements: ['AR-165'],
  title: 'an analysis names its templates',
  rationale: 'The CRD requires neither templates nor templateName. The controller looks for a template with an empty name and marks '
    + 'the Rollout InvalidSpec; an analysis without templates has no metrics, and its run ends in Error.',
  bad: exampleStepAnalysis('templates:\n  - clusterScope: false', exampleTemplate()),
  good: exampleStepAnalysis('templates:\n  - templateName: smoke', exampleTemplate()),
  check(entry, context) {
    const spec = specOf(entry.manifest);
    const named = entry.manifest.kind === 'Rollout'
      ? rolloutAnalyses(entry.manifest).filter((analysis) => analysis.role !== 'experiment')
      : [];
    for (const analysis of named) {
      if (analysis.templates.length > 0) continue;
      context.report(analysis.pointer, 'the analysis has no templates, so it has nothing to measure', {
        expected: 'templates', fix: 'name a template in templates[].templateName, or remove the analysis',
      });
    }
    const nested = entry.manifest.kind !== 'Rollout' && spec ? templateNames(spec, '/spec') : [];
    const templates = [...named.flatMap((analysis) => analysis.templates), ...nested];
    for (const template of templates) {
      if (template.name !== '') continue;
      context.report(template.pointer, 'the entry names no template', {
        received: 'no templateName', expected: 'templateName', fix: 'write templateName',
      });
    }
  },
});
