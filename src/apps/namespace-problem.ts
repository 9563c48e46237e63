import type { Destination } from './destination';
import { type SourceChoice, sourcesOf } from './source-choice';

/**
 * Why the namespace of the destination is not the one that the objects of the chart go to, if so. Each object says the namespace of its
 * chart, so the one of the destination would be made, and permitted by a project, for nothing.
 */
export function namespaceProblem(choice: SourceChoice, { namespace = '' }: Destination): string | undefined {
  const charts = sourcesOf(choice).flatMap(({ chart }) =>
    (chart?.namespace === undefined ? [] : [{ path: chart.node.path, namespace: chart.namespace }]));
  const [chart] = charts;
  if (!chart || namespace === '' || charts.some((one) => mayBecome(namespace, one.namespace))) return undefined;
  return `the namespace of the destination is ${JSON.stringify(namespace)}, but the objects of the chart ${chart.path} say ${JSON.stringify(chart.namespace)}, ` +
    `and are applied there. leave the namespace out of the destination, or give ${JSON.stringify(namespace)} to the chart`;
}

/** Whether parameters can make the one text of the other. */
function mayBecome(template: string, text: string): boolean {
  const said = template.split(/\{\{.*?\}\}/s).map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`^${said.join('.*')}$`, 's').test(text);
}
