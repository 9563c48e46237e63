import type { JsonValue } from '../../../manifests/json';
import { readable } from '../../../manifests/pointer';
import type { Place } from '../../../manifests/references/place';
import { defineRule } from '../../rule';
import { exampleServices, joinDocuments } from '../rollouts/example-rollout';
import { routesOf, VIRTUAL_SERVICE } from './destinations';
import { examplePublicRoute } from './example-istio';

const ALL = '  - route:\n      - destination:\n          host: web\n';
const DOCS = '  - match:\n      - uri:\n          prefix: /docs\n    route:\n      - destination:\n          host: docs\n';

function orderExample(...routes: readonly string[]): string {
  return joinDocuments(exampleServices('web', 'docs'), examplePublicRoute(`http:\n${routes.join('')}`));
}

/** Finds routes that no request ever reaches. */
export const istioUnreachableRoutes = defineRule({
  id: 'istio/unreachable-routes',
  severity: 'warning',
  kinds: [VIRTUAL_SERVICE],
  since: '0.1.0',
  implements: ['IS-050', 'IST0130', 'IST0131'],
  title: 'no route stands behind one that takes all of its requests',
  rationale: 'Istio takes the first route that matches. Behind a route without match nothing is reached, and a match that stands in an '
    + 'earlier route already never comes to its turn (IST0130, IST0131). If it is the route of the release, no weight moves anything.',
  bad: orderExample(ALL, DOCS),
  good: orderExample(DOCS, ALL),
  check(entry, context) {
    for (const section of ['http', 'tls', 'tcp'] as const) {
      const seen = new Map<string, Place>();
      let takesAll: Place | undefined;
      for (const route of routesOf(entry, section)) {
        const matches = route.at('match').items;
        if (takesAll) {
          context.report(route.pointer, `${readable(takesAll.pointer)} has no match and takes all requests before this route`, {
            received: 'a route behind one without match', expected: 'the route without match as the last one', fix: 'move this route before it, or give that one a match',
          });
        }
        if (matches.length === 0) takesAll ??= route;
        for (const match of matches) {
          const text = canonical(match.value);
          const before = seen.get(text);
          if (before && before !== route && !takesAll) {
            context.report(match.pointer, `${readable(before.pointer)} has this match already, and takes its requests`, {
              received: text, expected: 'a match of its own', fix: 'remove one of the two, or make this match narrower and put it first',
            });
          }
          if (!before) seen.set(text, route);
        }
      }
    }
  },
});

/** JSON with sorted keys, so that the order in which a match was written does not count. A name is only a name. */
function canonical(value: JsonValue | undefined): string {
  return JSON.stringify(value, (key, inner: unknown) => {
    if (typeof inner !== 'object' || inner === null || Array.isArray(inner)) return inner;
    return Object.fromEntries(Object.entries(inner).filter(([name]) => key !== '' || name !== 'name').sort(([a], [b]) => (a < b ? -1 : 1)));
  });
}
