import { exampleCanary } from '../rollouts/example-rollout';

const TEMPLATE = `
- name: candidate
  selector:
    matchLabels:
      app: web
  template:
    metadata:
      labels:
        app: web
    spec:
      containers:
        - name: web
          image: example.com/web:1.5.0
`;

const STEP_TEMPLATE = `
- name: candidate
  specRef: canary
`;

/** An Experiment with these templates and these fields beside them. */
export function exampleExperiment({ templates = TEMPLATE, spec = 'duration: 10m' }: { readonly templates?: string; readonly spec?: string } = {}): string {
  return `apiVersion: argoproj.io/v1alpha1
kind: Experiment
metadata:
  name: web
spec:
${indent(spec, 2)}
  templates:
${indent(templates, 4)}
`;
}

/** A canary whose step is this experiment, with fields of the canary before the steps. */
export function exampleExperimentStep(
  { templates = STEP_TEMPLATE, step = 'duration: 10m', canary = '' }: { readonly templates?: string; readonly step?: string; readonly canary?: string } = {},
): string {
  return exampleCanary(`
${canary}
steps:
  - setWeight: 25
  - experiment:
${indent(step, 6)}
      templates:
${indent(templates, 8)}
`);
}

function indent(text: string, by: number): string {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  return lines.map((line) => ' '.repeat(by) + line).join('\n');
}
