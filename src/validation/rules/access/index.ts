import type { Rule } from '../../rule';
import { completeRule } from './complete-rule';
import { knownGroup } from './known-group';
import { knownResource } from './known-resource';
import { knownVerb } from './known-verb';
import { roleExists } from './role-exists';
import { subjectExists } from './subject-exists';

/** The rules of this folder, sorted by id. */
export const ACCESS_RULES: readonly Rule[] = [
  completeRule,
  knownGroup,
  knownResource,
  knownVerb,
  roleExists,
  subjectExists,
];
