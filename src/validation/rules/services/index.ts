import type { Rule } from '../../rule';
import { addressSelected } from './address-selected';
import { ports } from './ports';
import { switchedByRollout } from './switched-by-rollout';
import { type } from './type';

/** The rules of this folder, sorted by id. */
export const SERVICES_RULES: readonly Rule[] = [
  addressSelected,
  ports,
  switchedByRollout,
  type,
];
