import { UnsupportedCondition } from '../../../src/languages/conditions/condition-error';
import { evaluateCondition } from '../../../src/languages/conditions/evaluate';
import { conditionProblem } from '../../../src/languages/conditions/problem';

const LONG = 'a'.repeat(40);

describe('regular expressions that JavaScript would not finish', () => {
  test.each(['^(a+)+$', '^(a|a)*$', '^(a|b|ab)*c$', '^(a?){40}a{40}$', '(.*,){40}b', 'a*a*a*a*a*a*b'])('%s is left to the controller', (pattern) => {
    const start = performance.now();
    expect(() => evaluateCondition(`result matches "${pattern}"`, `${LONG}!`)).toThrow(UnsupportedCondition);
    expect(performance.now() - start).toBeLessThan(1000);
  });

  test('so is a long text', () => {
    const start = performance.now();
    expect(() => evaluateCondition('repeat("a", 100000) matches "a*a*b"', 1)).toThrow(UnsupportedCondition);
    expect(performance.now() - start).toBeLessThan(1000);
  });

  test.each([
    ['^(\\\\d{1,3}\\\\.){3}\\\\d{1,3}$', '10.0.12.250', true],
    ['^(ok|ready)$', 'ready', true],
    ['^(?i)ok$', 'no', false],
    ['^https?://[^/]+/healthz?$', 'https://web.example.com/health', true],
    ['^[a-z0-9]+(-[a-z]{2})*$', 'shop-eu', true],
    ['error.*timeout', 'an error, then a timeout', true],
  ])('%s is answered', (pattern, text, matches) => {
    expect(() => expect(evaluateCondition(`result matches "${pattern}"`, text)).toBe(matches)).not.toThrow(RangeError);
  });
});

describe('conditions of inhuman length', () => {
  test.each([
    ['brackets', `${'('.repeat(20_000)}true${')'.repeat(20_000)}`, /nested over 200 levels deep/],
    ['negations', `${'!'.repeat(20_000)}true`, /nested over 200 levels deep/],
    ['lists', `len(${'['.repeat(20_000)}${']'.repeat(20_000)}) > 0`, /nested over 200 levels deep/],
    ['operators', Array(20_000).fill('result < 1').join(' && '), /over 1000 operators in a row/],
    ['fields', `result${'.a'.repeat(20_000)} < 1`, /over 1000 operators in a row/],
  ])('%s are refused in words', (_, condition, problem) => {
    expect(conditionProblem(condition)).toMatch(problem);
  });

  test('a thousand comparisons are read and evaluated in no time', () => {
    const condition = Array(990).fill('result < 1').join(' && ');
    const start = performance.now();
    expect(conditionProblem(condition)).toBeUndefined();
    expect(evaluateCondition(condition, 0)).toBe(true);
    expect(performance.now() - start).toBeLessThan(1000);
  });
});
