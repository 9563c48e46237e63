import type { JqPath } from '../render/controller-writes';

/** The objects of an entry, found by all that is given. */
export interface IgnoredObjects {
  /**
   * API group: `apps` for a Deployment.
   * @default - the core group, which Services and ConfigMaps belong to
   */
  readonly group?: string;
  /** Kind of the objects: `Deployment`. */
  readonly kind: string;
  /** @default - every object of the kind */
  readonly name?: string;
  /** @default - every namespace */
  readonly namespace?: string;
}

/** A JSON pointer, which leads to one field: `/spec/replicas`. It has no wildcards. */
export type JsonPointer = `/${string}`;

/** Fields that JSON pointers lead to. */
export interface IgnoredPointers extends IgnoredObjects {
  /** The JSON pointers, each of which leads to one field. */
  readonly jsonPointers: readonly [JsonPointer, ...JsonPointer[]];
  /**
   * Fields that jq paths lead to.
   * @default - none
   */
  readonly jqPathExpressions?: readonly JqPath[];
}

/** Fields that jq paths lead to, with lists written as `[]?`: `.spec.rules[]?.weight`. */
export interface IgnoredPaths extends IgnoredObjects {
  /** The jq paths, each of which may lead to several fields. */
  readonly jqPathExpressions: readonly [JqPath, ...JqPath[]];
  /**
   * Fields that JSON pointers lead to.
   * @default - none
   */
  readonly jsonPointers?: readonly JsonPointer[];
}

/**
 * Fields that a field manager owns: `kube-controller-manager`. Not for Argo Rollouts, which comes to own whole lists: changes of Git
 * in them would not be seen any more.
 */
export interface IgnoredManagers extends IgnoredObjects {
  /** Names as `metadata.managedFields` of the object has them. */
  readonly managedFieldsManagers: readonly [string, ...string[]];
  /**
   * Fields that JSON pointers lead to.
   * @default - none
   */
  readonly jsonPointers?: readonly JsonPointer[];
  /**
   * Fields that jq paths lead to.
   * @default - none
   */
  readonly jqPathExpressions?: readonly JqPath[];
}

/**
 * Fields that Argo CD leaves out when it compares the cluster with Git, since somebody else writes them. When it applies the
 * object for another reason, they become what Git says, unless Git does not have them.
 *
 * @see pkg/apis/application/v1alpha1/types.go in argoproj/argo-cd
 */
export type IgnoredDifference = IgnoredPointers | IgnoredPaths | IgnoredManagers;
