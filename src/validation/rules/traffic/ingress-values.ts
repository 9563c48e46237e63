import { isIP } from 'node:net';
import { Place } from '../../../manifests/references/place';
import { certainlyMeant, corrected } from '../../certain-edit';
import { defineRule, type RuleContext } from '../../rule';
import { nearest } from '../../schema/similar-name';
import { exampleIngress, exampleServices, joinDocuments } from '../rollouts/example-rollout';

const INGRESS = joinDocuments(exampleServices('web'), exampleIngress('web'));

/** A DNS name in lower case, whose first label may be a wildcard. */
const HOST = /^(?:\*\.)?[a-z0-9](?:[-a-z0-9]*[a-z0-9])?(?:\.[a-z0-9](?:[-a-z0-9]*[a-z0-9])?)*$/;

const TYPES = ['Exact', 'ImplementationSpecific', 'Prefix'];

/** What no path of the type Exact or Prefix may have in it. */
const NOT_PLAIN = ['//', '/./', '/../', '%2f', '%2F'];

/** Finds hosts, paths and ports of an Ingress that the API server refuses. */
export const ingressValues = defineRule({
  id: 'traffic/ingress-values',
  severity: 'error',
  kinds: ['networking.k8s.io/Ingress'],
  since: '0.1.0',
  implements: [],
  title: 'hosts, paths and ports of an Ingress are ones that Kubernetes takes',
  rationale: 'A host is a DNS name in lower case without scheme and port, and no IP address; a path begins with a slash; a backend has the '
    + 'name of a port or its number. The schema says none of this, and the API server refuses the Ingress when it is applied.',
  bad: INGRESS.replace('host: web.example.com', 'host: "Web.example.com"'),
  good: INGRESS,
  check(entry, context) {
    const spec = Place.root(entry.manifest).at('spec');
    checkPort(context, spec.at('defaultBackend'));
    if (spec.at('defaultBackend').exists) checkBackend(context, spec.at('defaultBackend'));
    const { value } = spec.at('rules');
    if (!spec.at('defaultBackend').exists && (value === undefined || value === null || (Array.isArray(value) && value.length === 0))) {
      context.report('/spec', 'the Ingress leads nowhere', { received: 'no rules and no defaultBackend', expected: 'at least one of them', fix: 'write a rule with a path and its Service' });
    }
    for (const rule of spec.at('rules').items) {
      checkHost(context, rule.at('host'));
      for (const path of rule.at('http', 'paths').items) {
        checkType(context, path.at('pathType'));
        checkBackend(context, path.at('backend'));
        checkPath(context, path.at('path'), path.at('pathType').text);
        checkPort(context, path.at('backend'));
      }
    }
  },
});

function checkHost(context: RuleContext, host: Place): void {
  const { text } = host;
  if (text === '' || text.includes('{{')) return;
  const isAddress = isIP(text) !== 0;
  if (HOST.test(text) && text.length <= 253 && !isAddress) return;
  context.report(host.pointer, `host ${text} is ${isAddress ? 'an IP address' : 'no DNS name'}`, {
    received: text, expected: 'a DNS name such as web.example.com', fix: isAddress ? 'write a name, or no host for all of them' : 'write it in lower case, without scheme, port and path',
  });
}

function checkPath(context: RuleContext, path: Place, type: string): void {
  const { text } = path;
  const isPlain = type === 'Exact' || type === 'Prefix';
  if (text.includes('{{') || (text === '' && !isPlain)) return;
  if (!text.startsWith('/')) {
    context.report(path.pointer, text === '' ? `a path of type ${type} is empty` : `path ${text} does not begin with a slash`, {
      received: text || 'no path', expected: 'a path such as /docs', fix: text === '' ? 'write / for all paths' : 'begin the path with /',
    });
    return;
  }
  const found = isPlain ? NOT_PLAIN.find((part) => text.includes(part)) ?? ['/.', '/..'].find((end) => text.endsWith(end)) : undefined;
  if (found === undefined) return;
  context.report(path.pointer, `path ${text} has ${found} in it`, { received: text, expected: 'a path without it', fix: 'write the path as clients send it' });
}

function checkType(context: RuleContext, type: Place): void {
  if (type.text === '' || type.text.includes('{{') || TYPES.includes(type.text)) return;
  const near = nearest(type.text, TYPES);
  context.report(type.pointer, `there is no type "${type.text}" of paths`, {
    received: type.text, expected: TYPES.join(', '), fix: near ? `did you mean ${near}?` : 'write one of these', ...corrected(type.pointer, certainlyMeant(type.text, TYPES)),
  });
}

function checkBackend(context: RuleContext, backend: Place): void {
  const kinds = ['service', 'resource'].filter((key) => backend.at(key).exists);
  if (kinds.length === 1 || (!backend.exists && kinds.length === 0)) return;
  context.report(backend.pointer, kinds.length === 0 ? 'this path leads nowhere' : 'this path leads to a Service and to something else', {
    received: kinds.join(' and ') || 'an empty backend', expected: 'a service', fix: kinds.length === 0 ? 'write the service' : 'keep one of the two',
  });
}

function checkPort(context: RuleContext, backend: Place): void {
  const service = backend.at('service');
  if (!service.exists) return;
  const port = service.at('port');
  const keys = ['name', 'number'].filter((key) => port.at(key).exists && port.at(key).value !== '' && port.at(key).value !== 0);
  if (keys.length === 1) return;
  context.report(port.pointer, keys.length === 0 ? 'this backend has no port' : 'this backend has the name of a port and a number', {
    received: keys.join(' and ') || 'neither name nor number', expected: 'one of name and number', fix: keys.length === 0 ? 'write the name or the number of the port' : 'keep one of the two',
  });
}
