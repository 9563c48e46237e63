import { dataInTime } from '../../../../src/validation/rules/analysis/data-in-time';
import { exampleRollout, joinDocuments } from '../../../../src/validation/rules/rollouts/example-rollout';
import { findingsOf } from '../findings-of';

const { bad } = dataInTime;
const messages = (yaml: string): string[] => findingsOf(dataInTime, yaml).map(({ message }) => message);

/** A canary with these steps, and then with the analysis of the bad example. */
function asStep(...before: readonly string[]): string {
  const analysis = ['analysis:', '  templates:', '    - templateName: smoke'].join('\n        ');
  const strategy = ['canary:', '  steps:', ...[...before, analysis].map((step) => `    - ${step}`)].join('\n');
  return joinDocuments(exampleRollout({ strategy }), bad.split('---\n')[1]!);
}

describe('analysis/data-in-time', () => {
  test('a check in the background that starts with the first step is too early', () => {
    expect(messages(bad)).toEqual([expect.stringContaining('without data it is inconclusive, and the rollout pauses until a person decides')]);
  });

  test('one that starts behind a weight and a pause is not', () => {
    expect(messages(bad.replace('- templateName: smoke', '- templateName: smoke\n        startingStep: 2'))).toEqual([]);
    expect(messages(bad.replace('- templateName: smoke', '- templateName: smoke\n        startingStep: 1'))).toHaveLength(1);
  });

  test('a step right behind the first weight is too early, one behind a pause is not', () => {
    expect(messages(asStep('setWeight: 5'))).toHaveLength(1);
    expect(messages(asStep('setWeight: 5', 'pause: {}'))).toEqual([]);
    expect(messages(asStep('pause: {}', 'setWeight: 5'))).toHaveLength(1);
  });

  test('says what the condition makes of no data', () => {
    expect(messages(bad.replace(/\n *failureCondition.*/, ''))).toEqual([expect.stringContaining('without data it is failed, and the rollout is aborted')]);
    expect(messages(bad.replace(/\n *failureCondition.*/, '').replace('interval: 1m', 'interval: 1m\n      failureLimit: 1'))).toEqual([]);
    expect(messages(bad.replace('interval: 1m', 'interval: 1m\n      inconclusiveLimit: 3'))).toEqual([]);
  });

  test('has nothing to say about a metric that decides nothing', () => {
    expect(messages(bad.replace('- templateName: smoke', '- templateName: smoke\n        dryRun:\n          - metricName: ^success-rate$'))).toEqual([]);
  });
});
