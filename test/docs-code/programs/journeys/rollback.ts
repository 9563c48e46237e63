import {
  ArgoCdRbac, ArgoChart, BlueGreenRollout, CanaryRollout, CanaryStep, HashedConfigMap, Policy, Promotion, Role, SyncHook, SyncPlan,
  TrafficRouter,
} from 'cdk8s-argo';
import { AnalysisTrial, installMatchers, Manifests, TestApp } from 'cdk8s-argo/testing';
import * as kplus from 'cdk8s-plus-27';
import type { Construct } from 'constructs';
import { errorRateCheck } from '../../../../examples/shop/error-rate-check';
import { showsFailure, showsYaml } from '../../shown';

installMatchers(expect);

interface WebProps {
  readonly image?: string;
  readonly banner?: string;
  /** How many versions back the way is short. */
  readonly window?: number;
}

class Web extends ArgoChart {
  public constructor(scope: Construct, id: string, { image = '4.2.0', banner = 'none', window = 3 }: WebProps = {}) {
    super(scope, id, { namespace: 'shop' });

    // Another content is another ConfigMap, so a pod of either version finds its own.
    const settings = new HashedConfigMap(this, 'Settings', { data: { BANNER: banner } });
    new CanaryRollout(this, 'Web', {
      replicas: 10,
      containers: [{
        image: `registry.example.com/shop/web:${image}`, portNumber: 8080,
        envFrom: [kplus.Env.fromConfigMap(settings)], readiness: kplus.Probe.fromHttpGet('/healthz'),
      }],
      trafficRouting: TrafficRouter.istio({ hosts: ['shop.example.com'], gateways: ['istio-system/public'] }),
      steps: CanaryStep.ramp([5, 20, 50], { pause: '10m' }),
      // The old pods stay for half an hour; going back to one of the last three versions takes no steps.
      scaleDownDelay: '30m',
      rollbackWindow: window,
    });

    const migration = new kplus.Job(this, 'Migration', {
      backoffLimit: 0,
      containers: [{ image: `registry.example.com/shop/migrations:${image}`, args: ['expand'] }],
    });
    SyncHook.preSync(migration, { deletePolicies: ['BeforeHookCreation', 'HookSucceeded'] });
  }
}

class Payments extends ArgoChart {
  public constructor(scope: Construct, id: string) {
    super(scope, id, { namespace: 'payments' });
    new BlueGreenRollout(this, 'Api', {
      replicas: 6,
      containers: [{ image: 'registry.example.com/payments/api:2.4.0', portNumber: 8080, readiness: kplus.Probe.fromHttpGet('/readyz') }],
      promotion: Promotion.manual(),
      scaleDownDelay: '30m',
      abortScaleDownDelay: '10m',
    });
  }
}

describe('the way back', () => {
  showsYaml(new Web(new TestApp(), 'web'));
  showsYaml(new Payments(new TestApp(), 'payments'));
  showsFailure(() => new Web(new TestApp(), 'web', { window: 20 }));

  const rendered = (props: WebProps) => Manifests.fromChart(new Web(new TestApp(), 'web', props));

  test('changes images, and nothing that a release would not have changed', () => {
    const back = JSON.stringify(rendered({ image: '4.2.0' }).all);
    expect(JSON.stringify(rendered({ image: '4.3.0' }).all).replaceAll(':4.3.0', ':4.2.0')).toBe(back);
  });

  test('keeps the settings of either version apart', () => {
    const [before, after] = ['none', 'spring sale'].map((banner) => rendered({ banner }).only('ConfigMap').metadata.name);
    expect(before).not.toBe(after);
    rendered({ banner: 'spring sale' }).hasResource('Rollout', {
      spec: { template: { spec: { containers: [{ envFrom: [{ configMapRef: { name: after } }] }] } } },
    });
    rendered({}).hasResource('ConfigMap', { metadata: { annotations: { 'argocd.argoproj.io/sync-options': 'Prune=false' } } });
  });

  test('is short for three versions, and open for half an hour', () => {
    rendered({}).hasResource('Rollout', {
      spec: { rollbackWindow: { revisions: 3 }, strategy: { canary: { scaleDownDelaySeconds: 1800 } } },
    });
  });

  test('would have been taken in the night of the incident', () => {
    const chart = new ArgoChart(new TestApp(), 'web', { namespace: 'shop' });
    const trial = AnalysisTrial.of(errorRateCheck(chart), { args: { service: 'web-canary' } });
    // Minute by minute, from Prometheus.
    expect(trial.measure({ 'error-rate': [[0.012], [0.071], [0.094]] })).toHavePhase('Failed', 'failureLimit');
  });

  test('arrives while a release is under way', () => {
    const plan = SyncPlan.of(rendered({}).all, { name: 'web', namespace: 'shop' }).application('web');
    // Nothing comes behind the rollout, so the sync is over as soon as it is applied.
    expect(plan.waves.at(-1)).toMatchObject({ phase: 'Sync', waitsFor: [] });
  });

  test('is open to whoever is on call', () => {
    const onCall = Role.named('on-call');
    const rbac = new ArgoCdRbac(new ArgoChart(new TestApp(), 'argo-cd', { namespace: 'argocd' }), 'Rbac', {
      defaultRole: 'none',
      policies: [Policy.allow(onCall, ['get', 'sync', 'action/argoproj.io/Rollout/abort'], 'applications', 'shop/*')],
    });
    rbac.group('org:on-call').has(onCall);
    const erin = { user: 'erin', groups: ['org:on-call'] };
    expect(rbac.may(erin, 'action/argoproj.io/Rollout/abort', 'applications', 'shop/web').allowed).toBe(true);
    // With sync comes the right to end one.
    expect(rbac.may(erin, 'sync', 'applications', 'shop/web').allowed).toBe(true);
  });

  test('has nothing to be said against it', () => {
    rendered({}).isValid('info');
    Manifests.fromChart(new Payments(new TestApp(), 'payments')).isValid('info');
  });
});
