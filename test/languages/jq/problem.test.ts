import { jqProblem, jqSteps } from '../../../src/languages/jq/problem';

describe('what is said about a jq expression', () => {
  test.each([
    ['', 'the expression is empty'],
    ['spec.replicas', 'character 1: there is no function spec. a field is written .spec; one with a dash or a dot in its name, ."my-spec"'],
    ['.spec | sellect(.a)', 'character 9: there is no function sellect. did you mean select?'],
    ['select()', 'character 8: unexpected ")"'],
    ['select(.a; .b)', 'character 1: select takes 1 argument, not 2'],
    ['.spec.http[', 'character 12: the expression ends too early'],
    ['.spec | (.a', 'character 12: the expression ends too early, where ")" was expected'],
    ['.a)', 'character 3: unexpected ")"'],
    ['.spec.http[]? | select(.name == \'beta\')', 'character 33: "\'" is no character of the language. write texts in double quotes'],
    ['.metadata.labels.app-name', 'character 22: there is no function name. a field is written .name; one with a dash or a dot in its name, ."my-name"'],
    ['.a["b', 'character 6: the string is never closed'],
    ['"\\x"', 'character 2: \\x is no escape of a string. write \\\\ for a backslash'],
    ['.a # old', 'character 4: a comment at the end hides the parenthesis that Argo CD puts there. leave it out'],
    ['$x', 'character 1: there is no variable $x'],
    ['.spec.http | length', 'character 14 makes a value, and there is no place of a value to delete'],
    ['.spec.replicas == 3', 'character 16 makes a value, and there is no place of a value to delete'],
  ])('%s', (expression, message) => {
    expect(jqProblem(expression)?.message).toBe(message);
  });

  test('nothing of one that is nested deeper than we go', () => {
    expect(jqProblem(`${'('.repeat(5000)}.a${')'.repeat(5000)}`)).toBeUndefined();
    expect(jqSteps(`${'('.repeat(5000)}.a${')'.repeat(5000)}`)).toEqual([]);
  });
});

test('the steps of an expression go on through select and end where something is computed', () => {
  const shown = (expression: string): string[] => jqSteps(expression).map((steps) =>
    steps.map((step) => ('field' in step ? `.${step.field}` : step.optional ? '[]?' : '[]')).join(''));
  expect(shown('.spec.http[]? | select(.name == "beta") | .route')).toEqual(['.spec.http[]?.route']);
  expect(shown('.spec.replicas, .spec["paused"]')).toEqual(['.spec.replicas', '.spec.paused']);
  expect(shown('.spec | to_entries[] | .value')).toEqual(['.spec']);
  expect(shown('.spec[.a].b')).toEqual(['']);
});
