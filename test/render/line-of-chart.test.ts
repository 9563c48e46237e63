import * as kplus from 'cdk8s-plus-27';
import { isLineOfChart, sourceOf } from '../../src/render/source-frame';
import { shopChart } from '../shop';

test('an object of another library has the line of its chart, and is known to', () => {
  const chart = shopChart();
  const settings = new kplus.ConfigMap(chart, 'Settings', { data: { a: 'b' } });
  expect(sourceOf(settings.node.defaultChild!)).toBe(sourceOf(chart));
  expect([chart, settings, settings.node.defaultChild!].map(isLineOfChart)).toEqual([false, true, true]);
});
