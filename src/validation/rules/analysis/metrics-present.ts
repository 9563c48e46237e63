import { defineRule } from '../../rule';
import { listField } from '../rollouts/fields';
import { specOf } from '../rollouts/rollout-strategy';
import { exampleTemplate } from './example-analysis';
import { METRIC_KINDS } from './template-metrics';

/** Finds templates that measure nothing. */
export const metricsPresent = defineRule({
  id: 'analysis/metrics-present',
  severity: 'error',
  kinds: METRIC_KINDS,
  since: '0.1.0',
  implements: ['AR-108'],
  title: 'a template has metrics, or templates that have them',
  rationale: 'The CRD lets a template without metrics pass. A run of it alone ends in Error, and the release is aborted.',
  bad: exampleTemplate({ metrics: '', spec: '  metrics: []' }),
  good: exampleTemplate(),
  check(entry, context) {
    const spec = specOf(entry.manifest);
    if (!spec || listField(spec, 'metrics').length > 0 || listField(spec, 'templates').length > 0) return;
    const run = entry.manifest.kind === 'AnalysisRun';
    context.report('/spec', run ? 'the run has no metrics' : 'the template has neither metrics nor templates, so it measures nothing', {
      expected: run ? 'metrics' : 'metrics or templates', fix: run ? 'add a metric' : 'add a metric, or name other templates in spec.templates',
    });
  },
});
