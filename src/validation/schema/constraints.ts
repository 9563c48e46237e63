import { shown } from './describe-value';
import { FORMATS } from './formats';
import type { Constraints } from './schema';
import type { Keyword, ProblemList } from './schema-problem';
import { nearest } from './similar-name';

/** Checks what a schema says of a value of the right type; choices are judged in `choices.ts`. */
export function checkConstraints(value: unknown, limits: Constraints, list: ProblemList): void {
  if (limits.enum && !limits.enum.includes(value)) {
    const near = typeof value === 'string' ? nearest(value, limits.enum.filter((item) => typeof item === 'string')) : undefined;
    list.add('enum', {
      message: 'not one of the values that are possible here',
      received: shown(value),
      expected: `one of ${limits.enum.map((item) => shown(item)).join(', ')}`,
      ...(near === undefined ? {} : { fix: `did you mean "${near}"?` }),
    });
  }
  checkFormat(value, limits, list);
  if (typeof value === 'string') checkText(value, limits, list);
  else if (typeof value === 'number') checkNumber(value, limits, list);
  else if (Array.isArray(value)) checkSize(value.length, 'item', limits.minItems, limits.maxItems, ['minItems', 'maxItems'], list);
  else if (typeof value === 'object' && value !== null) {
    checkSize(Object.keys(value).length, 'field', limits.minProperties, limits.maxProperties, ['minProperties', 'maxProperties'], list);
  }
}

function checkFormat(value: unknown, limits: Constraints, list: ProblemList): void {
  const format = limits.format === undefined ? undefined : FORMATS.get(limits.format);
  if (!format || format.accepts(value)) return;
  list.add('format', {
    message: `not ${format.expected}`,
    expected: format.expected,
    ...(format.secret ? {} : { received: shown(value) }),
    ...(format.fix === undefined ? {} : { fix: format.fix }),
  });
}

function checkText(value: string, limits: Constraints, list: ProblemList): void {
  if (limits.pattern && !limits.pattern.test(value)) {
    list.add('pattern', { message: 'does not match the pattern', received: shown(value), expected: limits.pattern.source });
  }
  if (limits.minLength === undefined && limits.maxLength === undefined) return;
  checkSize([...value].length, 'character', limits.minLength, limits.maxLength, ['minLength', 'maxLength'], list);
}

function checkNumber(value: number, limits: Constraints, list: ProblemList): void {
  const { minimum, maximum, multipleOf } = limits;
  if (minimum !== undefined && (limits.exclusiveMinimum ? value <= minimum : value < minimum)) {
    const expected = `${limits.exclusiveMinimum ? 'more than' : 'at least'} ${minimum}`;
    list.add('minimum', { message: 'too small', received: `${value}`, expected });
  }
  if (maximum !== undefined && (limits.exclusiveMaximum ? value >= maximum : value > maximum)) {
    const expected = `${limits.exclusiveMaximum ? 'less than' : 'at most'} ${maximum}`;
    list.add('maximum', { message: 'too large', received: `${value}`, expected });
  }
  if (multipleOf !== undefined && value % multipleOf !== 0) {
    list.add('multipleOf', { message: `not a multiple of ${multipleOf}`, received: `${value}`, expected: `a multiple of ${multipleOf}` });
  }
}

function checkSize(
  size: number, unit: string, least: number | undefined, most: number | undefined, keywords: readonly [Keyword, Keyword], list: ProblemList,
): void {
  const counted = (count: number): string => `${count} ${unit}${count === 1 ? '' : 's'}`;
  if (least !== undefined && size < least) {
    list.add(keywords[0], { message: size === 0 ? 'empty' : 'too short', received: counted(size), expected: `at least ${counted(least)}` });
  }
  if (most !== undefined && size > most) {
    list.add(keywords[1], { message: 'too long', received: counted(size), expected: `at most ${counted(most)}` });
  }
}
