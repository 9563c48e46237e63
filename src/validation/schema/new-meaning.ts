import { isJsonObject } from '../../manifests/json';
import type { Manifest } from '../../manifests/manifest';
import type { KindProblem } from './known-kinds';

/**
 * The problem of a kind at one object of it. Where the object would do something else in the other version, that is said, and there is no
 * certain edit.
 *
 * @see staging/src/k8s.io/api/policy/v1beta1/types.go in kubernetes/kubernetes
 */
export function problemAt({ apiVersion, kind, spec }: Manifest, problem: KindProblem): KindProblem {
  if (apiVersion !== 'policy/v1beta1' || kind !== 'PodDisruptionBudget') return problem;
  const selector: unknown = isJsonObject(spec) ? spec.selector : undefined;
  if (!isJsonObject(selector) || !Object.values(selector).every(isEmpty)) return problem;
  const { edit: _, ...said } = problem;
  return { ...said, fix: `${said.fix}, and a selector: there an empty one is every pod of the namespace, and was none before` };
}

function isEmpty(value: unknown): boolean {
  return value === null || (typeof value === 'object' && value !== undefined && Object.keys(value).length === 0);
}
