import type { Rule } from '../../rule';
import { plainSecret } from './plain-secret';

/** The rules of this folder, sorted by id. */
export const SECRETS_RULES: readonly Rule[] = [
  plainSecret,
];
