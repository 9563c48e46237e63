import type { Rule } from '../../rule';
import { annotationSyntax } from './annotation-syntax';
import { labelSyntax } from './label-syntax';
import { nameSyntax } from './name-syntax';
import { namespaceSyntax } from './namespace-syntax';
import { noList } from './no-list';

/** The rules of this folder, sorted by id. */
export const MANIFESTS_RULES: readonly Rule[] = [
  annotationSyntax,
  labelSyntax,
  nameSyntax,
  namespaceSyntax,
  noList,
];
