import { ApiObject, App } from 'cdk8s';
import type { IConstruct } from 'constructs';
import { ArgoChart, SyncWaves } from '../../src';

const configMap = (scope: IConstruct, id: string): ApiObject =>
  new ApiObject(scope, id, { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: id }, data: { colour: 'blue' } });

/** How often somebody looks at the children of an object while a chart in a plain App is rendered. */
function looks(count: number): number {
  const chart = new ArgoChart(new App(), 'web');
  const objects = Array.from({ length: count }, (_, i) => configMap(chart, `config-${i}`));
  SyncWaves.of(chart).sequence(objects[0]!, objects[1]!);
  let sum = 0;
  for (const { node } of objects) {
    const { children } = node;
    Object.defineProperty(node, 'children', { get: () => (sum += 1, children) });
  }
  expect(chart.toJson()).toHaveLength(count);
  return sum;
}

test('a chart in a plain app is not counted again for each of its objects', () => {
  expect(looks(80)).toBeLessThanOrEqual(4 * looks(20));
});

test('a construct that is added after a rendering is in the next one', () => {
  const chart = new ArgoChart(new App(), 'web');
  configMap(chart, 'first');
  expect(chart.toJson()).toHaveLength(1);
  configMap(chart, 'second');
  expect(chart.toJson()).toHaveLength(2);
});
