import type { Rule } from '../../rule';
import { childOrderNeedsHealth } from './child-order-needs-health';
import { destinationOneOf } from './destination-one-of';
import { ignoreDifferencesEffective } from './ignore-differences-effective';
import { repositoryWithoutCredentials } from './repository-without-credentials';
import { retryDuration } from './retry-duration';
import { sourceOneOf } from './source-one-of';
import { syncOptionKnown } from './sync-option-known';

/** The rules of this folder, sorted by id. */
export const APPS_RULES: readonly Rule[] = [
  childOrderNeedsHealth,
  destinationOneOf,
  ignoreDifferencesEffective,
  repositoryWithoutCredentials,
  retryDuration,
  sourceOneOf,
  syncOptionKnown,
];
