import { defineRule, type RuleContext } from '../../rule';
import { joinDocuments } from '../rollouts/example-rollout';
import { ROLLOUT } from '../rollouts/rollout-strategy';
import { routedBy } from '../scopes';
import { exampleRouted, exampleRouterObject } from './example-routers';
import { canaryPlace, type RouterObject, routerObjects } from './router-objects';

function apisixExample(rule: string): string {
  return joinDocuments(exampleRouted('apisix:\n  route:\n    name: web\n    rules:\n      - primary'), exampleRouterObject('apisix.apache.org/v2', 'ApisixRoute', `
http:
  - name: ${rule}
    match:
      paths:
        - /*
    backends:
      - serviceName: web-stable
        servicePort: 80
        weight: 100
      - serviceName: web-canary
        servicePort: 80
        weight: 0
`));
}

/** Finds rules of an ApisixRoute that are not there, or without both Services of the Rollout. */
export const apisixRouteBackends = defineRule({
  id: 'traffic/apisix-route-backends',
  severity: 'error',
  kinds: [ROLLOUT],
  scope: routedBy.apisix,
  since: '0.1.0',
  implements: ['AR-185'],
  title: 'the rules of an ApisixRoute that a Rollout names have both Services',
  rationale: 'The controller looks for the rules of spec.http by name, or for one named like the route when the Rollout lists none, and '
    + 'sets the weights of both Services among its backends. If one is missing each reconciliation fails, and the update stands '
    + 'still.',
  bad: apisixExample('main'),
  good: apisixExample('primary'),
  check(entry, context) {
    const canary = canaryPlace(entry);
    const route = canary.at('trafficRouting', 'apisix', 'route');
    const wanted = [canary.at('canaryService').text, canary.at('stableService').text].filter((name) => name !== '');
    // An empty list is one, of no rules.
    const rules = route.at('rules').exists ? route.at('rules').items : [route.at('name')];
    if (rules.length === 0) {
      context.report(route.at('rules').pointer, 'rules is an empty list, so no weight is set anywhere', {
        received: 'an empty list', expected: 'names of http rules', fix: 'list the rules, or remove rules when the rule is named like the route',
      });
    }
    for (const object of routerObjects(entry, context.manifests, ({ role }) => role === 'apisix route')) {
      for (const rule of rules) checkRule(context, object, rule.pointer, rule.text, wanted);
    }
  },
});

function checkRule(context: RuleContext, { title, spec }: RouterObject, at: string, name: string, wanted: readonly string[]): void {
  const http = spec.at('http').items;
  const rule = http.find((item) => item.at('name').text === name);
  if (!rule) {
    context.report(at, `${title} has no http rule named ${name}`, {
      received: name,
      expected: http.map((item) => item.at('name').text).filter((text) => text !== '').join(', ') || 'a rule with a name',
      fix: 'name the rule in the ApisixRoute, or list one that it has in rules',
    });
    return;
  }
  const backends = rule.at('backends').items.map((backend) => backend.at('serviceName').text);
  const missing = wanted.filter((service) => !backends.includes(service));
  if (missing.length === 0) return;
  context.report(at, `http rule ${name} of ${title} has no backend ${missing.join(' and none ')}`, {
    received: backends.join(', ') || 'no backends',
    expected: wanted.join(' and '),
    fix: 'list both Services as backends, the stable one with weight 100 and the canary with 0',
  });
}
