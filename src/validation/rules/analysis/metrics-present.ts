import { defineRule } from '../../rule';
import { listField } from '../rollouts/fields';
import { specOf } from '../rollouts/rollout-strategy';
import { exampleTemplate } from './example-analysis';
import { TEMPLATE_KINDS } from './template-metrics';

/** Finds templates that measure nothing. */
export const metricsPresent = defineRule({
  id: 'analysis/metrics-present',
  severity: 'error',
  kinds: TEMPLATE_KINDS,
  since: '0.1.0',
  implements: ['AR-108'],
  title: 'a template has metrics, or templates that have them',
  rationale: 'The CRD lets a template without metrics pass. A run of it alone ends in Error, and the release is aborted.',
  bad: exampleTemplate({ metrics: '', spec: '  metrics: []' }),
  good: exampleTemplate(),
  check(entry, context) {
    const spec = specOf(entry.manifest);
    if (!spec || listField(spec, 'metrics').length > 0 || listField(spec, 'templates').length > 0) return;
    context.report('/spec', 'the template has neither metrics nor templates, so it measures nothing', {
      expected: 'metrics or templates', fix: 'add a metric, or name other templates in spec.templates',
    });
  },
});
