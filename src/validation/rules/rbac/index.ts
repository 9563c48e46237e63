import type { Rule } from '../../rule';
import { blankBeforeComma } from './blank-before-comma';
import { builtInRole } from './built-in-role';
import { defaultRoleFits } from './default-role-fits';
import { defaultRoleSaid } from './default-role-said';
import { denialHasEffect } from './denial-has-effect';
import { groupHasRole } from './group-has-role';
import { knownAction } from './known-action';
import { knownEffect } from './known-effect';
import { knownKey } from './known-key';
import { knownResource } from './known-resource';
import { matchMode } from './match-mode';
import { objectForm } from './object-form';
import { patternCompiles } from './pattern-compiles';
import { policySyntax } from './policy-syntax';
import { projectExists } from './project-exists';
import { regexMode } from './regex-mode';
import { regexPatterns } from './regex-patterns';
import { roleHasPolicies } from './role-has-policies';
import { scopes } from './scopes';
import { syncNeedsGet } from './sync-needs-get';

/** The rules of this folder, sorted by id. */
export const RBAC_RULES: readonly Rule[] = [
  blankBeforeComma,
  builtInRole,
  defaultRoleFits,
  defaultRoleSaid,
  denialHasEffect,
  groupHasRole,
  knownAction,
  knownEffect,
  knownKey,
  knownResource,
  matchMode,
  objectForm,
  patternCompiles,
  policySyntax,
  projectExists,
  regexMode,
  regexPatterns,
  roleHasPolicies,
  scopes,
  syncNeedsGet,
];
