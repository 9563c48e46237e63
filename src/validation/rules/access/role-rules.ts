import type { JsonObject } from '../../../manifests/json';
import type { ManifestEntry } from '../../../manifests/manifest-set';
import { type Pointer, pointer } from '../../../manifests/pointer';
import { listField, objectsField } from '../rollouts/fields';

/** Kinds that say who may do what. */
export const ROLE_KINDS = ['rbac.authorization.k8s.io/ClusterRole', 'rbac.authorization.k8s.io/Role'];

/** One rule of a role and where it is. */
export interface RoleRuleAt {
  readonly pointer: Pointer;
  readonly rule: JsonObject;
}

/** The rules of a role. */
export function roleRulesOf({ manifest }: ManifestEntry): RoleRuleAt[] {
  return objectsField(manifest as unknown as JsonObject, 'rules').map(([index, rule]) => ({ pointer: pointer('/rules', index), rule }));
}

/** A word of a list of a rule and where it is. Words with a placeholder are not known yet. */
export interface WordAt {
  readonly pointer: Pointer;
  readonly word: string;
}

/** The words of a list of a rule, such as its verbs. */
export function wordsOf({ pointer: at, rule }: RoleRuleAt, field: string): WordAt[] {
  return listField(rule, field).flatMap((word, index) =>
    (typeof word === 'string' && !word.includes('{{') ? [{ pointer: pointer(at, field, index), word }] : []));
}
