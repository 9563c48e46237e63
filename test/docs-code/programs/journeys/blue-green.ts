import { Duration } from 'cdk8s';
import { AnalysisCheck, Arg, ArgoChart, BlueGreenRollout, IstioMetrics, Measurements, Metric, Promotion, SyncHook } from 'cdk8s-argo';
import { Manifests, Match, TestApp } from 'cdk8s-argo/testing';
import * as kplus from 'cdk8s-plus-27';
import type { Construct } from 'constructs';
import { errorRateCheck } from '../../../../examples/shop/error-rate-check';
import { showsFailure, showsReport, showsYaml } from '../../shown';

interface PaymentsProps {
  /** Another number of pods for the preview. */
  readonly preview?: number;
  readonly image?: string;
}

class Payments extends ArgoChart {
  public constructor(scope: Construct, id: string, { preview = 2, image = '2.4.0' }: PaymentsProps = {}) {
    super(scope, id, { namespace: 'payments' });

    // Pays with a test card. A Job calls the preview, where no client is yet.
    const smokeTest = new AnalysisCheck(this, 'SmokeTest', {
      args: { service: Arg.required() },
      metrics: ({ service }) => [Metric.job('smoke-test', {
        job: {
          backoffLimit: 0,
          activeDeadline: Duration.minutes(10),
          containers: [{ image: 'registry.example.com/payments/smoke-test:2.3.0', args: ['--base-url', `http://${service}.payments:8080`] }],
        },
      })],
    });
    // What customers get. After two minutes nothing that was answered before the switch is in the window any more.
    const successRate = new AnalysisCheck(this, 'SuccessRate', {
      args: { service: Arg.required() },
      metrics: ({ service }) => [IstioMetrics.successRate({
        address: 'http://prometheus.monitoring:9090', service, namespace: 'payments', atLeast: 0.99, window: '2m',
        measure: Measurements.of({ every: '1m', times: 5, initialDelay: '2m', failAfter: 2 }),
      })],
    });

    new BlueGreenRollout(this, 'Api', {
      replicas: 6,
      containers: [{ image: `registry.example.com/payments/api:${image}`, portNumber: 8080, readiness: kplus.Probe.fromHttpGet('/readyz') }],
      previewReplicaCount: preview,
      prePromotionAnalysis: [smokeTest.withArgs({ service: Arg.previewService() })],
      promotion: Promotion.manual(),
      postPromotionAnalysis: [successRate.withArgs({ service: Arg.activeService() })],
      scaleDownDelay: '15m',
    });

    // Adds columns, and takes none away: the old version goes on with these tables.
    const migration = new kplus.Job(this, 'Migration', {
      backoffLimit: 0,
      containers: [{ image: `registry.example.com/payments/migrations:${image}`, args: ['expand'] }],
    });
    SyncHook.preSync(migration, { deletePolicies: ['BeforeHookCreation', 'HookSucceeded'] });
  }
}

// Counts the requests of clients, before any client is there.
class CountsNothing extends ArgoChart {
  public constructor(scope: Construct, id: string) {
    super(scope, id, { namespace: 'payments' });
    const errorRate = errorRateCheck(this);
    new BlueGreenRollout(this, 'Api', {
      replicas: 6,
      containers: [{ image: 'registry.example.com/payments/api:2.4.0', portNumber: 8080, readiness: kplus.Probe.fromHttpGet('/readyz') }],
      promotion: Promotion.automaticAfter('15m'),
      prePromotionAnalysis: [errorRate.withArgs({ service: Arg.previewService() })],
      scaleDownDelay: '15m',
    });
  }
}

describe('a blue-green release', () => {
  showsYaml(new Payments(new TestApp(), 'payments'));
  showsFailure(() => new Payments(new TestApp(), 'payments', { preview: 12 }));
  showsReport(new CountsNothing(new TestApp(), 'payments'));

  const manifests = Manifests.fromChart(new Payments(new TestApp(), 'payments'));

  test('waits for a person, and can go back for a quarter of an hour', () => {
    manifests.hasResource('Rollout', {
      spec: { strategy: { blueGreen: { autoPromotionEnabled: false, autoPromotionSeconds: Match.absent(), scaleDownDelaySeconds: 900 } } },
    });
  });

  test('migrates with the image of the release, before any pod of it starts', () => {
    Manifests.fromChart(new Payments(new TestApp(), 'payments', { image: '2.5.0' })).hasResource('Job', {
      metadata: { annotations: { 'argocd.argoproj.io/hook': 'PreSync' } },
      spec: { template: { spec: { containers: [{ image: Match.pattern(/:2\.5\.0$/), args: ['expand'] }] } } },
    });
  });

  test('has nothing to be said against it', () => {
    manifests.isValid('info');
  });
});
