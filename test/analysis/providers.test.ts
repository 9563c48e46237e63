import * as kplus from 'cdk8s-plus-27';
import { Arg, referencesTo } from '../../src/analysis/argument';
import { Condition } from '../../src/analysis/condition';
import { Metric } from '../../src/analysis/metric';

const ADDRESS = 'http://server.monitoring:8080';
const success = Condition.below(0.05);
const arg = referencesTo({ token: Arg.fromSecret({ name: 'metrics', key: 'token' }) });
const oauth2 = { tokenUrl: 'https://login.example.com/token', clientId: 'rollouts', clientSecret: arg.token, scopes: ['read'] };

const providerOf = (metric: Metric) => metric._toKube().provider;

describe('Metric.prometheus', () => {
  test('says who asks, and for which time', () => {
    expect(providerOf(Metric.prometheus('m', {
      address: ADDRESS, query: 'up', success, insecure: true, authentication: { oauth2 }, rangeQuery: { window: '10m', step: '1m' },
      headers: { 'X-Scope-OrgID': 'shop', Authorization: `Bearer ${arg.token}` },
    }))).toMatchObject({ prometheus: {
      insecure: true,
      authentication: { oauth2: { clientSecret: '{{args.token}}', scopes: ['read'] } },
      rangeQuery: { start: 'now() - duration("10m")', end: 'now()', step: '1m' },
      headers: [{ key: 'X-Scope-OrgID', value: 'shop' }, { key: 'Authorization', value: 'Bearer {{args.token}}' }],
    } });
  });

  test('signs requests to Amazon only', () => {
    const authentication = { sigv4: { region: 'eu-west-1' } };
    const amazon = 'https://aps-workspaces.eu-west-1.amazonaws.com/workspaces/ws-1';
    expect(providerOf(Metric.prometheus('m', { address: amazon, query: 'up', success, authentication }))).toMatchObject({ prometheus: { authentication } });
    expect(() => Metric.prometheus('m', { address: ADDRESS, query: 'up', success, authentication })).toThrow(/metric "m": sigv4 is set and address is .* whose addresses contain aps-workspaces/);
  });

  test('refuses credentials in plain text', () => {
    const props = { address: ADDRESS, query: 'up', success };
    expect(() => Metric.prometheus('m', { ...props, headers: { 'X-Auth-Token': 'abc' } })).toThrow('the header X-Auth-Token carries a credential as plain text');
    expect(() => Metric.prometheus('m', { ...props, headers: { 'Idempotency-Key': 'abc' } })).not.toThrow();
    expect(() => Metric.prometheus('m', { ...props, authentication: { oauth2: { ...oauth2, clientSecret: 'abc' as never } } })).toThrow('oauth2.clientSecret is plain text');
  });
});

describe('Metric.datadog', () => {
  test('asks either API', () => {
    expect(providerOf(Metric.datadog('m', { query: 'avg:web.errors{*}', success, window: '10m' })))
      .toEqual({ datadog: { query: 'avg:web.errors{*}', interval: '10m' } });
    expect(providerOf(Metric.datadog('m', {
      apiVersion: 'v2', queries: { a: 'sum:web.errors{*}', b: 'sum:web.hits{*}' }, formula: 'a / b', aggregator: 'sum', success,
      secretRef: { name: 'datadog', namespaced: true },
    }))).toEqual({ datadog: {
      apiVersion: 'v2', queries: { a: 'sum:web.errors{*}', b: 'sum:web.hits{*}' }, formula: 'a / b', aggregator: 'sum',
      secretRef: { name: 'datadog', namespaced: true },
    } });
  });

  test('refuses an aggregator of the first API, and a formula that leaves a query out', () => {
    expect(() => Metric.datadog('m', { query: 'x', aggregator: 'sum', success } as never)).toThrow("aggregator needs apiVersion 'v2'");
    expect(() => Metric.datadog('m', { apiVersion: 'v2', queries: { a: 'x', ab: 'y' }, formula: 'ab / 2', success })).toThrow('the formula "ab / 2" does not use the query a');
  });
});

describe('Metric.web', () => {
  test('sends JSON and reads a field', () => {
    expect(Metric.web('m', {
      url: `${ADDRESS}/check`, method: 'POST', jsonBody: { service: 'web' }, jsonPath: '{$.status}', timeout: '5s',
      success: Condition.equals('ok', { noData: 'fail' }), authentication: { oauth2 },
    })._toKube()).toMatchObject({
      successCondition: '!isNil(result) && default(result, "") == "ok"',
      provider: { web: { method: 'POST', jsonBody: { service: 'web' }, jsonPath: '{$.status}', timeoutSeconds: 5 } },
    });
  });

  test('leaves the judgement to the status', () => {
    expect(Metric.web('m', { url: ADDRESS })._toKube()).toEqual({ name: 'm', provider: { web: { url: ADDRESS } } });
  });

  test.each([
    [{ body: 'x' }, 'a GET has no body. set method to POST or PUT, or remove body'],
    [{ method: 'PUT', body: 'x', jsonBody: {} }, 'body and jsonBody are both set. keep one'],
    [{ jsonPath: '$.status' }, 'jsonPath is "$.status". put it in braces, {$.status}'],
    [{ url: 'web/status' }, 'give a URL with scheme and host'],
  ])('refuses %j', (props, message) => {
    expect(() => Metric.web('m', { url: ADDRESS, ...props } as never)).toThrow(`metric "m": ${message}`.replace('metric "m": give', 'give'));
  });
});

describe('Metric.job', () => {
  test('runs what cdk8s-plus makes of containers', () => {
    const { job } = providerOf(Metric.job('smoke-test', {
      job: { containers: [{ image: 'smoke:1', args: ['--url', '{{args.url}}'] }], backoffLimit: 1 }, metadata: { labels: { team: 'shop' } },
    }));
    expect(job).toMatchObject({
      metadata: { labels: { team: 'shop' } },
      spec: { backoffLimit: 1, template: { spec: { restartPolicy: 'Never', containers: [{ image: 'smoke:1', args: ['--url', '{{args.url}}'] }] } } },
    });
    expect(JSON.stringify(job)).not.toContain('cdk8s.io');
  });

  test('takes a restart policy and a spec of Kubernetes', () => {
    expect(providerOf(Metric.job('m', { job: { containers: [{ image: 'x' }], restartPolicy: kplus.RestartPolicy.ON_FAILURE } })))
      .toMatchObject({ job: { spec: { template: { spec: { restartPolicy: 'OnFailure' } } } } });
    const spec = { template: { spec: { containers: [{ name: 'main', image: 'x' }] } } };
    expect(providerOf(Metric.job('m', { spec }))).toEqual({ job: { spec } });
  });

  test('refuses a name that a Job cannot have', () => {
    expect(() => Metric.job('m', { job: {} })).toThrow('the job of a metric has no container. pass containers: [{ image: ... }]');
    expect(() => Metric.job('Smoke test', { job: { containers: [{ image: 'x' }] } })).toThrow('metric "Smoke test" is part of the names of its Jobs');
  });
});

describe('Metric.cloudWatch', () => {
  const errors = { id: 'errors', metricStat: { metric: { namespace: 'AWS/X', metricName: 'Errors', dimensions: { Service: 'web' } }, period: '1m', stat: 'Sum' } } as const;

  test('writes dimensions as a list and periods in seconds', () => {
    expect(providerOf(Metric.cloudWatch('m', {
      metricDataQueries: [{ ...errors, returnData: false }, { id: 'rate', expression: 'errors / 60', label: 'rate' }], success, window: '30m',
    }))).toEqual({ cloudWatch: { interval: '30m', metricDataQueries: [
      { id: 'errors', returnData: false, metricStat: {
        metric: { namespace: 'AWS/X', metricName: 'Errors', dimensions: [{ name: 'Service', value: 'web' }] }, period: 60, stat: 'Sum',
      } },
      { id: 'rate', expression: 'errors / 60', label: 'rate' },
    ] } });
  });

  test('refuses to compare two results with one number', () => {
    const queries = [errors, { id: 'rate', expression: 'errors / 60' }];
    expect(() => Metric.cloudWatch('m', { metricDataQueries: queries, success })).toThrow('the queries errors, rate all return data, and a comparison judges one');
    const own = Condition.expression({ successCondition: 'all(result[1].Values, {# < 1})' });
    expect(() => Metric.cloudWatch('m', { metricDataQueries: queries, success: own })).not.toThrow();
  });

  test.each([
    [[{ ...errors, id: 'Errors' }], 'the id of a query is "Errors"'],
    [[errors, errors], 'two queries have the id errors'],
    [[{ ...errors, returnData: false }], 'no query returns data'],
  ])('refuses %#', (metricDataQueries, message) => {
    expect(() => Metric.cloudWatch('m', { metricDataQueries, success })).toThrow(message);
  });
});

describe('Metric.kayenta', () => {
  const side = { scope: '{{args.hash}}', region: 'eu', step: 60 };
  const props = {
    address: ADDRESS, application: 'web', canaryConfigName: 'web', metricsAccountName: 'a', configurationAccountName: 'b', storageAccountName: 'c',
    threshold: { pass: 90, marginal: 75 }, scopes: [{ name: 'default', controlScope: side, experimentScope: side }],
  };

  test('compares two scopes by a score', () => {
    const wire = Metric.kayenta('m', { ...props, interval: '5m', count: 3 })._toKube();
    expect(wire).toMatchObject({ interval: '5m', provider: { kayenta: { threshold: { pass: 90, marginal: 75 } } } });
    expect(wire).not.toHaveProperty('successCondition');
  });

  test.each([
    [{}, 'scopes[0] has no start, and the metric has no interval to look back'],
    [{ threshold: { pass: 50, marginal: 75 } }, 'threshold.marginal 75 is above threshold.pass 50'],
    [{ scopes: [{ name: 'x', controlScope: side, experimentScope: { ...side, end: '2026-01-01T00:00:00Z' } }] }, 'scopes[0] sets end on one side only'],
  ])('refuses %j', (wrong, message) => {
    expect(() => Metric.kayenta('m', { ...props, ...wrong })).toThrow(message);
  });
});

describe('the other providers', () => {
  test('render what they are given', () => {
    expect(providerOf(Metric.newRelic('m', { query: 'SELECT 1', field: 'x', success, profile: 'shop', timeout: '10s' })))
      .toEqual({ newRelic: { query: 'SELECT 1', profile: 'shop', timeout: 10 } });
    expect(providerOf(Metric.influxdb('m', { query: 'from(bucket: "x")', success, profile: 'shop' }))).toEqual({ influxdb: { query: 'from(bucket: "x")', profile: 'shop' } });
    expect(providerOf(Metric.skywalking('m', { address: ADDRESS, query: 'query x', window: '3m', values: 'result.x', success })))
      .toEqual({ skywalking: { address: ADDRESS, query: 'query x', interval: '3m' } });
    expect(Metric.plugin('m', { plugin: 'org/name', config: { query: 'x' }, success: Condition.expression({ successCondition: 'result > 1' }) })._toKube())
      .toEqual({ name: 'm', successCondition: 'result > 1', provider: { plugin: { 'org/name': { query: 'x' } } } });
  });

  test('refuse an address of the wrong kind, an empty query and a name that no plugin has', () => {
    expect(() => Metric.wavefront('m', { address: 'https://x.wavefront.com', query: 'ts(x)', success })).toThrow('give the host alone');
    expect(() => Metric.graphite('m', { address: 'graphite:8080', query: 'target=x', success })).toThrow('give a URL with scheme and host');
    expect(() => Metric.influxdb('m', { query: ' ', success })).toThrow('metric "m": query is empty. write one');
    expect(() => Metric.plugin('m', { plugin: 'org/na me', config: {} })).toThrow('give the name it is registered under, such as org/name');
  });
});
