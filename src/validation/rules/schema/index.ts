import type { PassRule } from '../../rule';
import type { Keyword } from '../../schema/schema-problem';
import { bounds } from './bounds';
import { duplicate } from './duplicate';
import { enumValue } from './enum';
import { expression } from './expression';
import { format } from './format';
import { required } from './required';
import { type } from './type';
import { unknownField } from './unknown-field';

/** The rule that documents what each keyword of the schema language refuses. */
export const SCHEMA_RULES: Readonly<Record<Keyword, PassRule>> = {
  anyOf: expression,
  duplicate,
  enum: enumValue,
  format,
  maxItems: bounds,
  maxLength: bounds,
  maxProperties: bounds,
  maximum: bounds,
  minItems: bounds,
  minLength: bounds,
  minProperties: bounds,
  minimum: bounds,
  multipleOf: bounds,
  not: expression,
  oneOf: expression,
  pattern: format,
  required,
  rule: expression,
  type,
  unknown: unknownField,
};
