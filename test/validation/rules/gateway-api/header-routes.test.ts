import { gatewayHeaderOnce } from '../../../../src/validation/rules/gateway-api/header-once';
import { gatewayHeaderRuleTimeouts } from '../../../../src/validation/rules/gateway-api/header-rule-timeouts';
import { joinDocuments } from '../../../../src/validation/rules/rollouts/example-rollout';
import { exampleHttpRoute, exampleRouted, exampleRouteRule } from '../../../../src/validation/rules/traffic/example-routers';
import { pointersOf, runRule } from '../rollouts/run-rule';

const MATCH = '/spec/strategy/canary/steps/1/setHeaderRoute/match';
const SPLIT = exampleRouteRule('web-stable', 'web-canary');

function routed(headers: readonly string[], rules = SPLIT, config = '{ httpRoute: web }'): string {
  const match = headers.map((name) => `{ headerName: ${name}, headerValue: { exact: "1" } }`).join(', ');
  const rollout = exampleRouted(`plugins: { argoproj-labs/gatewayAPI: ${config} }`, `- setWeight: 5\n- setHeaderRoute: { name: beta, match: [${match}] }`);
  return joinDocuments(rollout, exampleHttpRoute(rules));
}

describe('header-once', () => {
  const own = (rule: string) => rule.replace('        - path:', '        - headers: [{ name: x-beta, value: "2" }]\n          path:');

  test.each([
    [['a', 'b'], []], [['a', 'a'], ['1']], [['a', 'A'], ['1']], [['a', 'b', 'a', 'a'], ['2', '3']],
  ])('%j: twice at %j', (headers, indices) => {
    expect(pointersOf(gatewayHeaderOnce, routed(headers))).toEqual(indices.map((index) => `${MATCH}/${index}/headerName`));
  });

  test('a rule that leads to both Services has its own headers', () => {
    expect(runRule(gatewayHeaderOnce, routed(['X-Beta'], own(SPLIT)))).toMatchObject([{
      pointer: `${MATCH}/0/headerName`,
      message: 'header X-Beta is matched by spec.rules[0].matches[0].headers[0].name of HTTPRoute web already, and a match of the Gateway API has each once',
    }]);
    expect(runRule(gatewayHeaderOnce, routed(['x-other'], own(SPLIT)))).toEqual([]);
  });

  test('rules that are not copied, and routes that take no header routes, may match it', () => {
    expect(runRule(gatewayHeaderOnce, routed(['x-beta'], SPLIT + own(exampleRouteRule('web-stable'))))).toEqual([]);
    expect(runRule(gatewayHeaderOnce, routed(['x-beta'], own(SPLIT), '{ httpRoutes: [{ name: web }] }'))).toEqual([]);
  });

  test('other routers have other rules', () => {
    expect(runRule(gatewayHeaderOnce, exampleRouted('alb: {}', '- setHeaderRoute: { name: b, match: [{ headerName: a }, { headerName: a }] }'))).toEqual([]);
  });
});

test.each([
  ['timeouts: { request: 30s }', 'timeouts'], ['retry: { attempts: 2 }', 'retry'], ['name: all', undefined],
  ['timeouts: { request: 30s }\n      sessionPersistence: {}', 'timeouts, sessionPersistence'],
])('header-rule-timeouts: a rule with %s loses %s', (field, lost) => {
  const rule = SPLIT.replace('    - matches', `    - ${field}\n      matches`);
  expect(runRule(gatewayHeaderRuleTimeouts, routed(['a'], rule)).map(({ received }) => received)).toEqual(lost === undefined ? [] : [lost]);
  expect(runRule(gatewayHeaderRuleTimeouts, routed(['a'], rule, '{ httpRoutes: [{ name: web }] }'))).toEqual([]);
});
