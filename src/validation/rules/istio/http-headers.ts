import type { ManifestEntry } from '../../../manifests/manifest-set';
import type { Place } from '../../../manifests/references/place';
import { defineRule, type RuleContext } from '../../rule';
import { exampleServices, joinDocuments } from '../rollouts/example-rollout';
import { routesOf, VIRTUAL_SERVICE } from './destinations';
import { examplePublicRoute } from './example-istio';

function headerExample(name: string): string {
  return joinDocuments(exampleServices('web'), examplePublicRoute(`
http:
  - headers:
      response:
        set:
          ${name}: "1"
    route:
      - destination:
          host: web
`));
}

/** Finds headers that a route must not change. */
export const istioHttpHeaders = defineRule({
  id: 'istio/http-headers',
  severity: 'error',
  kinds: [VIRTUAL_SERVICE],
  since: '0.1.0',
  implements: ['IS-020', 'IS-021'],
  title: 'routes change headers that are theirs to change',
  rationale: 'Istio refuses a change to Host and to names that begin with a colon, except that a request may be given another authority, '
    + 'once. It refuses values with control characters too.',
  bad: headerExample('Host'),
  good: headerExample('x-served-by'),
  check(entry, context) {
    for (const { headers, rewrite } of headersOf(entry)) {
      for (const side of ['request', 'response'] as const) {
        for (const operation of ['add', 'set'] as const) {
          for (const [name, value] of headers.at(side, operation).fields) {
            checkName(context, name, value, side === 'request');
            checkValue(context, value);
          }
        }
        for (const name of headers.at(side, 'remove').items) checkName(context, name.text, name, false);
      }
      if (rewrite) checkAuthority(context, rewrite, headers);
    }
  },
});

/** Those of routes, beside which there may be a rewrite, and those of destinations. */
function headersOf(entry: ManifestEntry): Array<{ headers: Place; rewrite?: Place }> {
  return routesOf(entry, 'http').flatMap((route) => [
    { headers: route.at('headers'), rewrite: route.at('rewrite') },
    ...route.at('route').items.map((destination) => ({ headers: destination.at('headers') })),
  ]);
}

function isAuthority(name: string): boolean {
  return ['host', ':authority'].includes(name.toLowerCase());
}

function checkName(context: RuleContext, name: string, at: Place, maySetAuthority: boolean): void {
  if (maySetAuthority && isAuthority(name)) return;
  if (name !== '' && !name.startsWith(':') && name.toLowerCase() !== 'host') return;
  context.report(at.pointer, name === '' ? 'a header has no name' : `header ${name} is not one that a route may change here`, {
    received: name || '""', expected: 'a header other than Host and those with a colon', fix: 'use rewrite.authority for the host, or another header',
  });
}

function checkValue(context: RuleContext, value: Place): void {
  // The tabulator is the one control character that may be in a value.
  if (![...value.text].some((character) => character !== '\t' && (character < ' ' || character === '\u007f'))) return;
  context.report(value.pointer, 'the value of a header has control characters', { received: JSON.stringify(value.text), expected: 'plain text', fix: 'write it in one line' });
}

function checkAuthority(context: RuleContext, rewrite: Place, headers: Place): void {
  const places = [
    ...(rewrite.at('authority').text === '' ? [] : [rewrite.at('authority')]),
    ...(['set', 'add'] as const).flatMap((operation) =>
      headers.at('request', operation).fields.filter(([name]) => isAuthority(name)).map(([, value]) => value)),
  ];
  const [first, second] = places;
  if (!first || !second) return;
  context.report(second.pointer, 'the authority of the request is set twice', {
    received: `${first.text} and ${second.text}`, expected: 'one of the two', fix: 'keep rewrite.authority and remove the header',
  });
}
