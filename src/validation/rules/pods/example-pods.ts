import { exampleRollout } from '../rollouts/example-rollout';

/** What an example changes in the pods of the plain Rollout of the rule pages. Texts are YAML from the first column. */
export interface ExamplePods {
  readonly image?: string;
  /** More fields of the container. */
  readonly container?: string;
  /** More fields of the pod spec. */
  readonly pod?: string;
  readonly readinessProbe?: string;
  readonly ports?: string;
  /** More fields of the pods' metadata. */
  readonly metadata?: string;
}

/** A Rollout with these pods. */
export function examplePods(parts: ExamplePods = {}): string {
  return exampleRollout({ template: `
metadata:
  labels:
    app: web
${indented(parts.metadata, 2)}
spec:
${indented(parts.pod, 2)}
  containers:
    - name: web
      image: ${parts.image ?? 'example.com/web:1.4.2'}
      ports:
${indented(parts.ports ?? '- name: http\n  containerPort: 8080', 8)}
      readinessProbe:
${indented(parts.readinessProbe ?? 'httpGet:\n  path: /healthz\n  port: http', 8)}
${indented(parts.container, 6)}
` });
}

function indented(text = '', by: number): string {
  return text.split('\n').filter((line) => line.trim() !== '').map((line) => ' '.repeat(by) + line).join('\n');
}
