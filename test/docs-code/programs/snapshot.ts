import { Manifests, TestApp } from 'cdk8s-argo/testing';
import { WebChart } from './web-chart';

test('five percent of the traffic come first', () => {
  const manifests = Manifests.fromChart(new WebChart(new TestApp(), 'web'));
  manifests.resourceCountIs('Service', 2);
  manifests.hasResource('VirtualService', { spec: { http: [{ name: 'primary' }] } });
  expect(manifests.find('Rollout', 'web').spec).toMatchObject({ strategy: { canary: { steps: [{ setWeight: 5 }, {}] } } });
});
