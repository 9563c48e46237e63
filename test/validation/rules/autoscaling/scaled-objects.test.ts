import { dump } from 'js-yaml';
import type { JsonObject } from '../../../../src/manifests/json';
import { scaledObjectCounts } from '../../../../src/validation/rules/autoscaling/scaled-object-counts';
import { scaledObjectTriggers } from '../../../../src/validation/rules/autoscaling/scaled-object-triggers';
import { findingsOf } from '../findings-of';

const CPU = { type: 'cpu', metricType: 'Utilization', metadata: { value: '70' } };
const QUERY = { serverAddress: 'http://prometheus.monitoring:9090', query: 'sum(rate(http_requests_total[2m]))', threshold: '50' };
const scaled = (spec: JsonObject) => dump({
  apiVersion: 'keda.sh/v1alpha1', kind: 'ScaledObject', metadata: { name: 'web' }, spec: { scaleTargetRef: { name: 'web' }, triggers: [CPU], ...spec },
}, { skipInvalid: true });
const prometheus = (metadata: JsonObject, more: JsonObject = {}) => scaled({ triggers: [{ type: 'prometheus', metadata: { ...QUERY, ...metadata }, ...more }] });

describe('counts', () => {
  const VALUE = { type: 'prometheus', metricType: 'Value', metadata: QUERY };

  test.each<[string, JsonObject, string[]]>([
    ['as many while nothing is asked', { minReplicaCount: 2, idleReplicaCount: 2 }, ['/spec/idleReplicaCount']],
    ['a fallback of what KEDA does not read itself', { fallback: { failureThreshold: 3, replicas: 3 } }, ['/spec/fallback']],
    ['a fallback of a sum', { fallback: { failureThreshold: 3, replicas: 3 }, triggers: [VALUE] }, ['/spec/fallback']],
  ])('%s is refused', (_what, spec, pointers) => {
    expect(findingsOf(scaledObjectCounts, scaled(spec)).map(({ pointer }) => pointer)).toEqual(pointers);
  });

  test.each<[string, JsonObject]>([
    ['nothing', {}],
    ['a template', { minReplicaCount: '{{ .Values.least }}', maxReplicaCount: 1 }],
    ['a fallback of one of two triggers', { fallback: { failureThreshold: 3, replicas: 3 }, triggers: [CPU, { type: 'prometheus', metadata: QUERY }] }],
    ['a fallback of a formula', { fallback: { failureThreshold: 3, replicas: 3 }, advanced: { scalingModifiers: { formula: 'a', target: '1' } } }],
    ['none while nothing is asked', { minReplicaCount: 1, idleReplicaCount: 0, maxReplicaCount: 1 }],
  ])('%s is right', (_what, spec) => {
    expect(findingsOf(scaledObjectCounts, scaled(spec))).toEqual([]);
  });
});

describe('triggers', () => {
  test.each<[string, string, string[]]>([
    ['a misspelt type', scaled({ triggers: [{ type: 'promethus', metadata: QUERY }] }), ['/spec/triggers/0/type']],
    ['a type of metrics that there is not', scaled({ triggers: [{ ...CPU, metricType: 'Utilisation' }] }), ['/spec/triggers/0/metricType']],
    ['a utilization of what is no resource', prometheus({}, { metricType: 'Utilization' }), ['/spec/triggers/0/metricType']],
    ['a misspelt key', prometheus({ ignoreNullValue: 'false' }), ['/spec/triggers/0/metadata/ignoreNullValue']],
    ['a needed key', scaled({ triggers: [{ type: 'cron', metadata: { start: '0 8 * * *', end: '0 18 * * *', timezone: 'UTC' } }] }), ['/spec/triggers/0/metadata']],
    ['a number', prometheus({ threshold: '50x' }), ['/spec/triggers/0/metadata/threshold']],
    ['a flag', prometheus({ ignoreNullValues: 'no' }), ['/spec/triggers/0/metadata/ignoreNullValues']],
    ['PromQL', prometheus({ query: 'sum(rate(x[2m])' }), ['/spec/triggers/0/metadata/query']],
    ['an address', prometheus({ serverAddress: 'prometheus.monitoring:9090' }), ['/spec/triggers/0/metadata/serverAddress']],
    ['a port', prometheus({ serverAddress: 'http://prometheus.monitoring:9090x' }), ['/spec/triggers/0/metadata/serverAddress']],
    ['a cache of what has none', scaled({ triggers: [{ ...CPU, useCachedMetrics: true }] }), ['/spec/triggers/0/useCachedMetrics']],
  ])('%s is found', (_what, yaml, pointers) => {
    expect(findingsOf(scaledObjectTriggers, yaml).map(({ pointer }) => pointer)).toEqual(pointers);
  });

  test('a misspelt key is no missing one as well', () => {
    expect(findingsOf(scaledObjectTriggers, scaled({ triggers: [{ type: 'cpu', metadata: { values: '70' } }] }))).toMatchObject([{ edit: { op: 'rename', value: 'value' } }]);
  });

  test.each([
    ['a trigger of a newer KEDA', scaled({ triggers: [{ type: 'temporal', metadata: { endpoint: 'x' } }] })],
    ['keys that a TriggerAuthentication gives', scaled({ triggers: [{ type: 'prometheus', metadata: { query: 'up' }, authenticationRef: { name: 'x' } }] })],
    ['keys of a newer KEDA', prometheus({ somethingElse: 'x' })],
    ['a template', prometheus({ threshold: '{{ .Values.threshold }}', query: '{{ .Values.query }}' })],
    ['all of it', prometheus({ ignoreNullValues: 'false', activationThreshold: '-1.5', unsafeSsl: 'true' }, { metricType: 'AverageValue' })],
    ['half a core', scaled({ triggers: [{ type: 'memory', metricType: 'AverageValue', metadata: { value: '500Mi' } }] })],
  ])('%s is right', (_what, yaml) => {
    expect(findingsOf(scaledObjectTriggers, yaml)).toEqual([]);
  });
});
