import { pointer } from '../../../manifests/pointer';
import { defineRule } from '../../rule';
import { isSet } from '../rollouts/fields';
import { exampleTemplate } from './example-analysis';
import { METRIC_KINDS, metricsOf, providersOf } from './template-metrics';

const METRIC = `
    - name: status
      successCondition: result == "ok"
      provider:
        web:
          url: http://web-status.shop.svc.cluster.local/status
          jsonPath: "{$.status}"
`;

const SECOND = `
        prometheus:
          address: http://prometheus.monitoring.svc.cluster.local:9090
          query: scalar(up)
`;

/** Finds metrics that are measured by nobody or by two. */
export const oneProvider = defineRule({
  id: 'analysis/one-provider',
  severity: 'error',
  kinds: METRIC_KINDS,
  since: '0.1.0',
  implements: ['AR-121', 'AR-122'],
  title: 'each metric has one provider',
  rationale: 'A metric is one question to one provider; each plugin counts as one. The controller finds out when a run starts, in the '
    + 'middle of a release: the run ends in Error and the release is aborted.',
  bad: exampleTemplate({ metrics: METRIC + SECOND.slice(1) }),
  good: exampleTemplate({ metrics: METRIC }),
  check(entry, context) {
    for (const { name, metric, pointer: at } of metricsOf(entry.manifest)) {
      if (!isSet(metric, 'provider')) continue;
      const providers = providersOf(metric);
      if (providers.length === 1) continue;
      context.report(
        pointer(at, 'provider'),
        `metric ${name} has ${providers.length === 0 ? 'no provider' : `${providers.length} providers: ${providers.join(', ')}`}`,
        {
          received: providers.join(', ') || '{}',
          expected: 'one provider',
          fix: providers.length === 0 ? 'name a provider' : 'write one metric for each provider',
        },
      );
    }
  },
});
