import { pointer } from '../../../manifests/pointer';
import { defineRule } from '../../rule';
import { objectField, textField } from '../rollouts/fields';
import { exampleProvider, exampleTemplate } from './example-analysis';
import { holdsPlaceholder, measuredBy } from './measured-by';
import { METRIC_KINDS } from './template-metrics';

/** A metric whose requests are to be signed for this host. */
function signedExample(host: string): string {
  return exampleTemplate({
    metrics: exampleProvider(`
prometheus:
  address: https://${host}
  query: scalar(web_success_ratio)
  authentication:
    sigv4:
      region: eu-west-1
`),
  });
}

/** Finds signatures that are never made. */
export const providerSigv4 = defineRule({
  id: 'analysis/provider-sigv4',
  severity: 'warning',
  kinds: METRIC_KINDS,
  since: '0.1.0',
  implements: [],
  title: 'requests are signed for the Prometheus of AWS alone',
  rationale: 'The controller looks for aps-workspaces in the address and signs with sigv4 only if it is there. To any other address it sends '
    + 'the query without a signature and says nothing.',
  bad: signedExample('prometheus.example.com'),
  good: signedExample('aps-workspaces.eu-west-1.amazonaws.com/workspaces/ws-1234'),
  check(entry, context) {
    for (const { name, fields, pointer: at } of measuredBy(entry.manifest, 'prometheus')) {
      const sigv4 = objectField(objectField(fields, 'authentication'), 'sigv4');
      const address = textField(fields, 'address');
      if (!sigv4 || !['region', 'profile', 'roleArn'].some((key) => textField(sigv4, key) !== '')) continue;
      // Without an address the controller has one of its own.
      if (address === '' || holdsPlaceholder(address) || address.includes('aps-workspaces')) continue;
      context.report(pointer(at, 'authentication', 'sigv4'), `metric ${name} has sigv4, and its address is none that the controller signs for`, {
        received: 'an address without aps-workspaces', expected: 'https://aps-workspaces.<region>.amazonaws.com/workspaces/<id>',
        fix: 'ask the workspace at its own address, or leave sigv4 out',
      });
    }
  },
});
