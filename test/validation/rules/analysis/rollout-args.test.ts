import { dump } from 'js-yaml';
import type { JsonObject } from '../../../../src/manifests/json';
import type { Rule } from '../../../../src/validation/rule';
import { argFeedsCredential } from '../../../../src/validation/rules/analysis/arg-feeds-credential';
import { argGiven } from '../../../../src/validation/rules/analysis/arg-given';
import { argNamesService } from '../../../../src/validation/rules/analysis/arg-names-service';
import { fieldPath } from '../../../../src/validation/rules/analysis/field-path';
import { knownArgs } from '../../../../src/validation/rules/analysis/known-args';
import { labelOfRollout } from '../../../../src/validation/rules/analysis/label-of-rollout';
import { findingsOf } from '../findings-of';

const METADATA = { name: 'web', labels: { env: 'production' } };
const HEADERS = [{ key: 'X-Api-Key', value: '{{ args.key }}' }, { key: 'X-Shop', value: '{{args.shop}}' }];
const METRIC = { name: 'up', successCondition: 'result == 1', provider: { web: { url: 'https://example.com', jsonPath: '{$.a}', headers: HEADERS } } };

/** What a rule says about a rollout that passes this argument to a template. */
function said(rule: Rule, arg: JsonObject, spec: JsonObject = {}): string[] {
  const analysis = { templates: [{ templateName: 'web' }], args: [{ name: 'key', ...arg }] };
  return findingsOf(rule, [
    dump({ apiVersion: 'argoproj.io/v1alpha1', kind: 'Rollout', metadata: METADATA, spec: { ...spec, strategy: { canary: { steps: [{ analysis }] } } } }),
    dump({ apiVersion: 'argoproj.io/v1alpha1', kind: 'AnalysisTemplate', metadata: { name: 'web' }, spec: { args: [{ name: 'key' }, { name: 'shop' }], metrics: [METRIC] } }),
  ].join('---\n')).map(({ message }) => message);
}

const field = (path: string): JsonObject => ({ valueFrom: { fieldRef: { fieldPath: path } } });

test.each<[JsonObject, string]>([
  [{ valueFrom: { podTemplateHashValue: 'latest' } }, 'argument key is the hash of "latest", which is no version, so it is empty'],
  [{ valueFrom: {} }, 'argument key has no source, so an empty text is passed'],
  [{}, 'argument key has no source, so an empty text is passed'],
  [{ value: 'a', valueFrom: { podTemplateHashValue: 'Latest' } }, 'argument key has a value beside its valueFrom, and the value is not read'],
])('%j', (arg, message) => expect(said(argGiven, arg)).toEqual([message]));

test.each<JsonObject>([{ value: '' }, { value: 'a' }, field('metadata.name'), { valueFrom: { podTemplateHashValue: 'Stable' } }])('%j is one source', (arg) => {
  expect(said(argGiven, arg)).toEqual([]);
});

test.each([
  ["metadata.labels['stage']", 1], ["metadata.annotations['team']", 1], ["metadata.labels['env']", 0], ["metadata.labels['app.kubernetes.io/instance']", 0],
  ["metadata.annotations['rollout.argoproj.io/revision']", 0], ['metadata.name', 0],
])('%s', (path, count) => expect(said(labelOfRollout, field(path))).toHaveLength(count));

test.each<[string, JsonObject, number]>([
  ['spec.nope', {}, 1], ['spec.minReadySeconds', {}, 1], ['spec.minReadySeconds', { minReadySeconds: 5 }, 0], ['spec.replicas', {}, 0], ['status.phase', {}, 0],
  ['spec.template.spec.containers[0].image', { workloadRef: { name: 'web' } }, 0], ['spec.template.spec.containers[3].image', { template: { spec: { containers: [] } } }, 1],
])('%s of %j', (path, spec, count) => expect(said(fieldPath, field(path), spec)).toHaveLength(count));

test('an argument with a value becomes a credential, and no report repeats it', () => {
  const messages = said(argFeedsCredential, { value: 'hunter2hunter2' });
  expect(messages).toEqual(['the argument key becomes a credential, and is written as text']);
  expect(said(argFeedsCredential, { name: 'shop', value: 'berlin' })).toEqual([]);
  expect(said(argFeedsCredential, field('metadata.name'))).toEqual([]);
});

describe('values that name the Services of the rollout', () => {
  const services = { canaryService: 'web-canary', stableService: 'web-stable' };
  const about = (value: string, more = ''): unknown[] => findingsOf(argNamesService, [
    dump({ apiVersion: 'argoproj.io/v1alpha1', kind: 'Rollout', metadata: { name: 'web' }, spec: { strategy: { canary: {
      ...services, analysis: { templates: [{ templateName: 'web' }], args: [{ name: 'service', value }] },
    } } } }),
    more,
  ].join('---\n')).map(({ pointer, fix }) => [pointer, fix]);

  test.each(['web-canar', 'web-canaryx', 'eb-stable'])('%s', (value) => {
    expect(about(value)).toEqual([['/spec/strategy/canary/analysis/args/0/value', expect.stringMatching(/^did you mean web-(canary|stable)\?$/)]]);
  });

  test.each(['web-canary', 'web_canary', 'webcanary', 'web-canary-2', 'web-canary2', 'web', 'wev', 'Web-Canary.shop', '0.95', 'web-preview', '{{args.a}}'])('%s may be', (value) => {
    expect(about(value)).toEqual([]);
  });

  test('another object may be called nearly the same', () => {
    expect(about('web-canarys', 'apiVersion: v1\nkind: Service\nmetadata: { name: web-canarys }\n')).toEqual([]);
  });
});

describe('arguments that no template declares, where one template is not among the manifests', () => {
  const passing = (...names: readonly string[]): unknown[] => findingsOf(knownArgs, [
    dump({ apiVersion: 'argoproj.io/v1alpha1', kind: 'Rollout', metadata: METADATA, spec: { strategy: { canary: { analysis: {
      templates: [{ templateName: 'web' }, { templateName: 'elsewhere' }], args: names.map((name) => ({ name, value: 'a' })),
    } } } } }),
    dump({ apiVersion: 'argoproj.io/v1alpha1', kind: 'AnalysisTemplate', metadata: { name: 'web' }, spec: { args: [{ name: 'service', value: 'b' }], metrics: [METRIC] } }),
  ].join('---\n')).map(({ fix }) => fix);

  test('are found when they are nearly one that nobody gives', () => expect(passing('servic')).toEqual(['write service']));

  test.each([[['region']], [['service', 'services']], [['service2']]])('%j may be', (names) => expect(passing(...names)).toEqual([]));
});
