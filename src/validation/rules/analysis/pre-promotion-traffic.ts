import { madeAt } from '../../made-at';
import { defineRule } from '../../rule';
import { exampleBlueGreen, exampleServices, joinDocuments } from '../rollouts/example-rollout';
import { isSet, objectField, textField } from '../rollouts/fields';
import { ROLLOUT } from '../rollouts/rollout-strategy';
import { exampleMetric, exampleTemplate } from './example-analysis';
import { rolloutAnalyses } from './rollout-analyses';
import { flattenTemplates } from './template-flattening';
import { metricsOfSpec } from './template-metrics';

/** Counters and histograms of requests, by the names that client libraries and proxies give them. */
const REQUESTS = /\b(\w*requests?_(?:total|count|duration|seconds|milliseconds|latency)\w*)\s*[{[]/;

/** Providers that call something themselves, and so can send the new pods the requests that are counted. */
const CALLERS = ['job', 'plugin', 'web'];

/** A blue-green rollout that counts requests in this analysis. */
function countedExample(analysis: string): string {
  return joinDocuments(
    exampleBlueGreen(`activeService: web\npreviewService: web-preview\n${analysis}:\n  templates:\n    - templateName: smoke`),
    exampleServices('web', 'web-preview'),
    exampleTemplate({
      metrics: exampleMetric('count: 5', 'interval: 1m', 'failureLimit: 1', 'successCondition: result >= 10')
        .replace('avg_over_time(web_success_ratio[5m])', 'sum(rate(http_requests_total{service="web-preview"}[5m]))'),
    }),
  );
}

/** Finds counted requests where nobody sends any. */
export const prePromotionTraffic = defineRule({
  id: 'analysis/pre-promotion-traffic',
  severity: 'info',
  kinds: [ROLLOUT],
  since: '0.1.0',
  implements: ['E30'],
  title: 'an analysis before the promotion counts no requests of clients',
  rationale: 'Until the promotion all clients are with the old pods. What the new ones answered is then nothing, or NaN, and says '
    + 'nothing about them. A job or a web metric that calls them does, and so do counted requests after the promotion.',
  bad: countedExample('prePromotionAnalysis'),
  good: countedExample('postPromotionAnalysis'),
  check(entry, context) {
    for (const analysis of rolloutAnalyses(entry.manifest).filter(({ role }) => role === 'pre-promotion')) {
      const { templates, complete } = flattenTemplates(entry, analysis, context.manifests);
      const metrics = templates.flatMap(({ label, entry: from, spec, pointer }) =>
        metricsOfSpec(spec).map(({ name, metric }) => ({ title: `metric ${name} of ${label}${madeAt(from, entry)}`, metric, pointer })));
      // A template out of sight may send requests too.
      if (!complete || metrics.some(({ metric }) => CALLERS.some((provider) => isSet(objectField(metric, 'provider'), provider)))) continue;
      for (const { title, metric, pointer } of metrics) {
        const counted = REQUESTS.exec(textField(objectField(objectField(metric, 'provider'), 'prometheus'), 'query'))?.[1];
        if (counted === undefined) continue;
        context.report(pointer, `${title} counts requests, and clients send the new pods none before the promotion`, {
          received: counted,
          expected: 'a job or web metric that calls the new pods',
          fix: 'move it to postPromotionAnalysis, and call the preview Service here',
        });
      }
    }
  },
});
