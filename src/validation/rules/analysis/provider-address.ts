import { pointer } from '../../../manifests/pointer';
import { corrected } from '../../certain-edit';
import { defineRule } from '../../rule';
import { textField } from '../rollouts/fields';
import { exampleProvider, exampleTemplate } from './example-analysis';
import { holdsPlaceholder, measuredBy } from './measured-by';
import { isUrlWithHost, urlProblem } from './server-url';
import { METRIC_KINDS } from './template-metrics';

/** Where providers have the URL of their server. */
const URLS: ReadonlyArray<readonly [provider: string, field: string]> = [
  ['graphite', 'address'], ['kayenta', 'address'], ['prometheus', 'address'], ['skywalking', 'address'], ['web', 'url'],
];

/** A metric of this Prometheus. */
function addressExample(address: string): string {
  return exampleTemplate({ metrics: exampleProvider(`prometheus:\n  address: ${address}\n  query: scalar(web_success_ratio)`) });
}

/** Finds addresses that the controller cannot ask. */
export const providerAddress = defineRule({
  id: 'analysis/provider-address',
  severity: 'error',
  kinds: METRIC_KINDS,
  since: '0.1.0',
  implements: ['AR-126', 'AR-142'],
  title: 'the address of a provider is a URL with scheme and host',
  rationale: 'Without a scheme and a host the controller has nobody to ask: every measurement ends in an error, and after five of them '
    + 'the release is aborted. Wavefront alone has the bare host, because it is the key of a Secret. Only Prometheus may leave it out: '
    + 'the controller can have a default for it.',
  bad: addressExample('prometheus.monitoring:9090'),
  good: addressExample('http://prometheus.monitoring:9090'),
  check(entry, context) {
    for (const [provider, field] of URLS) {
      for (const { name, fields, pointer: at } of measuredBy(entry.manifest, provider)) {
        const address = textField(fields, field);
        if (isUrlWithHost(address)) {
          const problem = urlProblem(address);
          if (problem === undefined) continue;
          context.report(pointer(at, field), `metric ${name} asks a URL that ${problem.what}`, {
            received: problem.what,
            expected: 'a URL such as http://prometheus.monitoring:9090',
            fix: problem.fix ?? `correct the ${field}`,
            ...corrected(pointer(at, field), problem.meant),
          });
          continue;
        }
        if (address === '' && provider !== 'graphite' && provider !== 'skywalking') continue;
        context.report(
          address === '' ? at : pointer(at, field),
          address === '' ? `metric ${name} has no address to ask` : `metric ${name} asks "${address}", which is no URL with scheme and host`,
          {
            received: address || `no ${field}`,
            expected: 'a URL such as http://prometheus.monitoring:9090',
            fix: address === '' ? `write the ${field} of the server` : `write http://${address.replace(/^\/+/, '')}, or https`,
          },
        );
      }
    }
    for (const { name, fields, pointer: at } of measuredBy(entry.manifest, 'wavefront')) {
      const address = textField(fields, 'address');
      if (/^[-._a-zA-Z0-9]+$/.test(address) || holdsPlaceholder(address)) continue;
      context.report(pointer(at, 'address'), `metric ${name} asks ${address ? `"${address}"` : 'nobody'}, which cannot be a key of the Secret with the tokens`, {
        received: address || 'no address', expected: 'a bare host such as example.wavefront.com', fix: 'write the host alone',
      });
    }
  },
});
