import { AnalysisCheck, Arg, Condition, HttpMetrics, IstioMetrics, LinkerdMetrics, Metric } from 'cdk8s-argo';
import type { Construct } from 'constructs';

const address = 'http://server.monitoring:8080';
const success = Condition.below(0.05);
const text = Condition.equals('ok');
const own = Condition.expression({ successCondition: 'result == 1' });

/** A metric has one provider, with the fields of that one. */
export function oneProvider(): void {
  // @ts-expect-error `url` is a field of web
  Metric.prometheus('two', { address, query: 'up', success, url: address });
  // @ts-expect-error a metric has one provider
  Metric.prometheus('two', { address, query: 'up', success, datadog: { query: 'x' } });
  // @ts-expect-error the field is `query`
  Metric.graphite('typing-error', { address, qurey: 'target=x', success });
}

/** Datadog's two APIs take different fields. */
export function datadog(): void {
  Metric.datadog('v1', { query: 'x', success });
  Metric.datadog('v2', { apiVersion: 'v2', query: 'x', aggregator: 'sum', success });
  Metric.datadog('formula', { apiVersion: 'v2', queries: { a: 'x', b: 'y' }, formula: 'a / b', success });
  // @ts-expect-error v1, the default, has no aggregator
  Metric.datadog('v1', { query: 'x', aggregator: 'sum', success });
  // @ts-expect-error v1 has no aggregator
  Metric.datadog('v1', { apiVersion: 'v1', query: 'x', aggregator: 'sum', success });
  // @ts-expect-error v1 has one query
  Metric.datadog('v1', { queries: { a: 'x' }, formula: 'a', success });
  // @ts-expect-error several queries need a formula
  Metric.datadog('v2', { apiVersion: 'v2', queries: { a: 'x', b: 'y' }, success });
  // @ts-expect-error a query or several, not both
  Metric.datadog('v2', { apiVersion: 'v2', query: 'x', queries: { a: 'x' }, formula: 'a', success });
  // @ts-expect-error a namespaced Secret has a name
  Metric.datadog('v1', { query: 'x', success, secretRef: { namespaced: true } });
}

/** A web request has at most one body, and none with GET. */
export function web(): void {
  Metric.web('status', { url: address });
  Metric.web('post', { url: address, method: 'POST', jsonBody: { a: 1 }, success: text, jsonPath: '{$.status}' });
  // @ts-expect-error a GET has no body
  Metric.web('get', { url: address, body: 'x' });
  // @ts-expect-error a GET has no body
  Metric.web('get', { url: address, method: 'GET', jsonBody: {} });
  // @ts-expect-error one body
  Metric.web('post', { url: address, method: 'POST', body: 'x', jsonBody: {} });
  // @ts-expect-error methods are GET, POST and PUT
  Metric.web('patch', { url: address, method: 'PATCH' });
  // @ts-expect-error a path stands in braces
  Metric.web('path', { url: address, jsonPath: '$.status' });
}

/** Credentials are references to arguments that are read from Secrets. */
export function credentials(scope: Construct): void {
  new AnalysisCheck(scope, 'Check', {
    args: { token: Arg.fromSecret({ name: 'metrics', key: 'token' }), url: Arg.required() },
    metrics: (arg) => [
      Metric.web('header', { url: arg.url, headers: { Authorization: `Bearer ${arg.token}`, 'X-Api-Key': arg.token, 'X-Team': 'shop' } }),
      Metric.web('oauth2', { url: arg.url, authentication: { oauth2: { tokenUrl: address, clientId: 'x', clientSecret: arg.token } } }),
      // @ts-expect-error a credential is no text
      Metric.web('text', { url: arg.url, headers: { Authorization: 'Bearer abc' } }),
      // @ts-expect-error a credential is read from a Secret, and this argument is not
      Metric.web('argument', { url: arg.url, headers: { Authorization: `Bearer ${arg.url}` } }),
      // @ts-expect-error a secret is no text
      Metric.web('secret', { url: arg.url, authentication: { oauth2: { tokenUrl: address, clientId: 'x', clientSecret: 'abc' } } }),
      // @ts-expect-error OAuth 2.0 or the signature of AWS
      Metric.prometheus('both', { address, query: 'up', success, authentication: { oauth2: { tokenUrl: address, clientId: 'x', clientSecret: arg.token }, sigv4: {} } }),
    ],
  });
}

/** Conditions judge what their provider measures. */
export function judgements(): void {
  Metric.prometheus('own', { address, query: 'up', success: own });
  // @ts-expect-error Prometheus measures numbers
  Metric.prometheus('text', { address, query: 'up', success: text });
  // @ts-expect-error CloudWatch measures numbers
  Metric.cloudWatch('text', { metricDataQueries: [], success: text });
  Metric.newRelic('field', { query: 'SELECT 1 AS a', field: 'a', success });
  Metric.newRelic('own', { query: 'SELECT 1 AS a', success: own });
  // @ts-expect-error a row has several columns: which one is compared?
  Metric.newRelic('no-field', { query: 'SELECT 1 AS a', success });
  // @ts-expect-error which numbers of the answer are compared?
  Metric.skywalking('no-values', { address, query: 'query x', window: '5m', success });
  // @ts-expect-error the score of Kayenta decides, and no condition
  Metric.kayenta('condition', { address, success });
  // @ts-expect-error a Job decides by itself
  Metric.job('condition', { job: { containers: [{ image: 'x' }] }, success });
  // @ts-expect-error what a plugin measures is its own affair: write an expression
  Metric.plugin('comparison', { plugin: 'org/name', config: {}, success });
  // @ts-expect-error a job or a spec
  Metric.job('both', { job: { containers: [{ image: 'x' }] }, spec: { template: {} } });
}

/** A plugin's configuration has the type that one says. */
export function plugins(): void {
  interface Config {
    readonly address: string;
  }
  Metric.plugin<Config>('typed', { plugin: 'org/name', config: { address } });
  // @ts-expect-error the field is `address`
  Metric.plugin<Config>('typing-error', { plugin: 'org/name', config: { adress: address } });
  // @ts-expect-error a plugin is registered as org/name
  Metric.plugin('name', { plugin: 'name', config: {} });
}

/** Ready-made metrics count the requests of one target. */
export function readyMade(): void {
  IstioMetrics.successRate({ address, service: 'web', atLeast: 0.95 });
  // @ts-expect-error a Service or a workload
  IstioMetrics.successRate({ address, service: 'web', workload: 'web', atLeast: 0.95 });
  // @ts-expect-error revisions are those of a workload
  IstioMetrics.successRate({ address, service: 'web', revision: 'v2', atLeast: 0.95 });
  // @ts-expect-error whose requests?
  LinkerdMetrics.successRate({ address, namespace: 'shop', atLeast: 0.95 });
  // @ts-expect-error a latency has a unit
  HttpMetrics.latency({ address, labels: {}, percentile: 99, below: 500 });
}
