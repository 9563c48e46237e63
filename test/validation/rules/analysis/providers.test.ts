import type { Rule } from '../../../../src/validation/rule';
import { exampleTemplate } from '../../../../src/validation/rules/analysis/example-analysis';
import { jobPods } from '../../../../src/validation/rules/analysis/job-pods';
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
import { queryBegins } from '../../../../src/validation/rules/analysis/query-begins';
import { queryBrackets } from '../../../../src/validation/rules/analysis/query-brackets';
import { pointersOf } from '../rollouts/run-rule';

const AT = '/spec/metrics/0/provider';

/** The rule's pointers into a metric with this provider, without what they all begin with. */
function wrongIn(rule: Rule, provider: string, fields = 'name: a'): string[] {
  return pointersOf(rule, exampleTemplate({ metrics: `    - ${fields}\n      provider: ${provider}` }))
    .map((at) => at.replace(AT, ''));
}

/** The template of a Job, with these fields in its pods and their container. */
function podsOf(pods: string, container = ''): string {
  return `template: { spec: { restartPolicy: Never, ${pods === '' ? '' : `${pods}, `}containers: [{ name: a, image: "x:1"${container === '' ? '' : `, ${container}`} }] } }`;
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
  [providerJsonPath, [
    ['{ web: { url: "http://web", jsonPath: "{$.a}x" } }', ['/web/jsonPath']],
    ['{ web: { url: "http://web", jsonPath: "x{$.a}" } }', ['/web/jsonPath']],
    ['{ web: { url: "http://web", jsonPath: "{$.a[b]}" } }', ['/web/jsonPath']],
    ['{ web: { url: "http://web", jsonPath: "{range .a[*]}{.b}{end}\\n" } }', []],
    ['{ web: { url: "http://web", jsonPath: "{.a[?(@.b==\\"}\\")].c}" } }', []],
  ]],
  [jobPods, [
    [`{ job: { spec: { activeDeadlineSeconds: -1, ${podsOf('dnsPolicy: ClusterFirstx')} } } }`, ['/job/spec/template/spec/dnsPolicy', '/job/spec/activeDeadlineSeconds']],
    [`{ job: { spec: { ${podsOf('securityContext: { fsGroupChangePolicy: Alwaysx }')} } } }`, ['/job/spec/template/spec/securityContext/fsGroupChangePolicy']],
    [`{ job: { spec: { ${podsOf('', 'resources: { limits: { cpux: 1 } }')} } } }`, ['/job/spec/template/spec/containers/0/resources/limits/cpux']],
    // the schema of the metric has said this one
    [`{ job: { spec: { ${podsOf('dnsPolicyx: Default')} } } }`, []],
    [`{ job: { spec: { backoffLimit: "{{args.x}}", ${podsOf('serviceAccountName: "{{args.a}}"', 'resources: { limits: { cpu: "{{args.cpu}}" } }, env: [{ name: A, valueFrom: { secretKeyRef: { name: "{{args.s}}", key: "{{args.k}}" } } }]')} } } }`, []],
  ]],
  [queryBegins, [
    ['{ newRelic: { query: "from T select x" } }', []],
    ['{ newRelic: { query: "{{args.query}}" } }', []],
    ['{ newRelic: { query: "FRM T SELECT x" } }', ['/newRelic/query']],
    ['{ graphite: { address: "http://g", query: "target=a&from=-2min" } }', []],
    ['{ graphite: { address: "http://g", query: "from=-2min&target=a" } }', []],
    ['{ graphite: { address: "http://g", query: "{{args.query}}" } }', []],
    ['{ graphite: { address: "http://g", query: "arget=a&from=-2min" } }', ['/graphite/query']],
    ['{ graphite: { address: "http://g", query: "sumSeries(a.b)" } }', ['/graphite/query']],
  ]],
  [queryBrackets, [
    ['{ influxdb: { query: "from(bucket: \\"a\\") |> range(start: -5m" } }', ['/influxdb/query']],
    ['{ influxdb: { query: "from(bucket: \\"a)\\") |> filter(fn: (r) => r.a =~ /[(]/)" } }', []],
    ['{ newRelic: { query: "SELECT count(*) FROM T WHERE a = \'x(\' -- not (this" } }', []],
    ['{ newRelic: { query: "SELECT filter(count(*), WHERE a = \'(\') FROM T" } }', []],
    ['{ skywalking: { interval: 3m, query: "query q($d: D!) { a(x: [{y: 1}]) }} " } }', ['/skywalking/query']],
    ['{ wavefront: { query: "sum(ts(a, b=\\"{{args.x}}\\"]))" } }', ['/wavefront/query']],
    ['{ datadog: { queries: { a: "sum:x{a:b}", b: "sum:x{a:b" }, formula: "(a / b" } }', ['/datadog/formula', '/datadog/queries/b']],
    ['{ cloudWatch: { metricDataQueries: [{ id: a, expression: "SUM([b, c)" }] } }', ['/cloudWatch/metricDataQueries/0/expression']],
  ]],
  [providerDatadog, [
    ['{ datadog: { apiVersion: v2, queries: { a: "sum:x{*}", b: "sum:y{*}" }, formula: "moving_rollup(a, 60, \'sum\') / b * 1e2" } }', []],
    ['{ datadog: { apiVersion: v2, queries: { errors: "sum:x{*}", hits: "sum:y{*}" }, formula: "default_zero(error) / hits" } }', ['/datadog/formula']],
    ['{ datadog: { apiVersion: v2, queries: { a: "sum:x{*}" }, formula: "{{args.formula}}" } }', []],
    ['{ datadog: { apiVersion: v2, query: "um:x{a:{{args.b}}}" } }', ['/datadog/query']],
    ['{ datadog: { apiVersion: v2, query: "95:x{a:b}" } }', ['/datadog/query']],
    ['{ datadog: { apiVersion: v2, queries: { a: "sum:x{a:b}.as_count()x" } } }', ['/datadog/queries/a']],
    ['{ datadog: { query: "moving_rollup(sum:requests.errors{service:{{args.s}},!env:prod} by {host}.as_count(), 60, \'sum\') / sum:requests{*}.as_count()" } }', []],
    ['{ datadog: { query: "p99.9:trace.http{*}" } }', []],
  ]],
  [providerKayenta, [
    ['{ kayenta: { address: "http://k", threshold: { pass: 101, marginal: 75 } } }', ['/kayenta/threshold/pass']],
    ['{ kayenta: { address: "http://k", threshold: { pass: 100, marginal: -1 } } }', ['/kayenta/threshold/marginal']],
    ['{ kayenta: { address: "http://k", threshold: { pass: 100, marginal: 0 } } }', []],
    ['{ kayenta: { address: "http://k", lookback: true, scopes: [{ controlScope: { step: 0 }, experimentScope: { step: 60 } }] } }', ['/kayenta/scopes/0/controlScope/step']],
  ]],
  [providerOauth2, [
    ['{ web: { url: "http://web", authentication: { oauth2: { clientId: a, clientSecret: "{{args.s}}", tokenUrl: login } } } }', ['/web/authentication/oauth2/tokenUrl']],
    ['{ web: { url: "http://web", authentication: { oauth2: { clientId: a, clientSecret: "{{args.s}}", tokenUrl: "ttps://a.b/x" } } } }', ['/web/authentication/oauth2/tokenUrl']],
    ['{ web: { url: "http://web", authentication: { oauth2: { clientId: a, clientSecret: "{{args.s}}", tokenUrl: "{{args.login}}/x" } } } }', []],
  ]],
  [providerRangeQuery, [
    ['{ prometheus: { query: up, rangeQuery: { step: 1m, start: "ow()", end: "now()" } } }', ['/prometheus/rangeQuery/start']],
    ['{ prometheus: { query: up, rangeQuery: { step: 1m, start: "duration(\\"5m\\")", end: "result" } } }', ['/prometheus/rangeQuery/start', '/prometheus/rangeQuery/end']],
    ['{ prometheus: { query: up, rangeQuery: { step: 1m, start: "{{args.start}}", end: "date(\\"2026-01-01\\") + duration(\\"1h\\")" } } }', []],
  ]],
  [providerWebRequest, [
    ['{ web: { url: "http://web", method: "{{args.method}}" } }', []],
    ['{ web: { url: "http://web", method: HEAD } }', []],
    ['{ web: { url: "http://web", method: get } }', ['/web/method']],
    ['{ web: { url: "http://web", method: POSTx, body: a } }', ['/web/method']],
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
    ['{ cloudWatch: { metricDataQueries: [{ id: a, expression: X() }, { id: a, expression: Y() }] } }', ['/cloudWatch/metricDataQueries/1/id']],
    ['{ cloudWatch: { metricDataQueries: [{ id: a }] } }', ['/cloudWatch/metricDataQueries/0']],
    ['{ cloudWatch: { metricDataQueries: [{ id: "{{args.id}}", expression: x }] } }', []],
    ['{ cloudWatch: { metricDataQueries: [{ id: rate, expression: "1 - FILL(dead, 0) / taken" }, { id: dead, expression: "SELECT x" }] } }', ['/cloudWatch/metricDataQueries/0/expression']],
    ['{ cloudWatch: { metricDataQueries: [{ id: a, expression: "IF(b > 1e3 AND b < 5, FILL(b, REPEAT))" }, { id: b, expression: "SEARCH(\'x {y,z}\')" }] } }', []],
    ['{ cloudWatch: { metricDataQueries: [{ id: a, expression: "METRICS(\\"errors\\") / TIME_SERIES(0)" }] } }', []],
    ['{ cloudWatch: { metricDataQueries: [{ id: a, expression: "{{args.e}}" }] } }', []],
    ['{ cloudWatch: { metricDataQueries: [{ id: a, metricStat: { period: 90, stat: Sum } }] } }', ['/cloudWatch/metricDataQueries/0/metricStat/period']],
    ['{ cloudWatch: { metricDataQueries: [{ id: a, metricStat: { period: 5m, stat: Sum } }] } }', ['/cloudWatch/metricDataQueries/0/metricStat/period']],
    ['{ cloudWatch: { metricDataQueries: [{ id: a, metricStat: { period: "{{args.p}}", stat: "{{args.s}}" } }] } }', []],
    ['{ cloudWatch: { metricDataQueries: [{ id: a, metricStat: { period: "60", stat: p99.9 } }] } }', []],
    ['{ cloudWatch: { metricDataQueries: [{ id: a, metricStat: { period: 10, stat: "TM(10%:90%)" } }] } }', []],
    ['{ cloudWatch: { metricDataQueries: [{ id: a, metricStat: { period: 3600, stat: Summ } }] } }', ['/cloudWatch/metricDataQueries/0/metricStat/stat']],
    ['{ cloudWatch: { metricDataQueries: [{ id: a, expression: X(), returnData: false }] } }', ['/cloudWatch/metricDataQueries']],
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
