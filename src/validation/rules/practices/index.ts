import type { Rule } from '../../rule';
import { disruptionBudget } from './disruption-budget';
import { liveness } from './liveness';
import { resources } from './resources';

/** The rules of this folder, sorted by id. */
export const PRACTICES_RULES: readonly Rule[] = [
  disruptionBudget,
  liveness,
  resources,
];
