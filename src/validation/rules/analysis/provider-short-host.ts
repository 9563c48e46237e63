import { pointer } from '../../../manifests/pointer';
import { defineRule } from '../../rule';
import { textField } from '../rollouts/fields';
import { exampleProvider, exampleTemplate } from './example-analysis';
import { measuredBy } from './measured-by';
import { METRIC_KINDS } from './template-metrics';

/** Where providers have the URL of their server. */
const URLS: ReadonlyArray<readonly [provider: string, field: string]> = [
  ['graphite', 'address'], ['kayenta', 'address'], ['prometheus', 'address'], ['skywalking', 'address'], ['web', 'url'],
];

/** A URL whose host is one word: no dots, no placeholder. What stands before an @ is no host. */
const SHORT_HOST = /^[a-z][a-z0-9+.-]*:\/\/(?:[^/?#]*@|(?![^/?#]*@))([a-z0-9-]+)(?:[:/?#]|$)/i;

/** A metric of this Prometheus. */
function addressExample(address: string): string {
  return exampleTemplate({ metrics: exampleProvider(`prometheus:\n  address: ${address}\n  query: scalar(web_success_ratio)`) });
}

/** Finds servers without a namespace: the controller looks for them beside itself. */
export const providerShortHost = defineRule({
  id: 'analysis/provider-short-host',
  severity: 'info',
  kinds: METRIC_KINDS,
  since: '0.1.0',
  implements: ['E57'],
  title: 'the address of a provider names the namespace of its Service',
  rationale: 'The controller measures from its own pod, so a Service without a namespace is looked up in the namespace of the controller '
    + 'and not in that of the template. Unless the server runs there, every measurement ends in an error, and after five of them the '
    + 'release is aborted.',
  bad: addressExample('http://prometheus:9090'),
  good: addressExample('http://prometheus.monitoring:9090'),
  check(entry, context) {
    for (const [provider, field] of URLS) {
      for (const { name, fields, pointer: at } of measuredBy(entry.manifest, provider)) {
        const address = textField(fields, field);
        const host = SHORT_HOST.exec(address)?.[1];
        if (host === undefined || host.toLowerCase() === 'localhost') continue;
        context.report(pointer(at, field), `metric ${name} asks ${host}, which the controller looks up in its own namespace`, {
          received: address.replace(/\/\/[^/?#]*@/, '//...@'),
          expected: 'a Service with its namespace',
          fix: `write ${host}.<namespace>, unless it is beside the controller`,
        });
      }
    }
  },
});
