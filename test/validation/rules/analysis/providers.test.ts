import type { Rule } from '../../../../src/validation/rule';
import { exampleTemplate } from '../../../../src/validation/rules/analysis/example-analysis';
import { providerAddress } from '../../../../src/validation/rules/analysis/provider-address';
import { providerCloudWatch } from '../../../../src/validation/rules/analysis/provider-cloud-watch';
import { providerCredentials } from '../../../../src/validation/rules/analysis/provider-credentials';
import { providerDatadog } from '../../../../src/validation/rules/analysis/provider-datadog';
import { providerJobName } from '../../../../src/validation/rules/analysis/provider-job-name';
import { providerJsonPath } from '../../../../src/validation/rules/analysis/provider-json-path';
import { providerKayenta } from '../../../../src/validation/rules/analysis/provider-kayenta';
import { providerOauth2 } from '../../../../src/validation/rules/analysis/provider-oauth2';
import { providerRangeQuery } from '../../../../src/validation/rules/analysis/provider-range-query';
import { providerTimeout } from '../../../../src/validation/rules/analysis/provider-timeout';
import { providerWebRequest } from '../../../../src/validation/rules/analysis/provider-web-request';
import { providerWindow } from '../../../../src/validation/rules/analysis/provider-window';
import { pointersOf } from '../rollouts/run-rule';

const AT = '/spec/metrics/0/provider';

/** The rule's pointers into a metric with this provider, without what they all begin with. */
function wrongIn(rule: Rule, provider: string, fields = 'name: a'): string[] {
  return pointersOf(rule, exampleTemplate({ metrics: `    - ${fields}\n      provider: ${provider}` }))
    .map((at) => at.replace(AT, ''));
}

describe.each<[Rule, ReadonlyArray<readonly [provider: string, wrong: readonly string[]]>]>([
  [providerAddress, [
    // the controller can have an address of its own
    ['{ prometheus: { query: up } }', []],
    ['{ prometheus: { address: "{{args.address}}", query: up } }', []],
    ['{ prometheus: { address: "http://", query: up } }', ['/prometheus/address']],
    ['{ graphite: { query: target=x } }', ['/graphite']],
    ['{ skywalking: { address: "skywalking:12800", interval: 5m } }', ['/skywalking/address']],
    ['{ web: { url: "/status" } }', ['/web/url']],
    ['{ wavefront: { address: example.wavefront.com } }', []],
    ['{ wavefront: { address: "https://example.wavefront.com" } }', ['/wavefront/address']],
  ]],
  [providerTimeout, [
    ['{ newRelic: { query: x, timeout: -1 } }', ['/newRelic/timeout']],
    ['{ prometheus: { query: up, timeout: 0 } }', []],
    // the controller takes 10 seconds instead
    ['{ web: { url: "http://web", timeoutSeconds: -1 } }', []],
  ]],
  [providerOauth2, [
    ['{ web: { url: "http://web", authentication: { oauth2: {} } } }', []],
    ['{ prometheus: { query: up, authentication: { oauth2: { clientId: a, clientSecret: "{{args.s}}" } } } }', ['/prometheus/authentication/oauth2']],
  ]],
  [providerCredentials, [
    ['{ web: { url: "http://web", headers: [{ key: X-Idempotency-Key, value: a }, { key: Accept, value: text/plain }] } }', []],
    ['{ web: { url: "http://web", headers: [{ key: Accept, value: a }, { key: X-Api-Key, value: abc }] } }', ['/web/headers/1/value']],
    ['{ prometheus: { query: up, authentication: { oauth2: { clientSecret: abc } } } }', ['/prometheus/authentication/oauth2/clientSecret']],
  ]],
  [providerRangeQuery, [
    ['{ prometheus: { query: up, rangeQuery: { step: "{{args.step}}", start: "now() - duration(\\"5m\\")", end: now() } } }', []],
    ['{ prometheus: { query: up, rangeQuery: { step: 1m, end: now() } } }', ['/prometheus/rangeQuery']],
  ]],
  [providerWebRequest, [
    ['{ web: { url: "http://web", body: "" } }', []],
    ['{ web: { url: "http://web", body: a } }', ['/web/body']],
    ['{ web: { url: "http://web", method: PUT, body: a, jsonBody: {} } }', ['/web']],
    ['{ web: { url: "http://web", method: PUT, jsonBody: {} } }', []],
  ]],
  [providerJsonPath, [
    ['{ web: { url: "http://web" } }', []],
    [`{ web: { url: "http://web", jsonPath: "{$.items[?(@.name=='{')].value}" } }`, []],
    ['{ web: { url: "http://web", jsonPath: "{$.a" } }', ['/web/jsonPath']],
    ['{ web: { url: "http://web", jsonPath: "$.a" } }', ['/web/jsonPath']],
  ]],
  [providerDatadog, [
    ['{ datadog: { query: x } }', []],
    ['{ datadog: {} }', ['/datadog']],
    ['{ datadog: { apiVersion: v2, query: x, queries: { a: x } } }', ['/datadog']],
    ['{ datadog: { queries: { a: x } } }', ['/datadog/queries']],
    ['{ datadog: { apiVersion: v2, queries: { a: x } } }', []],
    ['{ datadog: { apiVersion: v2, queries: { a: x, b: y } } }', ['/datadog/queries']],
    ['{ datadog: { apiVersion: v2, query: x, formula: a } }', ['/datadog/formula']],
    ['{ datadog: { query: x, secretRef: { namespaced: true } } }', ['/datadog/secretRef']],
  ]],
  [providerKayenta, [
    ['{ kayenta: { lookback: true, scopes: [{ name: a, controlScope: {}, experimentScope: {} }] } }', []],
    ['{ kayenta: { scopes: [{ name: a, controlScope: {}, experimentScope: {} }] } }', ['/kayenta/scopes/0']],
    ['{ kayenta: { lookback: true, scopes: [{ name: a, controlScope: { end: x }, experimentScope: {} }] } }', ['/kayenta/scopes/0']],
    ['{ kayenta: { threshold: { pass: 50, marginal: 75 } } }', ['/kayenta/threshold']],
  ]],
  [providerWindow, [
    ['{ datadog: { query: x } }', []],
    ['{ datadog: { query: x, interval: "300" } }', ['/datadog/interval']],
    ['{ cloudWatch: { interval: 5 minutes } }', ['/cloudWatch/interval']],
    ['{ skywalking: { interval: "{{args.window}}" } }', []],
  ]],
  [providerCloudWatch, [
    ['{ cloudWatch: { metricDataQueries: [{ id: a, expression: x }, { id: a, expression: y }] } }', ['/cloudWatch/metricDataQueries/1/id']],
    ['{ cloudWatch: { metricDataQueries: [{ id: a }] } }', ['/cloudWatch/metricDataQueries/0']],
    ['{ cloudWatch: { metricDataQueries: [{ id: "{{args.id}}", expression: x }] } }', []],
  ]],
])('%#', (rule, cases) => {
  test.each(cases)(`${rule.id}: %s`, (provider, wrong) => {
    expect(wrongIn(rule, provider)).toEqual(wrong);
  });
});

test('the name of a metric matters to Jobs alone', () => {
  expect(wrongIn(providerJobName, '{ job: { spec: { template: {} } } }', 'name: Smoke Test')).toEqual(['/spec/metrics/0/name']);
  expect(wrongIn(providerJobName, '{ web: { url: "http://web" } }', 'name: Smoke Test')).toEqual([]);
});
