import type { PassRule } from '../../rule';
import { bounds } from './bounds';
import { enumValue } from './enum';
import { expression } from './expression';
import { format } from './format';
import { required } from './required';
import { type } from './type';
import { unknownField } from './unknown-field';

const BY_KEYWORD: Readonly<Record<string, PassRule>> = {
  additionalProperties: unknownField,
  enum: enumValue,
  exclusiveMaximum: bounds,
  exclusiveMinimum: bounds,
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
  nullable: type,
  pattern: format,
  required,
  type,
};

/** The rule that documents what a keyword of the schema language refuses. */
export function schemaRuleFor(keyword: string): PassRule {
  return BY_KEYWORD[keyword] ?? expression;
}
