import { SyncPlan } from 'cdk8s-argo';
import { Manifests, TestApp } from 'cdk8s-argo/testing';
import { Shop } from '../../../examples/shop/shop';

test('what Argo CD will do with the shop', () => {
  const shop = new Shop(new TestApp(), 'shop', { host: 'shop.example.com', replicas: 12, image: '4.2.0' });
  const plan = SyncPlan.of(Manifests.fromChart(shop).all, { name: 'shop', namespace: 'shop' });
  expect(plan.toString()).toMatchInlineSnapshot(`
    "Objects of shop
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
    "
  `);
});

test('no release has to wait for the one before it', () => {
  const shop = new Shop(new TestApp(), 'shop', { host: 'shop.example.com', replicas: 12, image: '4.2.0' });
  const { waves } = SyncPlan.of(Manifests.fromChart(shop).all).application('');
  expect(waves.flatMap(({ holds }) => holds)).toEqual([]);
});
