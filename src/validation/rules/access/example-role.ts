/** A Role with this rule, for the good and bad manifests of a rule. Texts are YAML lists. */
export function exampleRole(parts: { readonly apiGroups?: string; readonly resources?: string; readonly verbs?: string } = {}): string {
  return `apiVersion: rbac.authorization.k8s.io/v1
kind: Role
metadata:
  name: deployer
rules:
  - apiGroups: ${parts.apiGroups ?? '[apps]'}
    resources: ${parts.resources ?? '[deployments]'}
    verbs: ${parts.verbs ?? '[get, list]'}
`;
}
