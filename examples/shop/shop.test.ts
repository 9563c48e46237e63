import { Chart } from 'cdk8s';
import { AnalysisTrial, installMatchers, Manifests, manifestsSerializer, Match, TestApp } from 'cdk8s-argo/testing';
import { errorRateCheck } from './error-rate-check';
import { Shop, type ShopProps } from './shop';

// Once, in a setup file of jest or vitest.
installMatchers(expect);
expect.addSnapshotSerializer(manifestsSerializer);

function shop(props: Partial<ShopProps> = {}): Shop {
  return new Shop(new TestApp(), 'shop', { host: 'shop.example.com', replicas: 12, image: '4.2.0', ...props });
}

describe('a release of the storefront', () => {
  const manifests = Manifests.fromChart(shop());

  test('starts with five percent, and is looked at before it goes on', () => {
    manifests.hasResource({ kind: 'Rollout', name: 'storefront-web' }, {
      spec: { strategy: { canary: { steps: Match.arrayWith([{ setWeight: 5 }, { analysis: Match.anyValue() }, { setWeight: 20 }]) } } },
    });
  });

  test('is measured while half of the customers still have the old version', () => {
    const steps = manifests.find('Rollout', 'storefront-web').spec.strategy?.canary?.steps ?? [];
    expect(Math.max(...steps.map((step) => step.setWeight ?? 0))).toBe(50);
    expect(steps.at(-1)?.analysis).toBeDefined();
  });

  test('routes what customers ask for, and nothing else', () => {
    expect(manifests.only('VirtualService')).toMatchInlineSnapshot(`
      # VirtualService/shop/storefront-web, networking.istio.io/v1, wave 2
      metadata:
        labels:
          app.kubernetes.io/part-of: shop
      spec:
        gateways:
          - istio-system/public
        hosts:
          - shop.example.com
        http:
          - name: primary
            route:
              - destination:
                  host: storefront-web-stable
                weight: 100
              - destination:
                  host: storefront-web-canary
                weight: 0
    `);
  });
});

describe('the shop', () => {
  test('is valid, without so much as a warning', () => {
    expect(shop()).toBeValid('warning');
  });

  test('runs nothing as root, which a synth does not ask for', () => {
    expect(shop()).toBeValid({ severity: 'warning', profile: 'strict' });
    expect(shop()).not.toHaveFinding('pods/run-as-non-root', { profile: 'strict' });
  });

  test('scales with the traffic, and is reached through the mesh alone', () => {
    const manifests = Manifests.fromChart(shop({ replicas: 3 }));
    manifests.resourceCountIs('Rollout', 2);
    manifests.hasResource('HorizontalPodAutoscaler', { spec: { minReplicas: 3, maxReplicas: 12 } });
    manifests.hasNoResource('Service', { spec: { type: 'LoadBalancer' } });
    manifests.hasNoResource('Ingress');
  });

  test('migrates its database with the image of the release', () => {
    expect(shop({ image: '4.3.0' })).toHaveResource('Job', {
      metadata: { annotations: { 'argocd.argoproj.io/hook': 'PreSync' } },
      spec: { template: { spec: { containers: [{ image: Match.pattern(/:4\.3\.0$/), command: Match.absent() }] } } },
    });
  });

  test('refuses an image that nobody could go back to', () => {
    expect(shop({ image: 'latest' })).toHaveFinding({ object: 'Rollout/storefront-web', message: 'latest' });
  });

  test('migrates first, and releases last', () => {
    expect(shop()).toMatchSyncPlan([
      { phase: 'PreSync', objects: ['Job/migration'] },
      'ConfigMap/settings',
      { objects: ['Service/mailer', 'Deployment/mailer'], waitsFor: ['Deployment/mailer'] },
      ['Rollout/payments-api', 'Rollout/storefront-web'],
    ]);
  });

  test('is applied in this order', () => {
    expect(shop()).toMatchSyncPlan(`
      Objects of shop
        PreSync
          wave 0   Job/migration
                   -> waits until Job/migration has completed
        Sync
          wave 0   ConfigMap/settings
                   -> goes on at once
          wave 1   Service/mailer
                   Deployment/mailer
                   -> waits until Deployment/mailer is healthy
          wave 2   NetworkPolicy/payments-only-shop
                   Service/payments-api
                   Service/payments-api-preview
                   Service/storefront-web-canary
                   Service/storefront-web-stable
                   AnalysisTemplate/payments-error-rate
                   AnalysisTemplate/storefront-error-rate
                   VirtualService/storefront-web
                   -> goes on at once
          wave 3   HorizontalPodAutoscaler/storefront-autoscaler
                   Rollout/payments-api
                   Rollout/storefront-web
                   -> the last wave: done once it is applied
    `);
  });
});

describe('the check of the error rate', () => {
  const trial = AnalysisTrial.of(errorRateCheck(new Chart(new TestApp(), 'check')), { args: { service: 'web' } });

  test('forgives one bad minute', () => {
    expect(trial.measure({ 'error-rate': [[0.01], [0.2], [0.01], [0.02], [0.01]] })).toHavePhase('Successful');
  });

  test('ends a release after two', () => {
    expect(trial.measure({ 'error-rate': [[0.01], [0.2], [0.3]] })).toHavePhase('Failed', 'failureLimit');
  });
});

// What a Helm chart makes, or what somebody wrote by hand.
test('the gateway of the platform takes only what is encrypted', () => {
  const platform = Manifests.fromYaml(`
    apiVersion: networking.istio.io/v1
    kind: Gateway
    metadata: { name: public, namespace: istio-system }
    spec:
      selector: { istio: ingressgateway }
      servers:
        - { port: { number: 443, name: https, protocol: HTTPS }, hosts: ['*.example.com'], tls: { mode: SIMPLE, credentialName: shop } }
  `);
  platform.isValid();
  platform.hasNoResource('Gateway', { spec: { servers: Match.arrayWith([{ tls: Match.absent() }]) } });
});
