import { argValuesAgree } from '../../../../src/validation/rules/analysis/arg-values-agree';
import { argsSupplied } from '../../../../src/validation/rules/analysis/args-supplied';
import { boundedInline } from '../../../../src/validation/rules/analysis/bounded-inline';
import {
  exampleBackgroundAnalysis, exampleMetric, exampleStepAnalysis, exampleTemplate,
} from '../../../../src/validation/rules/analysis/example-analysis';
import { fieldRef } from '../../../../src/validation/rules/analysis/field-ref';
import { knownArgs } from '../../../../src/validation/rules/analysis/known-args';
import { measurementRulesUnique } from '../../../../src/validation/rules/analysis/measurement-rules-unique';
import { metricNamesUnique } from '../../../../src/validation/rules/analysis/metric-names-unique';
import { rulesMatchMetrics } from '../../../../src/validation/rules/analysis/rules-match-metrics';
import { startingStep } from '../../../../src/validation/rules/analysis/starting-step';
import { templatesNamed } from '../../../../src/validation/rules/analysis/templates-named';
import { exampleBlueGreen, exampleCanary, joinDocuments } from '../../../../src/validation/rules/rollouts/example-rollout';
import { pointersOf, runRule } from '../rollouts/run-rule';

const STEP = '/spec/strategy/canary/steps/1/analysis';
const BACKGROUND = '/spec/strategy/canary/analysis';
const SMOKE = 'templates: [{ templateName: smoke }]';
const clusterWide = (yaml: string) => yaml.replace('kind: AnalysisTemplate', 'kind: ClusterAnalysisTemplate');
const withArgs = (args: string, name = 'smoke') => exampleTemplate({ name, args });

describe('arguments', () => {
  test.each([
    ['    - name: a', '', [STEP]],
    ['    - name: a', 'args: [{ name: a, value: x }]', []],
    // what a step passes without a value is an empty text
    ['    - name: a', 'args: [{ name: a }]', []],
    ['    - name: a\n      value: ""', '', []],
    ['    - name: a\n      valueFrom: { secretKeyRef: { name: s, key: k } }', '', []],
    ['    - name: a\n    - name: b', 'args: [{ name: b, value: x }]', [STEP]],
  ])('template args %j with %j: missing at %p', (args, passed, pointers) => {
    expect(pointersOf(argsSupplied, exampleStepAnalysis(`${SMOKE}\n${passed}`, withArgs(args)))).toEqual(pointers);
  });

  test('are needed by every kind of analysis', () => {
    const template = withArgs('    - name: a');
    expect(pointersOf(argsSupplied, exampleBackgroundAnalysis(SMOKE, template))).toEqual([BACKGROUND]);
    expect(pointersOf(argsSupplied, joinDocuments(exampleBlueGreen(`
activeService: web
prePromotionAnalysis: { ${SMOKE} }
postPromotionAnalysis: { ${SMOKE} }
`), template))).toEqual(['/spec/strategy/blueGreen/prePromotionAnalysis', '/spec/strategy/blueGreen/postPromotionAnalysis']);
  });

  test('of an experiment need a value', () => {
    const experiment = (args: string) => joinDocuments(exampleCanary(`
steps:
  - experiment:
      templates: [{ name: a, specRef: canary }]
      analyses: [{ name: check, templateName: smoke, args: ${args} }]
`), withArgs('    - name: a'));
    expect(pointersOf(argsSupplied, experiment('[{ name: a }]'))).toEqual(['/spec/strategy/canary/steps/0/experiment/analyses/0']);
    expect(runRule(argsSupplied, experiment('[{ name: a, value: x }]'))).toEqual([]);
  });

  test('are looked for in nested and in cluster-wide templates', () => {
    const nesting = exampleTemplate({ metrics: '', spec: '  templates: [{ templateName: inner, clusterScope: true }]' });
    const yaml = exampleStepAnalysis(SMOKE, nesting, clusterWide(withArgs('    - name: a', 'inner')));
    expect(runRule(argsSupplied, yaml)).toEqual([expect.objectContaining({ message: expect.stringContaining('ClusterAnalysisTemplate/inner needs the argument a') })]);
  });

  test('templates that nest each other are read once', () => {
    const a = exampleTemplate({ spec: '  templates: [{ templateName: b }]' });
    const b = exampleTemplate({ name: 'b', args: '    - name: a', metrics: '', spec: '  templates: [{ templateName: smoke }]' });
    expect(pointersOf(argsSupplied, exampleStepAnalysis(SMOKE, a, b))).toEqual([STEP]);
  });

  test('a default of one template serves the others', () => {
    const two = 'templates: [{ templateName: smoke }, { templateName: other }]';
    const other = (args: string) => exampleTemplate({ name: 'other', args, metrics: exampleMetric('successCondition: result > 0') });
    expect(runRule(argsSupplied, exampleStepAnalysis(two, withArgs('    - name: a'), other('    - name: a\n      value: x')))).toEqual([]);
    // but one without a source takes the place of one that reads a Secret
    const secret = '    - name: a\n      valueFrom: { secretKeyRef: { name: s, key: k } }';
    expect(pointersOf(argsSupplied, exampleStepAnalysis(two, withArgs(secret), other('    - name: a')))).toEqual([STEP]);
  });

  test('two defaults differ even if a value is passed', () => {
    const two = 'templates: [{ templateName: smoke }, { templateName: other }]\nargs: [{ name: a, value: z }]';
    expect(pointersOf(argValuesAgree, exampleStepAnalysis(two, withArgs('    - name: a\n      value: x'), withArgs('    - name: a\n      value: y', 'other'))))
      .toEqual([`${STEP}/templates/1`]);
  });

  test('unknown ones are named with what was meant', () => {
    const template = withArgs('    - name: service\n      value: web');
    expect(runRule(knownArgs, exampleStepAnalysis(`${SMOKE}\nargs: [{ name: sevice, value: a }]`, template))).toEqual([
      expect.objectContaining({ pointer: `${STEP}/args/0/name`, fix: 'write service' }),
    ]);
    expect(runRule(knownArgs, exampleStepAnalysis(`${SMOKE}\nargs: [{ name: other, value: a }]`, template))).toEqual([
      expect.objectContaining({ fix: expect.stringContaining('declare other') }),
    ]);
  });

  test('nothing is unknown while a template is', () => {
    expect(runRule(knownArgs, exampleStepAnalysis(`templates: [{ templateName: smoke }, { templateName: absent }]\nargs: [{ name: a, value: a }]`, exampleTemplate())))
      .toEqual([]);
  });
});

describe('an end', () => {
  const template = (count: string, args = '') =>
    exampleTemplate({ args, metrics: exampleMetric('interval: 1m', ...(count ? [`count: ${count}`] : []), 'successCondition: result > 0') });

  test.each([
    ['', '', 1], ['0', '', 1], ['"0"', '', 1], ['many', '', 1], ['1', '', 0], ['"3"', '', 0],
    ['"{{args.count}}"', '    - name: count', 1],
    ['"{{ args.count }}"', '    - name: count\n      value: "5"', 0],
    ['"{{args.count}}"', '    - name: count\n      value: "0"', 1],
    ['"{{args.count}}"', '    - name: count\n      valueFrom: { secretKeyRef: { name: s, key: k } }', 0],
  ])('count %s with args %j: %i findings', (count, args, findings) => {
    expect(runRule(boundedInline, exampleStepAnalysis(`${SMOKE}\nargs: [{ name: count, value: "5" }]`, template(count, args)))).toHaveLength(findings);
  });

  test('is not needed in the background, nor without an interval', () => {
    expect(runRule(boundedInline, exampleBackgroundAnalysis(SMOKE, template('')))).toEqual([]);
    expect(runRule(boundedInline, exampleStepAnalysis(SMOKE, exampleTemplate({ metrics: exampleMetric('successCondition: result > 0') })))).toEqual([]);
  });

  test('is needed around a promotion', () => {
    const yaml = joinDocuments(exampleBlueGreen(`activeService: web\nprePromotionAnalysis: { ${SMOKE} }`), template(''));
    expect(pointersOf(boundedInline, yaml)).toEqual(['/spec/strategy/blueGreen/prePromotionAnalysis/templates/0']);
  });
});

describe('rules about measurements', () => {
  const dryRun = (name: string) => exampleTemplate({ spec: `  dryRun: [{ metricName: ${name} }]` });

  test('of a step are tried with the templates of every analysis', () => {
    const yaml = joinDocuments(exampleCanary(`
analysis: { templates: [{ templateName: smoke }] }
steps:
  - analysis: { templates: [{ templateName: other }], dryRun: [{ metricName: status }] }
`), dryRun('status'), exampleTemplate({ name: 'other' }));
    expect(pointersOf(measurementRulesUnique, yaml)).toEqual(['/spec/strategy/canary/steps/0/analysis/dryRun/0/metricName']);
  });

  test('stand once in a list', () => {
    const yaml = exampleStepAnalysis(`${SMOKE}\nmeasurementRetention: [{ metricName: status, limit: 1 }, { metricName: status, limit: 2 }]`, exampleTemplate());
    expect(pointersOf(measurementRulesUnique, yaml)).toEqual([`${STEP}/measurementRetention/1/metricName`]);
  });

  test.each([
    ['status', 0], ['stat', 0], ['.*', 0], ['"^status$"', 0], ['"*"', 1], ['latency', 1], ['"[a"', 1],
    // only Go can say
    ['"(?i)STATUS"', 0],
  ])('metricName %s: %i findings', (pattern, count) => {
    expect(runRule(rulesMatchMetrics, exampleStepAnalysis(`${SMOKE}\ndryRun: [{ metricName: ${pattern} }]`, exampleTemplate()))).toHaveLength(count);
    expect(runRule(rulesMatchMetrics, exampleStepAnalysis(SMOKE, dryRun(pattern)))).toHaveLength(count);
  });
});

test('metric names are compared across templates, and inside one where it stands', () => {
  const twice = exampleTemplate({ metrics: exampleMetric('successCondition: result > 0') + exampleMetric('successCondition: result > 1').slice(1) });
  expect(runRule(metricNamesUnique, exampleStepAnalysis(SMOKE, twice))).toEqual([
    expect.objectContaining({ object: 'AnalysisTemplate/smoke', pointer: '/spec/metrics/1/name' }),
  ]);
});

test.each([[0, 0], [2, 0], [3, 1], [-1, 1]])('startingStep %i of 2 steps: %i findings', (step, count) => {
  expect(runRule(startingStep, exampleBackgroundAnalysis(`startingStep: ${step}\n${SMOKE}`, exampleTemplate()))).toHaveLength(count);
});

test('an analysis and a template name what they refer to', () => {
  expect(pointersOf(templatesNamed, exampleStepAnalysis('templates: []'))).toEqual([STEP]);
  expect(pointersOf(templatesNamed, exampleTemplate({ spec: '  templates: [{ clusterScope: true }]' }))).toEqual(['/spec/templates/0']);
});

test.each([
  ['metadata.name', 0], ['metadata.namespace', 0], ['metadata.uid', 0], ['metadata.labels', 0], ['metadata.annotations', 0],
  [`"metadata.labels['app.kubernetes.io/name']"`, 0], [`"metadata.annotations['Example.com/Owner']"`, 0],
  ['spec.replicas', 0], ['status.canary.weights.canary.podTemplateHash', 0],
  ['metadata.labels.app', 1], ['metadata', 1], ['metadata.generation', 1], [`"metadata.labels['a b']"`, 1], [`"metadata.name['x']"`, 1],
])('fieldPath %s: %i findings', (path, count) => {
  const yaml = exampleStepAnalysis(`${SMOKE}\nargs: [{ name: a, valueFrom: { fieldRef: { fieldPath: ${path} } } }]`, withArgs('    - name: a'));
  expect(runRule(fieldRef, yaml)).toHaveLength(count);
});
