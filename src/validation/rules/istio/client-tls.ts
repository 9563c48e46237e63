import { Place } from '../../../manifests/references/place';
import { defineRule, type RuleContext } from '../../rule';
import { exampleServices, joinDocuments } from '../rollouts/example-rollout';
import { exampleDestinationRule } from '../traffic/example-subsets';
import { DESTINATION_RULE } from './destinations';

function tlsExample(tls: string): string {
  return joinDocuments(exampleServices('web'), `${exampleDestinationRule('stable')}  trafficPolicy:\n    tls: ${tls}\n`);
}

/** Finds settings of TLS towards a Service that contradict each other. */
export const istioClientTls = defineRule({
  id: 'istio/client-tls',
  severity: 'error',
  kinds: [DESTINATION_RULE],
  since: '0.1.0',
  implements: ['IS-068'],
  title: 'a client of TLS has its certificates from one place',
  rationale: 'Istio refuses credentialName beside files of certificates, mutual TLS without a certificate and its key, and a certificate '
    + 'authority that insecureSkipVerify would not look at.',
  bad: tlsExample('{ mode: MUTUAL, clientCertificate: /etc/certs/tls.crt }'),
  good: tlsExample('{ mode: MUTUAL, credentialName: web-client }'),
  check(entry, context) {
    const spec = Place.root(entry.manifest).at('spec');
    const policies = [spec.at('trafficPolicy'), ...spec.at('subsets').items.map((subset) => subset.at('trafficPolicy'))];
    for (const policy of policies.flatMap((one) => [one, ...one.at('portLevelSettings').items])) checkTls(context, policy.at('tls'));
  },
});

function checkTls(context: RuleContext, tls: Place): void {
  const mode = tls.at('mode').text;
  if (mode !== 'SIMPLE' && mode !== 'MUTUAL') return;
  const isSet = (field: string): boolean => tls.at(field).text !== '' || tls.at(field).items.length > 0;
  const trusted = ['caCertificates', ...(mode === 'SIMPLE' ? ['credentialName'] : []), 'subjectAltNames'].filter(isSet);
  if (tls.at('insecureSkipVerify').value === true && trusted.length > 0) {
    context.report(tls.at('insecureSkipVerify').pointer, `insecureSkipVerify is set beside ${trusted.join(', ')}`, {
      received: trusted.join(', '), expected: 'one of the two', fix: 'remove insecureSkipVerify, so that the server is verified',
    });
  }
  if (isSet('credentialName')) {
    const files = ['clientCertificate', 'privateKey', 'caCertificates', 'caCrl'].filter(isSet);
    if (files.length === 0) return;
    context.report(tls.at('credentialName').pointer, `credentialName is set beside ${files.join(', ')}`, {
      received: files.join(', '), expected: 'one of the two', fix: 'put everything into the Secret, and remove the files',
    });
    return;
  }
  const missing = mode === 'MUTUAL' ? ['clientCertificate', 'privateKey'].filter((field) => !isSet(field)) : [];
  if (missing.length === 0) return;
  context.report(tls.pointer, `mutual TLS has no ${missing.join(' and no ')}`, {
    received: 'mode MUTUAL', expected: 'clientCertificate and privateKey, or credentialName', fix: 'name the Secret with both in credentialName',
  });
}
