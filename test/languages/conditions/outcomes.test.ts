import { checkCondition } from '../../../src/languages/conditions/checker';
import { ConditionError } from '../../../src/languages/conditions/condition-error';
import { conditionValue } from '../../../src/languages/conditions/evaluate';
import { parseCondition } from '../../../src/languages/conditions/parser';
import { conditionProblem } from '../../../src/languages/conditions/problem';
import { ANY } from '../../../src/languages/conditions/value-type';
import { fromJson, fromNumbers, type Measured, typeOfValue, type Value } from '../../../src/languages/conditions/values';
import recorded from './outcomes.json';

/** A result as test/oracles/expr/main.go reads it. */
interface Recorded {
  readonly unknown?: boolean;
  readonly nil?: boolean;
  readonly float?: number | string;
  readonly floats?: ReadonlyArray<number | string>;
  readonly json?: Measured;
}

const results = Object.values(recorded.results) as readonly Recorded[];
const outcomes = recorded.outcomes as unknown as ReadonlyArray<readonly [condition: string, marks: string]>;

function valueOf(result: Recorded): Value {
  if (result.floats) return fromNumbers(result.floats.map(Number));
  if (result.float !== undefined) return Number(result.float);
  return fromJson(result.json ?? null);
}

/** One of the marks in the table: `-` does not compile, `!` fails, `t`, `f`, `?` another value, `+` compiles. */
function outcome(condition: string, result: Recorded): string {
  let compiled = false;
  try {
    checkCondition(parseCondition(condition), result.unknown ? ANY : typeOfValue(valueOf(result)));
    compiled = true;
    if (result.unknown) return '+';
    const value = conditionValue(condition, valueOf(result));
    return typeof value === 'boolean' ? String(value)[0]! : '?';
  } catch (error) {
    if (error instanceof ConditionError) return compiled ? '!' : '-';
    throw error;
  }
}

describe('conditions, against what expr 1.15.5 made of them', () => {
  test('the table has answers for every kind of result', () => {
    expect(outcomes.length).toBeGreaterThan(250);
    for (const mark of '-!tf+') expect(outcomes.some(([, marks]) => marks.includes(mark))).toBe(true);
  });

  test.each(outcomes)('%s', (condition, marks) => {
    expect(results.map((result) => outcome(condition, result)).join('')).toBe(marks);
  });

  test('what compiles for some result is no problem while the result is unknown', () => {
    const booleans = outcomes.filter(([, marks]) => /[tf]/.test(marks)).map(([condition]) => condition);
    expect(booleans.filter((condition) => conditionProblem(condition) !== undefined)).toEqual([]);
  });
});
