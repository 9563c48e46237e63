import { test } from 'node:test';
import { Environment } from 'cdk8s-argo';
import { expectCommitted, Manifests, Match, TestApp } from 'cdk8s-argo/testing';
import { deployments } from './deployments';
import { Web } from './web';

const production = Manifests.fromChart(new Web(new TestApp(), 'web', {
  environment: Environment.named('production'),
  image: 'registry.example.com/web:v2',
}));

test('a release to production starts with a quarter, and somebody decides about the rest', () => {
  production.hasResource('Rollout', {
    spec: { strategy: { canary: { steps: [{ setWeight: 25 }, { pause: { duration: '10m' } }, { setWeight: 50 }, { pause: Match.exact({}) }] } } },
  });
});

test('the image of the lock file is the one that runs', () => {
  production.hasResource('Rollout', { spec: { template: { spec: { containers: [{ image: 'registry.example.com/web:v2' }] } } } });
});

// The YAML in dist/ is the snapshot: it is what Argo CD applies, and what a pull request shows.
test('the committed YAML is what the program makes', () => {
  expectCommitted(deployments());
});
