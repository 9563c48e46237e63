import { argPassedOnce } from '../../../../src/validation/rules/analysis/arg-passed-once';
import { backgroundCanFail } from '../../../../src/validation/rules/analysis/background-can-fail';
import { exampleMetric, exampleStepAnalysis, exampleTemplate } from '../../../../src/validation/rules/analysis/example-analysis';
import { fieldPath } from '../../../../src/validation/rules/analysis/field-path';
import { metricRuleExact } from '../../../../src/validation/rules/analysis/metric-rule-exact';
import { metricsPresent } from '../../../../src/validation/rules/analysis/metrics-present';
import { outlastsExperiment } from '../../../../src/validation/rules/analysis/outlasts-experiment';
import { rulesMatchMetrics } from '../../../../src/validation/rules/analysis/rules-match-metrics';
import { secretInArg } from '../../../../src/validation/rules/analysis/secret-in-arg';
import { secretKey } from '../../../../src/validation/rules/analysis/secret-key';
import { exampleCanary, joinDocuments } from '../../../../src/validation/rules/rollouts/example-rollout';
import { pointersOf, runRule } from '../rollouts/run-rule';

const ARG = '/spec/args/0';

/** A step analysis with these arguments, of a template that declares one. */
function stepArgs(args: string): string {
  return exampleStepAnalysis(`templates:\n  - templateName: smoke\nargs:\n${args}`, exampleTemplate({ args: '    - name: image' }));
}

describe('the path of a field', () => {
  test.each([
    ['spec.template.spec.containers[0].image', undefined],
    ['spec.replicas', undefined],
    // it may be there by the time
    ['status.currentPodHash', undefined],
    ['spec.template.metadata.annotations.team', undefined],
    ["metadata.labels['team']", undefined],
    ['spec.template.spec', 'leads to an object, and an argument is text'],
    ['spec.template.spec.containers', 'leads to a list, and an argument is text'],
    ["spec.template.metadata.labels['app']", 'has quotes, which are taken for a part of the key'],
    ["spec.template.metadata.labels['app.kubernetes.io/name']", 'has a key with dots, which cannot be addressed there'],
    ['template.spec', 'starts at no field of a Rollout'],
  ])('%s: %s', (path, problem) => {
    const found = runRule(fieldPath, stepArgs(`  - name: image\n    valueFrom:\n      fieldRef:\n        fieldPath: ${path}`));
    expect(found.map(({ message }) => message)).toEqual(problem === undefined ? [] : [`the path ${path} ${problem}`]);
  });
});

describe('an argument that is passed twice', () => {
  test.each([['web', 0], ['api', 1]])('with web and %s', (second, findings) => {
    const args = ['web', second].map((value) => `  - name: image\n    value: ${value}`).join('\n');
    expect(runRule(argPassedOnce, stepArgs(args))).toHaveLength(findings);
  });
});

describe('credentials in arguments', () => {
  test.each([
    ['token', 'abc', 1], ['dbPassword', 'abc', 1], ['api-key', 'abc', 1], ['auth', 'Bearer abcdefghij', 1], ['auth', 'ghp_abcdefghij', 1],
    ['token', '"{{templates.canary.token}}"', 0], ['token', '""', 0], ['tokens-per-second', '5', 0], ['service', 'web', 0], ['secret', 'name-of-one', 0],
  ])('%s: %s', (name, value, findings) => {
    expect(runRule(secretInArg, exampleTemplate({ args: `    - name: ${name}\n      value: ${value}` }))).toHaveLength(findings);
    expect(runRule(secretInArg, stepArgs(`  - name: ${name}\n    value: ${value}`))).toHaveLength(findings);
  });
});

describe('the key of a Secret', () => {
  const template = exampleTemplate({ args: '    - name: token\n      valueFrom: { secretKeyRef: { name: metrics, key: token } }' });
  const secret = (apiVersion: string, kind: string, fields: string) => `apiVersion: ${apiVersion}\nkind: ${kind}\nmetadata: { name: metrics }\n${fields}`;
  test.each([
    ['no Secret is here', '', []],
    ['a Secret without it', secret('v1', 'Secret', 'stringData: { tokn: x }'), [`${ARG}/valueFrom/secretKeyRef/key`]],
    ['a Secret with it', secret('v1', 'Secret', 'data: { token: eA== }'), []],
    ['a Secret that is filled in the cluster', secret('v1', 'Secret', 'type: kubernetes.io/service-account-token\ndata: { ca: eA== }'), []],
    ['an empty Secret', secret('v1', 'Secret', ''), []],
    ['a SealedSecret without it', secret('bitnami.com/v1alpha1', 'SealedSecret', 'spec: { encryptedData: { other: x } }'), [`${ARG}/valueFrom/secretKeyRef/key`]],
    ['a SealedSecret with it', secret('bitnami.com/v1alpha1', 'SealedSecret', 'spec: { encryptedData: { token: x } }'), []],
    ['an ExternalSecret that takes all', secret('external-secrets.io/v1', 'ExternalSecret', 'spec: { data: [{ secretKey: a }], dataFrom: [{ extract: { key: x } }] }'), []],
    ['one that makes another Secret', secret('external-secrets.io/v1', 'ExternalSecret', 'spec: { data: [{ secretKey: a }], target: { name: other } }'), []],
  ])('%s', (_name, other, pointers) => {
    expect(pointersOf(secretKey, other === '' ? template : joinDocuments(template, other))).toEqual(pointers);
  });
});

describe('patterns of metrics', () => {
  const run = (spec: string) => `apiVersion: argoproj.io/v1alpha1\nkind: AnalysisRun\nmetadata: { name: smoke }\nspec:\n${spec}`;
  const metrics = '  metrics:\n    - { name: success, provider: { job: {} } }\n    - { name: success-rate, provider: { job: {} } }\n';

  test.each([['success', 1], ['success-rate', 0], ['^success$', 0], ['success.*', 0], ['suc', 0]])('%s catches %d too many', (name, findings) => {
    expect(runRule(metricRuleExact, run(`${metrics}  dryRun: [{ metricName: ${JSON.stringify(name)} }]`))).toHaveLength(findings);
  });

  test('of a run match a metric of the run', () => {
    expect(pointersOf(rulesMatchMetrics, run(`${metrics}  dryRun: [{ metricName: sucess }]\n  measurementRetention: [{ metricName: rate, limit: 5 }]`)))
      .toEqual(['/spec/dryRun/0/metricName']);
  });

  test('a run has metrics', () => {
    expect(runRule(metricsPresent, run('  metrics: []')).map(({ message }) => message)).toEqual(['the run has no metrics']);
  });
});

describe('an analysis of an experiment', () => {
  const rollout = (experiment: string, analysis = '') => exampleCanary(
    `steps:\n  - experiment:\n      ${experiment}\n      templates: [{ name: a, specRef: canary }]\n      analyses: [{ name: smoke, templateName: smoke${analysis} }]`,
  );
  const measured = (...fields: string[]) => exampleTemplate({ metrics: exampleMetric(...fields) });

  test.each([
    ['is cut off', rollout('duration: 10m'), measured('interval: 1m', 'count: 30'), 1],
    ['ends in time', rollout('duration: 10m'), measured('interval: 1m', 'count: 11'), 0],
    ['is waited for', rollout('duration: 10m', ', requiredForCompletion: true'), measured('interval: 1m', 'count: 30'), 0],
    ['is meant to go on', rollout('duration: 10m'), measured('interval: 1m'), 0],
    ['is decided by an argument', rollout('duration: 10m'), measured('interval: 1m', 'count: "{{args.n}}"'), 0],
    ['runs beside an endless experiment', rollout('scaleDownDelaySeconds: 30'), measured('interval: 1m', 'count: 30'), 0],
  ])('%s', (_name, canary, template, findings) => {
    expect(runRule(outlastsExperiment, joinDocuments(canary, template))).toHaveLength(findings);
  });
});

describe('a metric in the background', () => {
  const canary = (steps: string, analysis = '') => exampleCanary(`analysis:\n  templates: [{ templateName: smoke }]${analysis}\nsteps: ${steps}`);
  const PAUSES = '[{ setWeight: 20 }, { pause: { duration: 5m } }, { setWeight: 50 }, { pause: { duration: 5m } }]';
  const patient = (limit: number) => exampleTemplate({ metrics: exampleMetric('interval: 1m', `failureLimit: ${limit}`) });

  test.each([
    ['bears too much', canary(PAUSES), patient(21), 1],
    ['may come late', canary(PAUSES), patient(20), 0],
    ['has less time where it starts later', canary(PAUSES, '\n  startingStep: 2'), patient(20), 1],
    ['has all the time where a person promotes', canary('[{ setWeight: 20 }, { pause: {} }]'), patient(90), 0],
  ])('%s', (_name, rollout, template, findings) => {
    expect(runRule(backgroundCanFail, joinDocuments(rollout, template))).toHaveLength(findings);
  });
});
