import type { JsonObject } from '../../../manifests/json';
import { isLabelKey, isLabelValue } from '../../../manifests/labels';
import { isSet, listField, objectsField, textField, textsField } from './fields';

/** What is wrong with a part of a label selector, and where below the selector. */
export interface SelectorProblem {
  readonly path: ReadonlyArray<string | number>;
  readonly message: string;
  readonly received: string;
  readonly expected: string;
}

/** What Kubernetes would refuse in a label selector. */
export function selectorProblems(selector: JsonObject): SelectorProblem[] {
  const problems: SelectorProblem[] = [];
  const key = (path: ReadonlyArray<string | number>, text: string): void => {
    if (isLabelKey(text)) return;
    const expected = 'an optional DNS prefix and a name of up to 63 characters';
    problems.push({ path, message: `"${text}" is no label key`, received: text, expected });
  };
  const value = (path: ReadonlyArray<string | number>, text: string): void => {
    if (isLabelValue(text)) return;
    const expected = 'up to 63 letters, digits, "-", "_" and "."';
    problems.push({ path, message: `"${text}" is no label value`, received: text, expected });
  };
  for (const [name, text] of Object.entries(textsField(selector, 'matchLabels'))) {
    key(['matchLabels', name], name);
    value(['matchLabels', name], text);
  }
  for (const [index, expression] of objectsField(selector, 'matchExpressions')) {
    const at = ['matchExpressions', index];
    if (isSet(expression, 'key')) key([...at, 'key'], textField(expression, 'key'));
    const operator = textField(expression, 'operator');
    const values = listField(expression, 'values');
    if (operator === 'In' || operator === 'NotIn') {
      if (values.length === 0) {
        problems.push({ path: at, message: `${operator} has no values`, received: 'no values', expected: 'at least one value' });
      }
      values.forEach((text, position) => typeof text === 'string' && value([...at, 'values', position], text));
    } else if (operator === 'Exists' || operator === 'DoesNotExist') {
      if (values.length > 0) {
        problems.push({
          path: [...at, 'values'], message: `${operator} takes no values`, received: JSON.stringify(values), expected: 'no values',
        });
      }
    } else if (isSet(expression, 'operator')) {
      problems.push({
        path: [...at, 'operator'],
        message: `there is no operator "${operator}"`,
        received: operator,
        expected: 'In, NotIn, Exists or DoesNotExist',
      });
    }
  }
  return problems;
}
