import { argSource } from '../../../../src/validation/rules/analysis/arg-source';
import { conditionPresent } from '../../../../src/validation/rules/analysis/condition-present';
import { exampleMetric, exampleTemplate } from '../../../../src/validation/rules/analysis/example-analysis';
import { failureReachable } from '../../../../src/validation/rules/analysis/failure-reachable';
import { metricDuration } from '../../../../src/validation/rules/analysis/metric-duration';
import { metricLimits } from '../../../../src/validation/rules/analysis/metric-limits';
import { metricsPresent } from '../../../../src/validation/rules/analysis/metrics-present';
import { oneProvider } from '../../../../src/validation/rules/analysis/one-provider';
import { placeholders } from '../../../../src/validation/rules/analysis/placeholders';
import { pointersOf, runRule } from '../rollouts/run-rule';

const METRIC = '/spec/metrics/0';
const metric = (...fields: string[]) => exampleTemplate({ metrics: exampleMetric(...fields) });
const provided = (provider: string) => exampleTemplate({ metrics: `    - name: a\n      provider: ${provider}` });

describe('limits', () => {
  test.each([
    [['count: 3', 'failureLimit: 3'], []],
    [['count: 3', 'failureLimit: 4'], ['count']],
    [['count: 3', 'failureLimit: 2', 'consecutiveSuccessLimit: 1'], []],
    [['count: 3', 'failureLimit: 2', 'consecutiveSuccessLimit: 2'], ['count']],
    [['count: 3', 'failureLimit: -1', 'consecutiveSuccessLimit: 3'], []],
    [['count: 3', 'failureLimit: -1', 'consecutiveSuccessLimit: 4'], ['count']],
    [['count: 3', 'inconclusiveLimit: 4'], ['count']],
    // without a count there is always another measurement
    [['failureLimit: 4', 'inconclusiveLimit: 9'], []],
    [['failureLimit: -1'], ['failureLimit']],
    [['failureLimit: -2'], ['failureLimit']],
    [['inconclusiveLimit: -1', 'consecutiveErrorLimit: -1'], ['inconclusiveLimit', 'consecutiveErrorLimit']],
    [['consecutiveSuccessLimit: -1'], ['consecutiveSuccessLimit']],
    [['count: "3"', 'failureLimit: "4"'], ['count']],
    [['count: "{{args.count}}"', 'failureLimit: 4'], []],
  ])('%j are wrong at %j', (fields, keys) => {
    expect(pointersOf(metricLimits, metric('interval: 1m', ...fields))).toEqual(keys.map((key) => `${METRIC}/${key}`));
  });

  test.each([
    [['count: 3', 'failureLimit: 3'], 1],
    [['count: 3', 'failureLimit: 2'], 0],
    [['count: 3', 'failureLimit: 3', 'consecutiveSuccessLimit: 1'], 0],
    [['count: 0', 'failureLimit: 0'], 0],
    [['failureLimit: 3'], 0],
  ])('%j: %i metrics that cannot fail', (fields, count) => {
    expect(runRule(failureReachable, metric(...fields))).toHaveLength(count);
  });
});

test.each([
  [['count: 2'], [METRIC]], [['count: "2"'], [METRIC]], [['count: 1'], []], [[], []],
  [['count: 2', 'interval: 5m'], []],
  [['interval: "60"'], [`${METRIC}/interval`]],
  [['interval: 5 minutes'], [`${METRIC}/interval`]],
  [['interval: 1d', 'initialDelay: "10"'], [`${METRIC}/interval`, `${METRIC}/initialDelay`]],
  [['interval: "{{args.interval}}"', 'count: 5'], []],
])('durations %j are wrong at %j', (fields, pointers) => {
  expect(pointersOf(metricDuration, metric(...fields))).toEqual(pointers);
});

test.each([
  ['{}', 1], ['{ web: { url: a } }', 0], ['{ web: { url: a }, job: { spec: {} } }', 1], ['{ web: null, job: { spec: {} } }', 0],
  ['{ plugin: {} }', 1], ['{ plugin: { a/b: {} } }', 0], ['{ plugin: { a/b: {}, c/d: {} } }', 1], ['{ web: { url: a }, plugin: { a/b: {} } }', 1],
])('provider %s: %i findings', (provider, count) => {
  expect(runRule(oneProvider, provided(provider))).toHaveLength(count);
});

test.each([
  ['{ prometheus: {} }', 1], ['{ datadog: {} }', 1], ['{ cloudWatch: {} }', 1], ['{ newRelic: {} }', 1], ['{ graphite: {} }', 1],
  // these fail by themselves
  ['{ job: {} }', 0], ['{ kayenta: {} }', 0], ['{ web: {} }', 0], ['{ plugin: { a/b: {} } }', 0],
])('no condition with %s: %i findings', (provider, count) => {
  expect(runRule(conditionPresent, provided(provider))).toHaveLength(count);
});

test('a failure condition is enough', () => {
  expect(runRule(conditionPresent, metric('failureCondition: result < 0.9'))).toEqual([]);
  expect(runRule(conditionPresent, metric('successCondition: ""'))).toHaveLength(1);
});

describe('placeholders', () => {
  const asking = (text: string) => exampleTemplate({
    args: '    - name: service\n    - name: env', metrics: `    - name: a\n      provider:\n        job: { spec: { template: { args: ["${text}"] } } }`,
  });
  const place = `${METRIC}/provider/job/spec/template/args/0`;

  test.each([
    ['{{args.service}}', 0], ['{{ args.service }}-{{args.env}}', 0], ['plain', 0], ['{ not one }', 0], ['{{unclosed', 0],
    ['{{args.servcie}}', 1], ['{{ .Values.host }}', 1], ['{{service}}', 1], ['{{inputs.service}}', 1], ['{{args.a}}{{args.b}}', 2],
    // a brace too few
    ['{args.service}}', 1], ['{{args.service}-x', 1], ['args.service}}', 1], ['{ args.env }', 1],
    ['{$.args.service}', 0], ['{a=args.services}', 0], ['args.service is {{args.service}}', 0], ['{args.other}', 0], ['sum(x{service={{args.service}}})', 0],
  ])('%s: %i are not filled', (text, count) => {
    expect(pointersOf(placeholders, asking(text))).toEqual(Array.from({ length: count }, () => place));
  });

  test('say which arguments there are', () => {
    expect(runRule(placeholders, asking('{{args.host}}'))).toEqual([
      expect.objectContaining({ expected: '{{args.env}}, {{args.service}}', fix: expect.stringContaining('declare host') }),
    ]);
  });
});

test.each([
  ['      value: a', []],
  ['      valueFrom: { secretKeyRef: { name: s, key: k } }', []],
  ['      value: a\n      valueFrom: { secretKeyRef: { name: s, key: k } }', ['/spec/args/0']],
  ['      valueFrom: { fieldRef: { fieldPath: metadata.name } }', ['/spec/args/0/valueFrom/fieldRef']],
])('an argument from %j is wrong at %j', (source, pointers) => {
  expect(pointersOf(argSource, exampleTemplate({ args: `    - name: a\n${source}` }))).toEqual(pointers);
});

test('a template of templates needs no metrics', () => {
  expect(runRule(metricsPresent, exampleTemplate({ metrics: '', spec: '  templates: [{ templateName: a }]' }))).toEqual([]);
});
