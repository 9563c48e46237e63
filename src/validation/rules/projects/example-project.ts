/** The YAML of a project with these fields of its spec, for the examples of rules. */
export function exampleProject(spec: string): string {
  return `apiVersion: argoproj.io/v1alpha1
kind: AppProject
metadata:
  name: shop
  namespace: argocd
spec:
${spec.trim().split('\n').map((line) => `  ${line}`).join('\n')}
`;
}

/** What an example about something else permits. */
export const EXAMPLE_PERMISSIONS = `
sourceRepos:
  - https://git.example.com/shop/*
destinations:
  - server: https://kubernetes.default.svc
    namespace: shop
`;

/** An Application in the project of the examples, which keeps to it unless these fields say otherwise. */
export function exampleMember({
  repository = 'https://git.example.com/shop/manifests.git', project = 'shop', namespace = 'argocd', destination = 'shop', path = 'web', more = '',
}: {
  readonly repository?: string;
  readonly project?: string;
  readonly namespace?: string;
  readonly destination?: string;
  readonly path?: string;
  readonly more?: string;
} = {}): string {
  return `---
apiVersion: argoproj.io/v1alpha1
kind: Application
metadata:
  name: web
  namespace: ${namespace}
spec:
  project: ${project}
  source:
    repoURL: ${repository}
    targetRevision: main
    path: ${path}
  destination:
    server: https://kubernetes.default.svc
    namespace: ${destination}
${more}`;
}
