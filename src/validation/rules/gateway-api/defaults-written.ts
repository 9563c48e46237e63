import { readable } from '../../../manifests/pointer';
import { Place } from '../../../manifests/references/place';
import { defineRule } from '../../rule';
import { exampleHttpRoute } from '../traffic/example-routers';

/** Finds fields that the API server fills in. */
export const gatewayDefaultsWritten = defineRule({
  id: 'gateway-api/defaults-written',
  severity: 'info',
  kinds: ['gateway.networking.k8s.io/HTTPRoute', 'gateway.networking.k8s.io/GRPCRoute'],
  since: '0.1.0',
  implements: [],
  title: 'routes say what the API server would fill in',
  rationale: 'The API server writes group, kind and weight into parentRefs and backendRefs that lack them. Some ways of comparing, such '
    + 'as that of the server side, then show the route as OutOfSync for ever.',
  bad: exampleHttpRoute().replace('        - group: ""\n          kind: Service\n          name: web-stable', '        - name: web-stable'),
  good: exampleHttpRoute(),
  check(entry, context) {
    const spec = Place.root(entry.manifest).at('spec');
    const lacking = [
      ...spec.at('parentRefs').items.map((place) => [place, ['group', 'kind']] as const),
      ...spec.at('rules').items.flatMap((rule) => rule.at('backendRefs').items).map((place) => [place, ['group', 'kind', 'weight']] as const),
    ].map(([place, keys]) => ({ place, keys: keys.filter((key) => !place.at(key).exists) })).filter(({ keys }) => keys.length > 0);
    const [first] = lacking;
    // Once a route is enough: who sees one sees them all.
    if (!first) return;
    const more = lacking.length - 1;
    const others = more === 0 ? '' : `, and ${more} more ${more === 1 ? 'reference lacks' : 'references lack'} some`;
    context.report(first.place.pointer, `${readable(first.place.pointer)} has no ${first.keys.join(', ')}${others}`, {
      received: Object.keys(first.place.object).join(', '),
      expected: first.keys.map((key) => `${key}: ${DEFAULTS[key]}`).join(', '),
      fix: 'write the defaults out',
    });
  },
});

const DEFAULTS: Readonly<Record<string, string>> = { group: 'gateway.networking.k8s.io for a Gateway, "" for a Service', kind: 'Gateway or Service', weight: '1' };
