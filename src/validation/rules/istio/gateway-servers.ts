import { Place } from '../../../manifests/references/place';
import { defineRule, type RuleContext } from '../../rule';
import { GATEWAY } from './destinations';
import { exampleGateway } from './example-istio';
import { isDnsLabel, isHost, isIpAddress } from './host-names';

const PLAIN = ['HTTP', 'HTTP2', 'GRPC', 'GRPC-WEB', 'HTTP_PROXY', 'MONGO', 'REDIS', 'MYSQL', 'TCP', 'UDP'];
const ENCRYPTED = ['HTTPS', 'TLS'];

/** Finds servers of a Gateway that Istio does not take. */
export const istioGatewayServers = defineRule({
  id: 'istio/gateway-servers',
  severity: 'error',
  kinds: [GATEWAY],
  since: '0.1.0',
  implements: ['IS-080'],
  title: 'servers of a Gateway have hosts, a port with a name, and TLS where the protocol says so',
  rationale: 'Istio refuses a Gateway without servers, hosts without a dot, protocols that it does not know, two ports of one name, a '
    + 'server for HTTPS or TLS without tls, and certificates at a plain port.',
  bad: exampleGateway('web.example.com').replace('protocol: HTTP', 'protocol: HTTPS'),
  good: exampleGateway('web.example.com'),
  check(entry, context) {
    if (!isDnsLabel(entry.id.name)) {
      context.report('/metadata/name', `${JSON.stringify(entry.id.name)} is no name of a Gateway`, { received: entry.id.name, expected: 'a DNS label, without dots', fix: 'rename it' });
    }
    const servers = Place.root(entry.manifest).at('spec', 'servers').items;
    if (servers.length === 0) {
      context.report('/spec', 'this Gateway has no servers', { received: 'no servers', expected: 'a server with port and hosts', fix: 'add one' });
    }
    const names = new Set<string>();
    for (const server of servers) {
      const name = server.at('port', 'name');
      if (name.text !== '' && names.has(name.text)) {
        context.report(name.pointer, `two ports are named ${name.text}`, { received: name.text, expected: 'a name that no other port has', fix: 'rename one of the two' });
      }
      names.add(name.text);
      checkHosts(context, server);
      checkTls(context, server);
    }
  },
});

function checkHosts(context: RuleContext, server: Place): void {
  const hosts = server.at('hosts').items;
  if (hosts.length === 0 && server.at('hosts').exists) {
    context.report(server.at('hosts').pointer, 'this server has no hosts', { received: 'no hosts', expected: 'a host, or "*"', fix: 'list the hosts that it serves' });
  }
  for (const host of hosts) {
    const { text } = host;
    const name = text.slice(text.indexOf('/') + 1);
    const owner = text.includes('/') ? text.slice(0, text.indexOf('/')) : '*';
    const isName = name === '*' || (name.includes('.') && isHost(name)) || isIpAddress(name);
    if (typeof host.value !== 'string' || text.includes('{{') || (isName && (['*', '.'].includes(owner) || isDnsLabel(owner)))) continue;
    context.report(host.pointer, `${JSON.stringify(text)} is no host of a server`, {
      received: text, expected: 'a name with dots, *, or namespace/name', fix: 'write the full name, such as web.example.com',
    });
  }
}

function checkTls(context: RuleContext, server: Place): void {
  const [protocol, tls] = [server.at('port', 'protocol'), server.at('tls')];
  const name = protocol.text.toUpperCase();
  if (protocol.text !== '' && ![...PLAIN, ...ENCRYPTED].includes(name)) {
    context.report(protocol.pointer, `there is no protocol ${protocol.text}`, { received: protocol.text, expected: [...PLAIN, ...ENCRYPTED].join(', '), fix: 'write one of them' });
  } else if (ENCRYPTED.includes(name) && !tls.exists) {
    context.report(server.pointer, `this server has protocol ${name} and no tls`, { received: 'no tls', expected: 'tls with mode and a certificate', fix: 'add tls, such as mode: SIMPLE and credentialName' });
  } else if (PLAIN.includes(name) && ['serverCertificate', 'privateKey', 'caCertificates'].some((field) => tls.at(field).text !== '')) {
    context.report(tls.pointer, `this server has protocol ${name} and certificates`, { received: name, expected: 'HTTPS or TLS', fix: 'change the protocol, or remove the certificates' });
  }
}
