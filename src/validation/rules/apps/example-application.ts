/** What the examples of rules say of an Application beside its spec. */
export interface ExampleMetadata {
  readonly name?: string;
  readonly namespace?: string;
  /** Lines of annotations. */
  readonly annotations?: string;
}

/** The YAML of an Application with these fields of its spec, for the examples of rules. */
export function exampleApplication(spec: string, { name = 'web', namespace = 'argocd', annotations = '' }: ExampleMetadata = {}): string {
  return `apiVersion: argoproj.io/v1alpha1
kind: Application
metadata:
  name: ${name}
  namespace: ${namespace}
${annotations === '' ? '' : `  annotations:\n${indented(annotations, '    ')}\n`}spec:
  project: default
${indented(spec, '  ')}
`;
}

/** The YAML of an Application with this source, and with these fields beside it. */
export function exampleSource(source: string, metadata: ExampleMetadata = {}): string {
  return exampleApplication(`source:
  repoURL: https://git.example.com/org/manifests.git
  targetRevision: main
${indented(source, '  ')}
destination:
  name: in-cluster
  namespace: shop`, metadata);
}

/** The source and destination of an example that is about something else. */
export const EXAMPLE_SOURCE = exampleDelivery('web');

/** The source and destination of an example about the objects of this folder. */
export function exampleDelivery(path: string): string {
  return `
source:
  repoURL: https://git.example.com/org/manifests.git
  targetRevision: main
  path: ${path}
destination:
  name: in-cluster
  namespace: shop`;
}

/** An Application that ignores what this jq path of a VirtualService leads to. */
export function exampleIgnoredPath(path: string): string {
  return exampleApplication(`${EXAMPLE_SOURCE}
ignoreDifferences:
  - group: networking.istio.io
    kind: VirtualService
    jqPathExpressions:
      - ${path}`);
}

function indented(text: string, by: string): string {
  return text.replace(/^\n+|\s+$/g, '').split('\n').map((line) => by + line).join('\n');
}
