import { judge } from '../../../src/simulation/analysis/measurement';

const success = { successCondition: 'result < 1' };
const failure = { failureCondition: 'result > 5' };
const both = { ...success, ...failure };

describe('the phase of a measurement', () => {
  test.each([
    ['no condition', {}, 9, 'Successful'],
    ['success holds', success, 0, 'Successful'],
    ['success does not hold', success, 3, 'Failed'],
    ['failure holds', failure, 9, 'Failed'],
    ['failure does not hold', failure, 3, 'Successful'],
    ['success of both holds', both, 0, 'Successful'],
    ['failure of both holds', both, 9, 'Failed'],
    ['failure wins', { successCondition: 'true', failureCondition: 'true' }, 0, 'Failed'],
    ['neither holds', both, 3, 'Inconclusive'],
    ['NaN with success', success, NaN, 'Failed'],
    ['NaN with failure', failure, NaN, 'Successful'],
    ['NaN with both', both, NaN, 'Inconclusive'],
  ])('%s', (_, metric, result, phase) => {
    expect(judge(metric, result)).toEqual({ phase });
  });

  test.each([
    ['a result of another shape', success, 'ok', /^successCondition: character 8: < cannot stand between a text and a whole number/],
    ['a condition that is no condition', { failureCondition: 'result + 1' }, 1, /^failureCondition: the condition is a number/],
  ])('%s is an error', (_, metric, result, message) => {
    expect(judge(metric, result)).toEqual({ phase: 'Error', message: expect.stringMatching(message) });
  });
});
