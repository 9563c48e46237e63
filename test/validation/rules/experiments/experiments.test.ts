import { exampleMetric, exampleTemplate } from '../../../../src/validation/rules/analysis/example-analysis';
import { duration } from '../../../../src/validation/rules/experiments/duration';
import { exampleExperiment, exampleExperimentStep } from '../../../../src/validation/rules/experiments/example-experiment';
import { hasAnEnd } from '../../../../src/validation/rules/experiments/has-an-end';
import { namesUnique } from '../../../../src/validation/rules/experiments/names-unique';
import { requiredAnalysisEnds } from '../../../../src/validation/rules/experiments/required-analysis-ends';
import { selectorMatchesTemplate } from '../../../../src/validation/rules/experiments/selector-matches-template';
import { weightsFit } from '../../../../src/validation/rules/experiments/weights-fit';
import { joinDocuments } from '../../../../src/validation/rules/rollouts/example-rollout';
import { pointersOf, runRule } from '../rollouts/run-rule';

const STEP = '/spec/strategy/canary/steps/1/experiment';

test.each([
  ['60', 1], ['0s', 1], ['-5m', 1], ['1d', 1], ['10m', 0], ['1h30m', 0],
])('duration "%s": %i findings, in a step and in an Experiment', (text, count) => {
  expect(runRule(duration, exampleExperimentStep({ step: `duration: "${text}"` }))).toHaveLength(count);
  expect(runRule(duration, exampleExperiment({ spec: `duration: "${text}"` }))).toHaveLength(count);
});

test('a duration without a unit says what to write', () => {
  expect(runRule(duration, exampleExperimentStep({ step: 'duration: "60"' }))).toEqual([
    expect.objectContaining({ pointer: `${STEP}/duration`, message: 'steps[1] runs for "60", which is no duration: it never ends', fix: 'write 60s' }),
  ]);
});

test('two analyses of one name share a state', () => {
  const analyses = 'duration: 5m\nanalyses:\n  - { name: errors, templateName: errors }\n  - { name: errors, templateName: latency }';
  expect(pointersOf(namesUnique, exampleExperimentStep({ step: analyses }))).toEqual([`${STEP}/analyses/1/name`]);
});

test('an empty selector is refused, and one with labels of the template is not', () => {
  const yaml = exampleExperiment();
  expect(pointersOf(selectorMatchesTemplate, yaml.replace('matchLabels:\n          app: web', 'matchLabels: {}'))).toEqual(['/spec/templates/0/selector']);
  expect(pointersOf(selectorMatchesTemplate, yaml)).toEqual([]);
});

test.each([
  ['weight: 75', []],
  ['weight: 76', [`${STEP}/templates`]],
  ['weight: -1', [`${STEP}/templates`]],
  // no weight, no share
  ['replicas: 3', []],
])('a template with %s beside a canary of 25', (field, pointers) => {
  const templates = `- name: candidate\n  specRef: canary\n  ${field}`;
  expect(pointersOf(weightsFit, exampleExperimentStep({ canary: 'trafficRouting: { smi: {} }', templates }))).toEqual(pointers);
});

describe('the end of an experiment', () => {
  const required = 'analyses:\n  - name: errors\n    templateName: success-rate\n    requiredForCompletion: true';
  const fields = ['interval: 1m', 'successCondition: result >= 0.95'];
  const endless = exampleTemplate({ name: 'success-rate', metrics: exampleMetric(...fields) });
  const untilGood = exampleTemplate({ name: 'success-rate', metrics: exampleMetric('consecutiveSuccessLimit: 3', ...fields) });
  const ends = exampleTemplate({ name: 'success-rate', metrics: exampleMetric('count: 5', ...fields) });

  test('is a required analysis that ends', () => {
    const step = exampleExperimentStep({ step: required });
    expect(runRule(hasAnEnd, joinDocuments(step, endless))).toEqual([]);
    expect(runRule(requiredAnalysisEnds, joinDocuments(step, ends))).toEqual([]);
    expect(pointersOf(requiredAnalysisEnds, joinDocuments(step, endless))).toEqual([`${STEP}/analyses/0`]);
    expect(runRule(requiredAnalysisEnds, joinDocuments(step, untilGood))).toEqual([]);
  });

  test('is a duration, whatever analyses measure that are not required', () => {
    const step = `duration: 5m\n${required.replace('true', 'false')}`;
    expect(runRule(hasAnEnd, joinDocuments(exampleExperimentStep({ step }), endless))).toEqual([]);
    expect(runRule(requiredAnalysisEnds, joinDocuments(exampleExperimentStep({ step }), endless))).toEqual([]);
  });
});
