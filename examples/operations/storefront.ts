import {
  ArgoChart, CanaryRollout, CanaryStep, DisruptionBudget, HashedConfigMap, KedaScaledObject, KedaTrigger, NotificationSubscription,
  PodMonitor, RollOnChange, ServiceMonitor, SmokeCheck, TrafficRouter,
} from 'cdk8s-argo';
import * as kplus from 'cdk8s-plus-27';
import type { Construct } from 'constructs';

export interface StorefrontProps {
  readonly image: string;
  /** Raised in the change that rotates the password; the password itself is in no code. */
  readonly databasePassword: string;
}

/** One rollout and what production puts around it. */
export class Storefront extends ArgoChart {
  public constructor(scope: Construct, id: string, props: StorefrontProps) {
    super(scope, id, { namespace: 'shop' });

    // Another content is another ConfigMap: it is released step by step, and both versions keep their own.
    const settings = new HashedConfigMap(this, 'Settings', { data: { CURRENCY: 'EUR', BANNER: 'spring sale' } });
    const web = new CanaryRollout(this, 'Web', {
      containers: [{
        image: `registry.example.com/shop/storefront:${props.image}`,
        ports: [{ name: 'http', number: 8080 }],
        envFrom: [kplus.Env.fromConfigMap(settings)],
        readiness: kplus.Probe.fromHttpGet('/readyz', { port: 8080 }),
        liveness: kplus.Probe.fromHttpGet('/livez', { port: 8080 }),
      }],
      trafficRouting: TrafficRouter.istio({ hosts: ['shop.example.com'], gateways: ['istio-system/public'] }),
      steps: [...CanaryStep.ramp([5, 20, 50], { pause: '10m' })],
      notifications: [
        NotificationSubscription.on('on-rollout-aborted').pagerDuty('shop'),
        NotificationSubscription.on('on-rollout-aborted', 'on-rollout-completed').slack('shop-releases'),
      ],
    });

    // The number of pods is KEDA's: between 3 and 30, and 10 while Prometheus does not answer.
    new KedaScaledObject(this, 'Scaling', {
      target: web,
      minReplicaCount: 3,
      maxReplicaCount: 30,
      triggers: [
        KedaTrigger.prometheus({
          serverAddress: 'http://prometheus.monitoring:9090',
          query: 'sum(rate(http_requests_total{service="storefront"}[2m]))',
          threshold: 50,
        }),
        KedaTrigger.cpuUtilization(70),
      ],
      fallback: { failureThreshold: 3, replicas: 10 },
    });
    new DisruptionBudget(this, 'Budget', { rollout: web, maxUnavailable: '25%' });
    new PodMonitor(this, 'Metrics', { rollout: web, port: 'http', interval: '30s' });

    // The first deployment runs no analysis. This asks once everything is there, and fails the sync if nothing answers.
    new SmokeCheck(this, 'Smoke', { service: web.service, image: 'registry.example.com/curl:8.16.0', path: '/readyz' });

    // A Deployment that reads a Secret: it rolls when the password is rotated.
    const database = kplus.Secret.fromSecretName(this, 'Database', 'database');
    const mailer = new kplus.Deployment(this, 'Mailer', {
      replicas: 1,
      containers: [{
        image: `registry.example.com/shop/mailer:${props.image}`,
        ports: [{ name: 'http', number: 8080 }],
        envVariables: { DATABASE_PASSWORD: database.envValue('password') },
        readiness: kplus.Probe.fromHttpGet('/readyz', { port: 8080 }),
      }],
    });
    RollOnChange.ofSecret(mailer, database, props.databasePassword);
    const service = mailer.exposeViaService({ name: 'mailer', ports: [{ name: 'http', port: 80, targetPort: 8080 }] });
    new ServiceMonitor(this, 'MailerMetrics', { service, port: 'http' });
  }
}
