import { isScalarQuery, promqlProblem } from '../../src/languages/promql';

describe('long queries', () => {
  test.each([
    ['500 x or', Array.from({ length: 500 }, (_, i) => `sum(x${i})`).join(' or ')],
    ['2000 x +', `${'x + '.repeat(2000)}x`],
    ['2000 sums', `${'sum('.repeat(2000)}x${')'.repeat(2000)}`],
    ['20000 x +', `${'x + '.repeat(20_000)}x`],
    ['20000 x + without an end', 'x + '.repeat(20_000)],
    ['5000 scalars', `${'scalar(x) + '.repeat(5000)}1`],
  ])('%s are not called wrong', (_, query) => {
    expect(promqlProblem(query)).toBeUndefined();
    expect(typeof isScalarQuery(query)).toBe('boolean');
  });

  test('what is wrong with one of two hundred operands is still found', () => {
    expect(promqlProblem(`${'x + '.repeat(200)}sum(y`)).toBe('it ends too early');
  });
});
