import { JQ_FUNCTIONS } from '../../../src/languages/jq/functions';
import { jqProblem, jqSteps } from '../../../src/languages/jq/problem';
import recorded from './outcomes.json';

/** Marks as test/oracles/gojq/main.go makes them for each sample; `x` for what does not compile. */
const outcomes = recorded.outcomes as unknown as ReadonlyArray<readonly [expression: string, marks: string]>;

describe('jq path expressions, against what gojq 0.12.19 made of them', () => {
  test('the table has answers of every sort', () => {
    expect(outcomes.length).toBeGreaterThan(340);
    for (const mark of 'x-=pem') expect(outcomes.some(([, marks]) => marks.includes(mark))).toBe(true);
  });

  test.each(outcomes)('%s', (expression, marks) => {
    const problem = jqProblem(expression);
    // What closes the parenthesis of del() makes several results or none, which Argo CD refuses for each object.
    expect(problem?.kind === 'syntax').toBe(marks === 'x' || marks === 'mmm');
    if (problem?.kind === 'no-place') expect(marks).not.toContain('-');
  });

  test('an expression of fields and lists alone is taken apart whenever it compiles', () => {
    const simple = outcomes.filter(([expression, marks]) => marks !== 'x' && /^(\.[a-z]+(\[\]\??)?)+$/.test(expression));
    expect(simple.length).toBeGreaterThan(10);
    for (const [expression] of simple) {
      const [steps = []] = jqSteps(expression);
      expect(steps.map((step) => ('field' in step ? `.${step.field}` : step.optional ? '[]?' : '[]')).join('')).toBe(expression);
    }
  });

  test('the functions are those that compile', () => {
    expect([...JQ_FUNCTIONS].sort()).toEqual([...recorded.functions].sort());
  });
});
