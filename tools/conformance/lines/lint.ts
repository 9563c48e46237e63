import type { ConformanceLines } from '../line';

/** Lint's own checks: pkg/kubectl-argo-rollouts/cmd/lint/lint.go in argoproj/argo-rollouts. */
export const LINT: ConformanceLines = {
  'AR-155': { check: 'a file is YAML', unwritable: 'YAML is written by this library from objects' },
  'AR-156': { check: 'a document has a kind', unwritable: 'an `ApiObject` has one' },
  'AR-157': { check: 'a Rollout has no unknown field and no value of another type', rules: ['schema/type', 'schema/unknown-field'] },
  'AR-158': { check: 'the same for a Service', rules: ['schema/type', 'schema/unknown-field'] },
  'AR-159': { check: 'the same for an Ingress', rules: ['schema/type', 'schema/unknown-field'] },
};
