import { ArgoChart, CanaryRollout, CanaryStep, HashedConfigMap, SmokeCheck, SyncHook, SyncPlan, SyncWaves, TrafficRouter } from 'cdk8s-argo';
import { Manifests, TestApp } from 'cdk8s-argo/testing';
import * as kplus from 'cdk8s-plus-27';
import type { Construct } from 'constructs';
import { shows, showsReport, showsYaml } from '../../shown';

class Web extends ArgoChart {
  public constructor(scope: Construct, id: string) {
    super(scope, id, { namespace: 'shop' });

    const migration = new kplus.Job(this, 'Migration', {
      backoffLimit: 0,
      containers: [{ image: 'registry.example.com/shop/migrations:4.2.0', args: ['expand'] }],
    });
    SyncHook.preSync(migration, { deletePolicies: ['BeforeHookCreation', 'HookSucceeded'] });

    const settings = new HashedConfigMap(this, 'Settings', { data: { CURRENCY: 'EUR' } });
    const cache = new kplus.Deployment(this, 'Cache', {
      replicas: 1,
      containers: [{ image: 'registry.example.com/shop/cache:1.8.0', portNumber: 6379, readiness: kplus.Probe.fromTcpSocket() }],
    });
    const web = new CanaryRollout(this, 'Web', {
      replicas: 10,
      containers: [{
        image: 'registry.example.com/shop/web:4.2.0', portNumber: 8080,
        envFrom: [kplus.Env.fromConfigMap(settings)], readiness: kplus.Probe.fromHttpGet('/healthz'),
      }],
      trafficRouting: TrafficRouter.istio({ hosts: ['shop.example.com'], gateways: ['istio-system/public'] }),
      steps: CanaryStep.ramp([5, 50], { pause: '10m' }),
    });
    new SmokeCheck(this, 'Smoke', { service: web.service, image: 'registry.example.com/curl:8.16.0', path: '/healthz' });

    SyncWaves.of(this).sequence(settings, cache, web);
  }
}

// The account of a hook that comes after the hook, and a release that a person holds up.
class Burnt extends ArgoChart {
  public constructor(scope: Construct, id: string) {
    super(scope, id, { namespace: 'shop' });
    const account = new kplus.ServiceAccount(this, 'Migrator');
    const migration = new kplus.Job(this, 'Migration', {
      backoffLimit: 0,
      serviceAccount: account,
      containers: [{ image: 'registry.example.com/shop/migrations:4.2.0', args: ['expand'] }],
    });
    SyncHook.preSync(migration);

    const web = new CanaryRollout(this, 'Web', {
      replicas: 10,
      containers: [{ image: 'registry.example.com/shop/web:4.2.0', portNumber: 8080, readiness: kplus.Probe.fromHttpGet('/healthz') }],
      trafficRouting: TrafficRouter.istio({ hosts: ['shop.example.com'], gateways: ['istio-system/public'] }),
      steps: [CanaryStep.setWeight(5), CanaryStep.pauseUntilPromoted()],
    });
    const mailer = new kplus.Deployment(this, 'Mailer', {
      replicas: 1,
      containers: [{ image: 'registry.example.com/shop/mailer:4.2.0', portNumber: 8080, readiness: kplus.Probe.fromHttpGet('/healthz') }],
    });
    SyncWaves.of(this).sequence(web, mailer);
  }
}

describe('the order of a release', () => {
  showsYaml(new Web(new TestApp(), 'web'));
  showsReport(new Burnt(new TestApp(), 'web'));
  shows(SyncPlan.of(Manifests.fromChart(new Web(new TestApp(), 'web')).all, { name: 'web', namespace: 'shop' }).toString());

  const plan = SyncPlan.of(Manifests.fromChart(new Web(new TestApp(), 'web')).all, { name: 'web', namespace: 'shop' });

  test('migrates first, and asks the new version last', () => {
    const { waves } = plan.application('web');
    expect(waves.at(0)).toMatchObject({ phase: 'PreSync' });
    expect(waves.at(-1)).toMatchObject({ phase: 'PostSync' });
  });

  test('is not held up by anything', () => {
    expect(plan.application('web').waves.flatMap(({ holds }) => holds)).toEqual([]);
  });
});
