import type { Rule } from '../../../../src/validation/rule';
import { gatewayCanaryOnlyRule } from '../../../../src/validation/rules/gateway-api/canary-only-rule';
import { gatewayInitialWeights } from '../../../../src/validation/rules/gateway-api/initial-weights';
import { gatewayManagedRuleNames } from '../../../../src/validation/rules/gateway-api/managed-rule-names';
import { gatewayRouteBackends } from '../../../../src/validation/rules/gateway-api/route-backends';
import { gatewayRulesLeft } from '../../../../src/validation/rules/gateway-api/rules-left';
import { gatewaySplitInOneRule } from '../../../../src/validation/rules/gateway-api/split-in-one-rule';
import { joinDocuments } from '../../../../src/validation/rules/rollouts/example-rollout';
import { exampleRouted } from '../../../../src/validation/rules/traffic/example-routers';
import { pointersOf, runRule } from '../rollouts/run-rule';

const PLUGIN = '/spec/strategy/canary/trafficRouting/plugins/argoproj-labs~1gatewayAPI';
const BOTH = '{ backendRefs: [{ name: web-stable, weight: 100 }, { name: web-canary, weight: 0 }] }';
const STABLE = '{ backendRefs: [{ name: web-stable }] }';
const CANARY = '{ backendRefs: [{ name: web-canary }] }';
const HEADER_STEP = '- setHeaderRoute: { name: beta, match: [{ headerName: x, headerValue: { exact: y } }] }';

function routed(config: string, rules: string, kind = 'HTTPRoute', steps?: string): string {
  return joinDocuments(
    exampleRouted(`plugins: { argoproj-labs/gatewayAPI: ${config} }\nmanagedRoutes: [{ name: beta }]`, steps),
    `apiVersion: gateway.networking.k8s.io/v1\nkind: ${kind}\nmetadata: { name: web, labels: { app: web } }\nspec: { rules: ${rules} }\n`,
  );
}

const messages = (rule: Rule, ...args: Parameters<typeof routed>) => runRule(rule, routed(...args)).map(({ message }) => message);

test.each([
  ['{ httpRoute: web }', `[${BOTH}]`, 'HTTPRoute', []],
  ['{ httpRoute: web }', `[${BOTH}, ${CANARY}]`, 'HTTPRoute', []],
  // Two rules of one Service each: that of the canary is taken for one of a header route.
  ['{ httpRoute: web }', `[${STABLE}, ${CANARY}]`, 'HTTPRoute', ['/httpRoute']],
  ['{ tlsRoute: web }', `[${STABLE}, ${CANARY}]`, 'TLSRoute', []],
  ['{ grpcRoutes: [{ name: web }] }', `[${STABLE}]`, 'GRPCRoute', ['/grpcRoutes/0/name']],
  ['{ httpRoute: web }', '[]', 'HTTPRoute', ['/httpRoute']],
  ['{ httpRouteSelector: { matchLabels: { app: web } } }', `[${STABLE}]`, 'HTTPRoute', ['/httpRouteSelector']],
  ['{ httpRouteSelector: { matchLabels: { app: api } } }', `[${STABLE}]`, 'HTTPRoute', []],
  ['{ httpRoute: web, namespace: other }', `[${STABLE}]`, 'HTTPRoute', []],
])('backends of %s with rules %s of an %s are wrong at %j', (config, rules, kind, places) => {
  expect(pointersOf(gatewayRouteBackends, routed(config, rules, kind))).toEqual(places.map((place) => PLUGIN + place));
});

test.each([
  ['{ httpRoute: web }', `[${BOTH}, ${CANARY}]`, ['spec.rules[1] of HTTPRoute web leads to web-canary alone, and the plugin removes it']],
  ['{ httpRoutes: [{ name: web, useHeaderRoutes: true }] }', `[${CANARY}]`, ['spec.rules[0] of HTTPRoute web leads to web-canary alone, and the plugin removes it']],
  ['{ httpRoutes: [{ name: web }] }', `[${BOTH}, ${CANARY}]`, []],
  ['{ httpRouteSelector: { matchLabels: { app: web } } }', `[${BOTH}, ${CANARY}]`, []],
])('rules to the canary alone: %s with %s', (config, rules, expected) => {
  expect(messages(gatewayCanaryOnlyRule, config, rules)).toEqual(expected);
});

test.each([
  ['beta', 1], ['beta-2', 1], ['beta-x', 0], ['betas', 0], ['', 0],
])('a rule named %j', (name, count) => {
  expect(messages(gatewayManagedRuleNames, '{ httpRoute: web }', `[{ name: "${name}", ${BOTH.slice(1)}]`)).toHaveLength(count);
});

test.each([
  [`[${BOTH}, ${STABLE}]`, ['spec.rules[1] of HTTPRoute web leads to web-stable and not to web-canary']],
  [`[${BOTH}, { backendRefs: [{ name: docs }] }, ${CANARY}]`, []],
])('rules to the stable Service alone: %s', (rules, expected) => {
  expect(messages(gatewaySplitInOneRule, '{ httpRoute: web }', rules)).toEqual(expected);
});

test.each([
  [`[${BOTH}]`, 0], [`[${CANARY}]`, 0],
  ['[{ backendRefs: [{ name: web-stable }, { name: web-canary }] }]', 1],
  ['[{ backendRefs: [{ name: web-stable, weight: 90 }, { name: web-canary, weight: 10 }] }]', 1],
])('weights of %s in Git', (rules, count) => {
  expect(messages(gatewayInitialWeights, '{ httpRoute: web }', rules)).toHaveLength(count);
});

test('rules and matches of header routes count, those of rules that are not split do not', () => {
  const list = (...rules: string[]) => `[${rules.join(', ')}]`;
  const many = (rule: string, count: number) => Array.from({ length: count }, () => rule);
  const full = (rules: string, config = '{ httpRoute: web }', steps = HEADER_STEP) => messages(gatewayRulesLeft, config, rules, 'HTTPRoute', steps);
  expect(full(list(...many(BOTH, 8)))).toEqual([]);
  expect(full(list(...many(BOTH, 9)))).toEqual(['HTTPRoute web would have 18 rules with the header routes of the steps, and 16 is the most']);
  expect(full(list(BOTH, ...many(STABLE, 14)))).toEqual([]);
  expect(full(list(...many(BOTH, 9)), '{ httpRoutes: [{ name: web }] }')).toEqual([]);
  expect(full(list(...many(BOTH, 9)), '{ httpRoute: web }', '- setWeight: 5')).toEqual([]);
  const matches = `{ matches: [${many('{}', 33).join(', ')}], ${BOTH.slice(1)}`;
  expect(full(list(matches, matches))).toEqual(['HTTPRoute web would have 132 matches with the header routes of the steps, and 128 is the most']);
});
