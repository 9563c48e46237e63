import type { Chart } from 'cdk8s';

const others = new WeakSet<Chart>();

/** Says that what Argo CD applies for a chart depends on more than what this app writes into the chart's folder. */
export function dependsOnOthers(chart: Chart): void {
  others.add(chart);
}

/** Whether all that Argo CD applies for a chart is made of what this app writes into the chart's folder. */
export function isSelfContained(chart: Chart): boolean {
  return !others.has(chart);
}
