import { dump } from 'js-yaml';
import type { JsonObject } from '../../../../src/manifests/json';
import type { Rule } from '../../../../src/validation/rule';
import { conditionConstant } from '../../../../src/validation/rules/analysis/condition-constant';
import { conditionsDiffer } from '../../../../src/validation/rules/analysis/conditions-differ';
import { metricDuration } from '../../../../src/validation/rules/analysis/metric-duration';
import { metricLimits } from '../../../../src/validation/rules/analysis/metric-limits';
import { metricNamesUnique } from '../../../../src/validation/rules/analysis/metric-names-unique';
import { providerAddress } from '../../../../src/validation/rules/analysis/provider-address';
import { providerSigv4 } from '../../../../src/validation/rules/analysis/provider-sigv4';
import { findingsOf } from '../findings-of';

/** What a rule says about a metric of Prometheus with these fields. */
function said(rule: Rule, fields: JsonObject, prometheus: JsonObject = {}): string[] {
  const provider = { prometheus: { address: 'http://prometheus.monitoring:9090', query: 'up', ...prometheus } };
  const metric = { name: 'up', successCondition: 'result[0] > 0', provider, ...fields };
  return findingsOf(rule, dump({ apiVersion: 'argoproj.io/v1alpha1', kind: 'AnalysisTemplate', metadata: { name: 'web' }, spec: { metrics: [metric] } }))
    .map(({ pointer, message }) => `${pointer.replace('/spec/metrics/0/', '')}: ${message}`);
}

describe('limits', () => {
  test.each<[JsonObject, string]>([
    [{ failureLimit: 'abc' }, 'failureLimit: metric up: failureLimit is "abc", which counts as 0'],
    [{ count: 'five' }, 'count: metric up: count is "five", which counts as 0'],
    [{ count: -1 }, 'count: metric up: count is -1'],
  ])('%j', (fields, message) => expect(said(metricLimits, fields)).toEqual([message]));

  test.each<JsonObject>([{ failureLimit: '0' }, { count: '5', interval: '1m' }, { failureLimit: '{{args.x}}' }, { count: 0 }])('%j may be', (fields) => {
    expect(said(metricLimits, fields)).toEqual([]);
  });
});

describe('durations', () => {
  test.each<[JsonObject, string]>([
    [{ interval: '0s' }, 'interval: metric up has the interval "0s", which is no time'],
    [{ interval: '-1m' }, 'interval: metric up has the interval "-1m", which is no time'],
    [{ initialDelay: '-5m' }, 'initialDelay: metric up has the initialDelay "-5m", which is no time'],
  ])('%j', (fields, message) => expect(said(metricDuration, fields)).toEqual([message]));

  test.each<JsonObject>([{ interval: '{{args.every}}' }, { initialDelay: '0s' }, { interval: '500ms' }])('%j may be', (fields) => {
    expect(said(metricDuration, fields)).toEqual([]);
  });
});

describe('addresses', () => {
  test.each([
    ['http://a b:9090', /a blank in its host/], ['ftp://a.b:9090', /the scheme ftp/], ['http://a.b:99999', /the port 99999/], ['a.b:9090', /no URL with scheme and host/],
    ['http://a.b:9090x', /the port 9090x, which is no number/], ['ttp://a.b', /the scheme ttp/],
    // what the arguments will be is not known, and the rest is
    ['http://{{args.host}}:99999', /the port 99999/], ['ttps://{{args.host}}.b:9090', /the scheme ttps/],
  ])('%s', (address, message) => expect(said(providerAddress, {}, { address })).toEqual([expect.stringMatching(message)]));

  test.each(['https://a.b', 'http://a.b:9090/prometheus', 'HTTP://[::1]:9090', 'http://a.b/x:99999', 'http://u:p@a.b:9090', 'http://a.b:/x'])('%s may be', (address) => {
    expect(said(providerAddress, {}, { address })).toEqual([]);
  });

  test.each(['{{args.address}}', 'http{{args.s}}://a.b', '{{args.scheme}}://a.b:9090', 'http://{{args.a}}:{{args.port}}/x', 'http://a.b:90{{args.p}}'])('%s may be too', (address) => {
    expect(said(providerAddress, {}, { address })).toEqual([]);
  });
});

test('an empty name', () => expect(said(metricNamesUnique, { name: '' })).toEqual(['name: metrics[0] has an empty name']));

describe('conditions', () => {
  test.each(['true', '1 == 2', 'true || result[0] > 1', 'not (result[0] > 1 && false)'])('%s is constant', (successCondition) => {
    expect(said(conditionConstant, { successCondition })).toHaveLength(1);
  });

  test.each(['result[0] > 0', 'result[0] > 0 || {{args.also}}', '{{args.condition}}', 'true = 1', '"a" matches "a"'])('%s is not', (successCondition) => {
    expect(said(conditionConstant, { successCondition })).toEqual([]);
  });

  test('blanks make no difference between success and failure', () => {
    expect(said(conditionsDiffer, { failureCondition: 'result[0]>0' })).toEqual([expect.stringMatching(/^failureCondition: metric up fails whenever it succeeds/)]);
    expect(said(conditionsDiffer, { failureCondition: 'result[0] <= 0' })).toEqual([]);
  });

  test.each([
    ['result[0] > 1', 'result[0] > 0', true],
    ['result[0] > 0', 'result[0] >= 0', true],
    ['result[0] < 0.01', 'result[0] <= 0.05', true],
    ['result[0] >= 0', 'result[0] > 0', false],
    ['result[0] > 0', 'result[0] > 1', false],
    ['result[0] > 1', 'result[1] > 0', false],
    ['result[0] > 1', 'result[0] < 0', false],
    ['result[0] > 1 && result[0] < 5', 'result[0] > 0', false],
  ])('success %s is always the failure %s: %p', (successCondition, failureCondition, isCovered) => {
    expect(said(conditionsDiffer, { successCondition, failureCondition })).toHaveLength(isCovered ? 1 : 0);
  });
});

test.each<[JsonObject, string, number]>([
  [{ region: 'eu-west-1' }, 'http://prometheus.monitoring:9090', 1],
  [{ region: '' }, 'http://prometheus.monitoring:9090', 0],
  [{ region: 'eu-west-1' }, '{{args.address}}', 0],
  [{ region: 'eu-west-1' }, '', 0],
])('sigv4 %j for %j', (sigv4, address, count) => {
  expect(said(providerSigv4, {}, { address, authentication: { sigv4 } })).toHaveLength(count);
});
