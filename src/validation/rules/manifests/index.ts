import type { Rule } from '../../rule';
import { annotationSyntax } from './annotation-syntax';
import { dataKeys } from './data-keys';
import { deploymentStrategy } from './deployment-strategy';
import { evictionBudget } from './eviction-budget';
import { labelSyntax } from './label-syntax';
import { nameSyntax } from './name-syntax';
import { namespaceSyntax } from './namespace-syntax';
import { networkPolicy } from './network-policy';
import { noList } from './no-list';
import { noNegativeNumbers } from './no-negative-numbers';
import { roleReference } from './role-reference';
import { secretOfType } from './secret-type';

/** The rules of this folder, sorted by id. */
export const MANIFESTS_RULES: readonly Rule[] = [
  annotationSyntax,
  dataKeys,
  deploymentStrategy,
  evictionBudget,
  labelSyntax,
  nameSyntax,
  namespaceSyntax,
  networkPolicy,
  noList,
  noNegativeNumbers,
  roleReference,
  secretOfType,
];
