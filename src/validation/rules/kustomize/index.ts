import type { Rule } from '../../rule';
import { knownFields } from './known-fields';
import { kustomizationType } from './type';

/** Rules for the files that Kustomize reads. */
export const KUSTOMIZE_RULES: readonly Rule[] = [
  knownFields,
  kustomizationType,
];
