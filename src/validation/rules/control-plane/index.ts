import type { Rule } from '../../rule';
import { pluginListed } from './plugin-listed';
import { subscriptionServed } from './subscription-served';
import { subscriptionSyntax } from './subscription-syntax';

/** The rules of this folder, sorted by id. */
export const CONTROL_PLANE_RULES: readonly Rule[] = [
  pluginListed,
  subscriptionServed,
  subscriptionSyntax,
];
