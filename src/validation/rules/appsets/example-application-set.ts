/** The YAML of an ApplicationSet with these fields of its spec, for the examples of rules. */
export function exampleApplicationSet(spec: string): string {
  return `apiVersion: argoproj.io/v1alpha1
kind: ApplicationSet
metadata:
  name: web
  namespace: argocd
spec:
${indented(spec, '  ')}
`;
}

/** Go templates that stop at what is missing. */
export const GO_TEMPLATE = `
goTemplate: true
goTemplateOptions:
  - missingkey=error`;

/** A template with this name, and with these lines below its metadata. */
export function exampleTemplate(name: string, { metadata = '', path = 'apps/web', spec = '' } = {}): string {
  return `
template:
  metadata:
    name: ${name}
${indented(metadata, '    ')}
  spec:
    project: default
    source:
      repoURL: https://git.example.com/org/manifests.git
      targetRevision: main
      path: ${path}
    destination:
      name: in-cluster
      namespace: shop
${indented(spec, '    ')}`.replace(/\n\s*(?=\n)/g, '');
}

/** Elements of a list as a generator. */
export function exampleList(...elements: readonly string[]): string {
  return `
generators:
  - list:
      elements:
${elements.map((element) => `        - ${element}`).join('\n')}`;
}

function indented(text: string, by: string): string {
  return text.trim() === '' ? '' : text.replace(/^\n+|\s+$/g, '').split('\n').map((line) => by + line).join('\n');
}
