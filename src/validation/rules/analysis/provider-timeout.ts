import { pointer } from '../../../manifests/pointer';
import { defineRule } from '../../rule';
import { numberField } from '../rollouts/fields';
import { exampleProvider, exampleTemplate } from './example-analysis';
import { measuredBy } from './measured-by';
import { METRIC_KINDS } from './template-metrics';

/** A metric with this timeout. */
function timeoutExample(seconds: number): string {
  return exampleTemplate({
    metrics: exampleProvider(`prometheus:\n  address: http://prometheus.monitoring:9090\n  query: scalar(web_success_ratio)\n  timeout: ${seconds}`),
  });
}

/** Finds negative timeouts. */
export const providerTimeout = defineRule({
  id: 'analysis/provider-timeout',
  severity: 'error',
  kinds: METRIC_KINDS,
  since: '0.1.0',
  implements: ['AR-127', 'AR-141'],
  title: 'the timeout of a query is not negative',
  rationale: 'The controller refuses to ask Prometheus or New Relic with a negative timeout. Every measurement ends in an error, and '
    + 'after five of them the release is aborted.',
  bad: timeoutExample(-1),
  good: timeoutExample(30),
  check(entry, context) {
    for (const provider of ['newRelic', 'prometheus']) {
      for (const { name, fields, pointer: at } of measuredBy(entry.manifest, provider)) {
        const timeout = numberField(fields, 'timeout');
        if (timeout === undefined || timeout >= 0) continue;
        context.report(pointer(at, 'timeout'), `metric ${name} has the timeout ${timeout}`, {
          received: String(timeout), expected: 'seconds, 0 or more', fix: 'write the seconds that a query may take, or leave timeout out',
        });
      }
    }
  },
});
