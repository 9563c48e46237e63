import { ApiObject, Lazy } from 'cdk8s';
import { ArgoApp } from '../../src/app/argo-app';
import { ArgoChart } from '../../src/app/argo-chart';
import { mayBe } from '../../src/app/delivered';
import { Environment } from '../../src/fleet/environment';

test('an Application that cannot be rendered is told of, also beside a chart that one may deliver', () => {
  const app = new ArgoApp({ report: 'none' });
  const chart = new ArgoChart(app, 'web', { environment: Environment.named('production') });
  new ApiObject(chart, 'Map', { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'web' } });
  new ApiObject(new ArgoChart(app, 'root'), 'Application', {
    apiVersion: 'argoproj.io/v1alpha1', kind: 'Application', metadata: { name: 'web' },
    spec: Lazy.any({ produce: () => { throw new Error('no such folder'); } }),
  });
  expect(app.check().findings).toContainEqual(expect.objectContaining({ rule: 'constructs/renders', message: expect.stringContaining('no such folder') }));
});

test.each([
  ['dist/shop', 'shop', true],
  ['dist/shop', 'shop/web', false],
  ['{{ .path.path }}', 'shop', true],
  ['dist/{{ .env }}/web', 'production/web', true],
  ['dist/{{ .env }}/web', 'production/api', false],
  ['apps/*/web-*', 'eu/web-1', true],
  ['apps/*/web-*', 'eu/api', false],
  ['a*a', 'a', false],
  ['(a+)+$[', '(a+)+$[', true],
])('%s may be %s: %s', (path, folder, expected) => {
  expect(mayBe(path, folder)).toBe(expected);
});

test('many stars are tried in good time', () => {
  expect(mayBe(`${'a*'.repeat(200)}b`, 'a'.repeat(5000))).toBe(false);
});
