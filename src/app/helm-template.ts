import type { Chart } from 'cdk8s';

const templates = new WeakSet<Chart>();

/** Says that the file of a chart lies among the templates of a Helm chart. */
export function setHelmTemplate(chart: Chart): void {
  templates.add(chart);
}

/** Whether the file of a chart lies among the templates of a Helm chart. */
export function isHelmTemplate(chart: Chart): boolean {
  return templates.has(chart);
}

/** YAML that comes out of Helm as it is here: what Helm would take for an action of its template is written as a text. */
export function escapedForHelm(yaml: string): string {
  return yaml.replaceAll('{{', '{{ "{{" }}');
}
