import { Chart, Testing } from 'cdk8s';
import { ArgoChart, CanaryRollout, CanaryStep, TrafficRouter } from 'cdk8s-argo';
import { Manifests, TestApp } from 'cdk8s-argo/testing';
import * as kplus from 'cdk8s-plus-27';
import type { Construct } from 'constructs';

/** What customers order with, as a chart of cdk8s-plus. */
class OrdersBefore extends Chart {
  public constructor(scope: Construct, id: string) {
    super(scope, id, { namespace: 'orders' });
    const orders = new kplus.Deployment(this, 'Orders', {
      containers: [{ image: 'registry.example.com/orders:1.8.0', portNumber: 8080, readiness: kplus.Probe.fromHttpGet('/healthz') }],
    });
    const ingress = new kplus.Ingress(this, 'Ingress', { className: 'nginx' });
    ingress.addHostRule('orders.example.com', '/', kplus.IngressBackend.fromService(orders.exposeViaService()));
    new kplus.HorizontalPodAutoscaler(this, 'Autoscaler', { target: orders, minReplicas: 4, maxReplicas: 12 });
    new kplus.NetworkPolicy(this, 'FromIngress', {
      selector: orders,
      ingress: { rules: [{ peer: kplus.Namespaces.select(this, 'Edge', { labels: { name: 'edge' } }) }] },
    });
  }
}

/** The same, released step by step. */
class Orders extends ArgoChart {
  public constructor(scope: Construct, id: string) {
    super(scope, id, { namespace: 'orders' });
    const orders = new CanaryRollout(this, 'Orders', {
      containers: [{ image: 'registry.example.com/orders:1.8.0', portNumber: 8080, readiness: kplus.Probe.fromHttpGet('/healthz') }],
      trafficRouting: TrafficRouter.nginx({ hosts: ['orders.example.com'] }),
      steps: CanaryStep.ramp([10, 50], { pause: '10m' }),
    });
    new kplus.HorizontalPodAutoscaler(this, 'Autoscaler', { target: orders, minReplicas: 4, maxReplicas: 12 });
    new kplus.NetworkPolicy(this, 'FromIngress', {
      selector: orders,
      ingress: { rules: [{ peer: kplus.Namespaces.select(this, 'Edge', { labels: { name: 'edge' } }) }] },
    });
  }
}

const before = Manifests.fromChart(new OrdersBefore(Testing.app(), 'orders'));
const after = Manifests.fromChart(new Orders(new TestApp(), 'orders'));

test('the pods are the same', () => {
  const [deployment, rollout] = [before.only('Deployment').spec, after.only('Rollout').spec];
  expect(rollout.template?.spec).toEqual(deployment?.template.spec);
});

test('what points to the pods follows', () => {
  expect(before.only('HorizontalPodAutoscaler').spec?.scaleTargetRef.kind).toBe('Deployment');
  after.hasResource('HorizontalPodAutoscaler', { spec: { scaleTargetRef: { apiVersion: 'argoproj.io/v1alpha1', kind: 'Rollout', name: 'orders' } } });
  after.hasResource('NetworkPolicy', { spec: { podSelector: { matchLabels: { 'app.kubernetes.io/name': 'orders' } } } });
});

test('names have no hash', () => {
  expect(before.only('Deployment').metadata.name).toMatch(/-[0-9a-f]{8}$/);
  expect(after.all.map(({ kind, metadata }) => `${kind}/${metadata.name}`)).toEqual(expect.arrayContaining([
    'Rollout/orders', 'Service/orders-stable', 'Service/orders-canary', 'Ingress/orders', 'HorizontalPodAutoscaler/autoscaler',
  ]));
});
