/** What an example changes in the plain Deployment `web`. Texts are YAML from the first column. */
export interface ExampleDeployment {
  readonly name?: string;
  /** More fields of the metadata. */
  readonly metadata?: string;
  /** More fields of the spec, before the selector. */
  readonly spec?: string;
  /** The label `app` of the pods, which the selector looks for as `web`. */
  readonly app?: string;
  /** More fields of the pods, before the containers. */
  readonly pod?: string;
  readonly image?: string;
  /** More fields of the container. */
  readonly container?: string;
}

/** A Deployment for the good and bad manifests of a rule. */
export function exampleDeployment(parts: ExampleDeployment = {}): string {
  const { name = 'web', app = 'web', image = 'example.com/web:1.4.2' } = parts;
  return `apiVersion: apps/v1
kind: Deployment
metadata:
  name: ${name}
${indented(parts.metadata, 2)}spec:
${indented(parts.spec, 2)}  selector:
    matchLabels:
      app: web
  template:
    metadata:
      labels:
        app: ${app}
    spec:
${indented(parts.pod, 6)}      containers:
        - name: web
          image: ${image}
${indented(parts.container, 10)}`;
}

function indented(text = '', by: number): string {
  return text.split('\n').filter((line) => line.trim() !== '').map((line) => `${' '.repeat(by)}${line}\n`).join('');
}
