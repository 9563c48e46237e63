import type { PassRule, Rule, RuleDescription } from '../rule';
import { unique } from './manifests/unique';
import { bounds } from './schema/bounds';
import { enumValue } from './schema/enum';
import { expression } from './schema/expression';
import { format } from './schema/format';
import { required } from './schema/required';
import { type } from './schema/type';
import { unknownField } from './schema/unknown-field';
import { expired } from './waivers/expired';
import { stale } from './waivers/stale';

/** The rules that look at objects, sorted by id. */
export const RULES: readonly Rule[] = [
];

/** What the passes over the whole set report, sorted by id. */
export const PASS_RULES: readonly PassRule[] = [
  unique,
  bounds,
  enumValue,
  expression,
  format,
  required,
  type,
  unknownField,
  expired,
  stale,
];

/** Every id that a finding can carry, with what is said about it, sorted by id. */
export const ALL_RULES: ReadonlyArray<RuleDescription & { readonly bad?: string; readonly good?: string }> =
  [...RULES, ...PASS_RULES].sort((a, b) => (a.id < b.id ? -1 : 1));
