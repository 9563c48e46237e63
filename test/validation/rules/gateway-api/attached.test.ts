import { gatewayParentRefs } from '../../../../src/validation/rules/gateway-api/parent-refs';
import { gatewaySelectorMatches } from '../../../../src/validation/rules/gateway-api/selector-matches';
import { joinDocuments } from '../../../../src/validation/rules/rollouts/example-rollout';
import { exampleHttpRoute, exampleRouted, exampleRouteRule } from '../../../../src/validation/rules/traffic/example-routers';
import { runRule } from '../rollouts/run-rule';

const PLUGIN = (fields: string): string => exampleRouted(`plugins: { argoproj-labs/gatewayAPI: { ${fields} } }`);

test('a route without parents is found where a Rollout names it', () => {
  const orphan = exampleHttpRoute().replace(/ {2}parentRefs:\n(?: {4}.*\n)+/, '');
  expect(runRule(gatewayParentRefs, joinDocuments(PLUGIN('httpRoute: web'), orphan))).toEqual([
    expect.objectContaining({ message: 'HTTPRoute web has no parentRefs, so no Gateway serves it' }),
  ]);
  expect(runRule(gatewayParentRefs, joinDocuments(PLUGIN('httpRoute: other'), orphan))).toEqual([]);
});

describe('a selector that matches nothing', () => {
  const selector = PLUGIN('httpRouteSelector: { matchLabels: { app: web } }');

  test('misses a route to both Services', () => {
    expect(runRule(gatewaySelectorMatches, joinDocuments(selector, exampleHttpRoute()))).toEqual([
      expect.objectContaining({ message: 'httpRouteSelector does not match HTTPRoute/web, which leads to both Services' }),
    ]);
  });

  test('may be for routes that are made elsewhere', () => {
    expect(runRule(gatewaySelectorMatches, selector)).toEqual([]);
    expect(runRule(gatewaySelectorMatches, joinDocuments(selector, exampleHttpRoute(exampleRouteRule('docs'))))).toEqual([]);
  });
});
