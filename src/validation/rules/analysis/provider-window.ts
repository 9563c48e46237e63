import { durationProblem } from '../../../languages/go-duration';
import { pointer } from '../../../manifests/pointer';
import { defineRule } from '../../rule';
import { textField } from '../rollouts/fields';
import { exampleProvider, exampleTemplate } from './example-analysis';
import { holdsPlaceholder, measuredBy } from './measured-by';
import { METRIC_KINDS } from './template-metrics';

/** A metric that looks back that far. */
function windowExample(interval: string): string {
  return exampleTemplate({
    metrics: exampleProvider(`skywalking:\n  address: http://skywalking-oap.istio-system:12800\n  query: query sla\n${interval}`, {
      fields: ['successCondition: result.sla > 0.95'],
    }),
  });
}

/** Finds windows of queries that the controller cannot read. */
export const providerWindow = defineRule({
  id: 'analysis/provider-window',
  severity: 'error',
  kinds: METRIC_KINDS,
  since: '0.1.0',
  implements: ['AR-144'],
  title: 'the interval of a provider is a Go duration',
  rationale: 'CloudWatch, Datadog and SkyWalking look back that far, by default five minutes; SkyWalking has no default. A text that Go '
    + 'does not read makes every measurement an error, and after five of them the release is aborted.',
  bad: windowExample(''),
  good: windowExample('  interval: 3m'),
  check(entry, context) {
    for (const provider of ['cloudWatch', 'datadog', 'skywalking']) {
      for (const { name, fields, pointer: at } of measuredBy(entry.manifest, provider)) {
        const interval = textField(fields, 'interval');
        if (interval === '' && provider === 'skywalking') {
          context.report(at, `metric ${name} does not say how far it looks back`, {
            received: 'no interval', expected: 'interval', fix: 'add an interval such as 5m to the provider',
          });
        }
        const problem = interval === '' || holdsPlaceholder(interval) ? undefined : durationProblem(interval);
        if (!problem) continue;
        context.report(pointer(at, 'interval'), `metric ${name} looks back "${interval}", which is ${problem.what}`, {
          received: interval, expected: 'a number with a unit h, m or s', fix: `write ${problem.meant ?? 'a duration such as 5m'}`,
        });
      }
    }
  },
});
