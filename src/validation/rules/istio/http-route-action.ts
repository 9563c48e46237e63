import type { Place } from '../../../manifests/references/place';
import { defineRule, type RuleContext } from '../../rule';
import { exampleServices, joinDocuments } from '../rollouts/example-rollout';
import { routesOf, VIRTUAL_SERVICE } from './destinations';
import { examplePublicRoute } from './example-istio';

function actionExample(fields: string): string {
  return joinDocuments(exampleServices('web'), examplePublicRoute(`http:\n  - ${fields.replace(/\n/g, '\n    ')}`));
}

/** Finds http routes that do nothing, or two things at once. */
export const istioHttpRouteAction = defineRule({
  id: 'istio/http-route-action',
  severity: 'error',
  kinds: [VIRTUAL_SERVICE],
  since: '0.1.0',
  implements: ['IS-010', 'IS-011', 'IS-012', 'IS-013'],
  title: 'an http route does one thing',
  rationale: 'A route leads somewhere, redirects, answers by itself, or delegates to another VirtualService. Istio refuses a route with '
    + 'none of these or with two, and one that redirects or answers and still injects faults or rewrites.',
  bad: actionExample('redirect:\n  uri: /new\nroute:\n  - destination:\n      host: web'),
  good: actionExample('redirect:\n  uri: /new'),
  check(entry, context) {
    // A VirtualService without hosts is one that others delegate to.
    const isDelegate = entry.manifest.spec !== undefined && routesOf(entry, 'http').length > 0 && !hasHosts(entry.manifest.spec);
    for (const route of routesOf(entry, 'http')) {
      const others = route.at('delegate').exists && !isDelegate ? conflictsOfDelegate(route) : conflicts(route, isDelegate);
      for (const [first, second] of others) {
        context.report(route.at(second).pointer, `${labelOf(route)} has ${first} and ${second}, and takes one of the two`, {
          received: `${first} and ${second}`, expected: `${first} or ${second}`, fix: `remove ${second}, or give it a route of its own`,
        });
      }
      reportNothing(context, route, isDelegate);
    }
  },
});

function reportNothing(context: RuleContext, route: Place, isDelegate: boolean): void {
  const actions = ['redirect', 'directResponse', ...(isDelegate ? [] : ['delegate'])];
  if (!isObject(route) || route.at('route').items.length > 0 || actions.some((action) => route.at(action).exists)) return;
  context.report(route.pointer, `${labelOf(route)} leads nowhere`, {
    received: Object.keys(route.object).join(', ') || 'an empty route', expected: 'route, redirect, directResponse or delegate', fix: 'add a destination to route',
  });
}

/** How messages name a route: by its name, or its index. */
function labelOf(route: Place): string {
  return `http route ${route.at('name').text || route.pointer.slice(route.pointer.lastIndexOf('/') + 1)}`;
}

type Conflict = readonly [string, string];

function conflictsOfDelegate(route: Place): Conflict[] {
  const fields = [...(route.at('redirect').exists ? ['redirect'] : []), ...(route.at('route').items.length > 0 ? ['route'] : [])];
  return fields.map((field) => ['delegate', field]);
}

function conflicts(route: Place, isDelegate: boolean): Conflict[] {
  const found: Conflict[] = [];
  const isThere = (field: string): boolean => (field === 'route' ? route.at(field).items.length > 0 : route.at(field).exists);
  const action = ['redirect', 'directResponse'].find(isThere);
  if (action !== undefined) {
    for (const other of ['route', 'fault', 'rewrite', 'directResponse']) {
      if (other !== action && isThere(other)) found.push([action, other]);
    }
  }
  if (route.at('mirror').exists && route.at('mirrors').items.length > 0) found.push(['mirrors', 'mirror']);
  if (isDelegate && isThere('delegate')) found.push(['no hosts', 'delegate']);
  return found;
}

function hasHosts(spec: unknown): boolean {
  return typeof spec === 'object' && spec !== null && 'hosts' in spec && Array.isArray(spec.hosts) && spec.hosts.length > 0;
}

function isObject(place: Place): boolean {
  return typeof place.value === 'object' && place.value !== null;
}
