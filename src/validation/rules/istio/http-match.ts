import { Place } from '../../../manifests/references/place';
import { defineRule, type RuleContext } from '../../rule';
import { exampleServices, joinDocuments } from '../rollouts/example-rollout';
import { routesOf, VIRTUAL_SERVICE } from './destinations';
import { examplePublicRoute } from './example-istio';
import { isDnsLabel } from './host-names';
import { checkStringMatch } from './string-match';

/** Names of headers, and the ones that HTTP/2 makes of method, path and so on. */
const HEADER = /^[!#$%&'*+\-.^_`|~A-Za-z0-9]+$/;
const PSEUDO_HEADERS = [':method', ':scheme', ':authority', ':path', ':status'];
/** Claims of a token stand for headers, at gateways. */
const CLAIM = '@request.auth.claims';

function matchExample(header: string): string {
  return joinDocuments(exampleServices('web'), examplePublicRoute(`
http:
  - match:
      - headers:
          ${header}:
            exact: "true"
    route:
      - destination:
          host: web
`));
}

/** Finds matches of http routes that Istio does not take. */
export const istioHttpMatch = defineRule({
  id: 'istio/http-match',
  severity: 'error',
  kinds: [VIRTUAL_SERVICE],
  since: '0.1.0',
  implements: ['IS-006', 'IS-016', 'IS-017', 'IS-018', 'IS-019'],
  title: 'matches of http routes are ones that a proxy can make',
  rationale: 'Istio refuses names that are no header, empty prefixes, regular expressions that RE2 does not know, ports and namespaces '
    + 'that cannot be, and claims of tokens anywhere but at gateways.',
  bad: matchExample('"x beta"'),
  good: matchExample('x-beta'),
  check(entry, context) {
    const gateways = Place.root(entry.manifest).at('spec', 'gateways').items.map((gateway) => gateway.text);
    const isAtGateway = gateways.length > 0 && !gateways.includes('mesh');
    for (const match of routesOf(entry, 'http').flatMap((route) => route.at('match').items)) checkMatch(context, match, isAtGateway);
  },
});

function checkMatch(context: RuleContext, match: Place, isAtGateway: boolean): void {
  for (const [field, headers] of [['headers', match.at('headers')], ['withoutHeaders', match.at('withoutHeaders')]] as const) {
    for (const [name, value] of headers.fields) {
      checkHeaderName(context, name, value, isAtGateway);
      if (field === 'headers' && value.value === null) {
        context.report(value.pointer, `header ${name} is null`, { received: 'null', expected: 'a match', fix: 'write {} for any value, or exact, prefix or regex' });
      }
      // Without a header of any value: the one expression that is none.
      if (field === 'headers' || value.at('regex').value !== '*') checkStringMatch(context, value);
    }
  }
  checkStringMatch(context, match.at('uri'), true);
  for (const field of ['scheme', 'method', 'authority']) checkStringMatch(context, match.at(field));
  for (const [, value] of match.at('queryParams').fields) checkStringMatch(context, value);
  const port = match.at('port');
  if (typeof port.value === 'number' && (port.value < 0 || port.value > 65_535)) {
    context.report(port.pointer, `port ${port.value} is none`, { received: String(port.value), expected: '1 to 65535', fix: 'write the port that requests come in by' });
  }
  const namespace = match.at('sourceNamespace');
  if (namespace.text !== '' && !namespace.text.includes('{{') && !isDnsLabel(namespace.text)) {
    context.report(namespace.pointer, `${JSON.stringify(namespace.text)} is no namespace`, { received: namespace.text, expected: 'the name of a namespace', fix: 'correct the name' });
  }
}

function checkHeaderName(context: RuleContext, name: string, value: Place, isAtGateway: boolean): void {
  if (name.startsWith(CLAIM)) {
    if (isAtGateway) return;
    context.report(value.pointer, `${name} is a claim, and claims are matched at gateways only`, {
      received: 'a VirtualService of the mesh', expected: 'gateways without mesh', fix: 'move the route to a VirtualService of a gateway',
    });
  } else if (!PSEUDO_HEADERS.includes(name) && !HEADER.test(name)) {
    context.report(value.pointer, `${JSON.stringify(name)} is no name of a header`, { received: name, expected: 'a header such as x-beta', fix: 'correct the name' });
  }
}
