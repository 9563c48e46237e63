import { exampleRollout, joinDocuments } from '../rollouts/example-rollout';

/** The metric of examples that are not about metrics: it asks a service, three times at most, and sends the arguments along. */
function statusMetric(args: string): string {
  const headers = [...args.matchAll(/^ *- name: (\S+)/gm)].map(([, name], index) => `            - key: x-parameter-${index + 1}\n              value: "{{args.${name}}}"\n`);
  return `
    - name: status
      interval: 30s
      count: 3
      failureLimit: 1
      successCondition: result == "ok"
      provider:
        web:
          url: http://web-status.platform.svc.cluster.local/status
${headers.length > 0 ? `          headers:\n${headers.join('')}` : ''}          jsonPath: "{$.status}"
`;
}

/** What an example changes in the plain AnalysisTemplate `smoke`. Texts are YAML at the depth of `spec`. */
export interface ExampleTemplate {
  readonly name?: string;
  readonly args?: string;
  /** Items of `spec.metrics`, indented by four. */
  readonly metrics?: string;
  /** More fields of `spec`, indented by two. */
  readonly spec?: string;
}

/** An AnalysisTemplate for the good and bad manifests of a rule. */
export function exampleTemplate({ name = 'smoke', args = '', metrics = statusMetric(args), spec = '' }: ExampleTemplate = {}): string {
  const lines = [args && `  args:\n${trimmed(args)}`, trimmed(spec), metrics && `  metrics:\n${trimmed(metrics)}`];
  return `apiVersion: argoproj.io/v1alpha1
kind: AnalysisTemplate
metadata:
  name: ${name}
spec:
${lines.filter((line) => line !== '').join('\n')}
`;
}

/** A provider that runs a Job. */
export const EXAMPLE_JOB = `job:
  spec:
    backoffLimit: 1
    template:
      spec:
        restartPolicy: Never
        containers:
          - name: test
            image: registry.example.com/smoke:1.0.0`;

/** A metric with this provider, given as YAML from the first column. */
export function exampleProvider(provider: string, metric: { readonly name?: string; readonly fields?: readonly string[] } = {}): string {
  const fields = metric.fields ?? ['successCondition: result >= 0.95'];
  const lines = [...fields, 'provider:', ...provider.trim().split('\n').map((line) => `  ${line}`)];
  return `\n    - name: ${metric.name ?? 'success-rate'}\n${lines.map((line) => `      ${line}`).join('\n')}\n`;
}

/** A metric that asks Prometheus, with these fields more. */
export function exampleMetric(...fields: readonly string[]): string {
  return `
    - name: success-rate
${fields.map((field) => `      ${field}`).join('\n')}
      provider:
        prometheus:
          address: http://prometheus.monitoring.svc.cluster.local:9090
          query: scalar(avg_over_time(web_success_ratio[5m]))
`;
}

/** A canary whose second step is this analysis, with the templates that it names. */
export function exampleStepAnalysis(analysis: string, ...templates: readonly string[]): string {
  const fields = analysis.trim().split('\n').map((line) => `        ${line}`).join('\n');
  return joinDocuments(exampleRollout({ strategy: `canary:\n  steps:\n    - setWeight: 25\n    - analysis:\n${fields}` }), ...templates);
}

/** A canary with this analysis in the background, with the templates that it names. */
export function exampleBackgroundAnalysis(analysis: string, ...templates: readonly string[]): string {
  const fields = analysis.trim().split('\n').map((line) => `    ${line}`).join('\n');
  const steps = '  steps:\n    - setWeight: 25\n    - pause:\n        duration: 5m';
  return joinDocuments(exampleRollout({ strategy: `canary:\n  analysis:\n${fields}\n${steps}` }), ...templates);
}

function trimmed(yaml: string): string {
  return yaml.replace(/^\n+|\s+$/g, '');
}
