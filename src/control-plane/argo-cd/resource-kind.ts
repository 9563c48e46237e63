import { groupProblem, kindProblem } from '../../languages/kind-patterns';
import { InputError } from '../../manifests/input-error';

/** A kind of objects. */
export interface ResourceKind {
  /**
   * API group without its version: `cert-manager.io`.
   * @default '' - the core group, as of a Service
   */
  readonly group?: string;
  /** `Certificate`. */
  readonly kind: string;
}

/** The end of a key of argocd-cm that means a kind: `cert-manager.io_Certificate`, `Service`. */
export function keyOfKind({ group = '', kind }: ResourceKind, what: string): string {
  const text = group === '' ? kind : `${group}_${kind}`;
  if (!/^[A-Za-z][A-Za-z0-9]*$/.test(kind) || !/^[-.a-z0-9]*$/.test(group)) {
    throw new InputError(`${what} is for ${JSON.stringify(group === '' ? kind : `${group}/${kind}`)}, which is no kind. ` +
      'write the group without its version and one kind, such as cert-manager.io and Certificate');
  }
  const problem = groupProblem(group) ?? kindProblem(kind);
  if (problem) throw new InputError(`${what} would be for nothing: ${problem.message}. ${problem.fix}`);
  return text;
}
