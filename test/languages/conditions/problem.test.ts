import { conditionProblem } from '../../../src/languages/conditions/problem';
import { FLOAT, listOf } from '../../../src/languages/conditions/value-type';

describe('conditionProblem', () => {
  test.each([
    ['result[0] = 5', 'character 11: unexpected "=". write == to compare'],
    ['result > 1 & result < 2', 'character 12: unexpected "&". write && or and'],
    ['result > 1 AND result < 2', 'character 12: unexpected "AND". write and, or &&'],
    ['reslt > 1', 'character 1: "reslt" is an unknown name. did you mean result?'],
    ['isNan(result)', 'character 1: "isNan" is an unknown name. did you mean isNaN?'],
    ['result == ok', /"ok" is an unknown name.*text stands in quotes/],
    ['len()', 'character 1: len takes 1 argument, and gets 0'],
    ['asInt(result, 3) > 1', 'character 1: asInt takes 1 argument, and gets 2'],
    ['len(result)', 'it is a whole number, and has to be true or false. compare it with something'],
    ['not result > 5', /> cannot stand between true or false and a whole number. not binds tighter: write not \(\.\.\.\)/],
    ['result > 5m', 'character 10: "5m" is no number. numbers have no unit, as 0.5 or 300'],
    ['result > 5%', /ends too early. for a share write 0.05/],
    ['result matches "\\d+"', /character 17: \\d is no escape of a string/],
    ['result matches "a(?=b)"', /no lookaround/],
    ['"a" in "abc"', /write contains/],
    ['all(result, {# < 1)', 'character 19: unexpected ")". "}" was expected'],
    ['', 'the condition is empty'],
  ])('%s', (condition, problem) => {
    expect(conditionProblem(condition)).toEqual(typeof problem === 'string' ? problem : expect.stringMatching(problem));
  });

  test.each([
    'result < {{args.limit}}',
    'len(result) > 0 && all(result, {# < {{ args.limit }}})',
    'result == "{{args.status}}"',
    'result matches "^{{args.pattern}}$"',
    'result {{args.operator}} 5',
    '0.{{args.digits}} < result',
    '{{args.condition}}',
  ])('an argument may stand in %s', (condition) => {
    expect(conditionProblem(condition)).toBeUndefined();
  });

  test('what is wrong beside an argument is still found', () => {
    expect(conditionProblem('reslt < {{args.limit}}')).toContain('did you mean result?');
  });

  test('with a known result, a list is not compared with a number', () => {
    expect(conditionProblem('result < 0.05')).toBeUndefined();
    expect(conditionProblem('result < 0.05', listOf(FLOAT))).toBe(
      'character 8: < cannot stand between a list of numbers and a number. '
        + 'ask every item, as in len(result) > 0 && all(result, {# < ...}), or one of them, as in result[0]',
    );
    expect(conditionProblem('result[0] < 0.05', FLOAT)).toBe('character 7: a number has no items');
  });
});
