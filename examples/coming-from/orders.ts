import { Size } from 'cdk8s';
import { ArgoChart, type Environment } from 'cdk8s-argo';
import * as kplus from 'cdk8s-plus-27';
import type { Construct } from 'constructs';

/** What staging has. */
const values = { replicas: 2, host: 'orders.staging.example.com', logLevel: 'debug', cpu: 100, memory: 128 };

/** What was a Helm chart, or a base with overlays. */
export class Orders extends ArgoChart {
  public constructor(scope: Construct, id: string, environment: Environment<'staging' | 'production'>) {
    super(scope, id, { namespace: 'orders', environment });
    const { replicas, host, logLevel, cpu, memory } = environment.overlay(values, {
      production: { replicas: 6, host: 'orders.example.com', logLevel: 'info', cpu: 500, memory: 512 },
    });

    const config = new kplus.ConfigMap(this, 'OrdersConfig', { data: { LOG_LEVEL: logLevel } });
    const orders = new kplus.Deployment(this, 'Orders', {
      replicas,
      containers: [{
        image: 'registry.example.com/orders:1.8.0',
        portNumber: 8080,
        envFrom: [kplus.Env.fromConfigMap(config)],
        readiness: kplus.Probe.fromHttpGet('/healthz'),
        resources: {
          cpu: { request: kplus.Cpu.millis(cpu) },
          memory: { request: Size.mebibytes(memory), limit: Size.mebibytes(memory) },
        },
      }],
      // The Deployment that runs has this selector, and a selector can never change.
      select: false,
      podMetadata: { labels: { app: 'orders' } },
    });
    orders.select(kplus.LabelSelector.of({ labels: { app: 'orders' } }));

    const service = new kplus.Service(this, 'Service', { metadata: { name: 'orders' }, ports: [{ port: 80, targetPort: 8080 }] });
    service.selectLabel('app', 'orders');
    const ingress = new kplus.Ingress(this, 'Ingress', { metadata: { name: 'orders' }, className: 'nginx' });
    ingress.addHostRule(host, '/', kplus.IngressBackend.fromService(service));
  }
}
