import { readFileSync } from 'node:fs';
import {
  Application, type ArgoApp, ArgoChart, CanaryRollout, CanaryStep, Destination, Environment, ImageLock, ImageUpdater, Kustomization,
  Repository, Source, TrafficRouter, UpdatedImage, WriteBack,
} from 'cdk8s-argo';
import { Manifests, Match, TestApp } from 'cdk8s-argo/testing';
import { Probe } from 'cdk8s-plus-27';
import { cli } from '../../../cli/cli';
import { inCopyOf } from '../../in-copy-of';
import { shows, showsFailure, showsReport } from '../../shown';

const bump = (...args: readonly string[]) => {
  const { code, out, err } = cli('bump', ...args);
  shows(`${out}${err}`);
  return code;
};

const codes: number[] = [];
inCopyOf('../../examples/payment-service', () => {
  codes.push(bump('checkout=e07a1c2'), bump('checkout=e07a1c2'));
  shows(readFileSync('images.lock.yaml', 'utf8'));
  codes.push(bump('chekout=e07a1c2'), bump('checkout=latest'), bump('checkout=sha256:5d3c0f0a3f6c'));
  codes.push(bump('checkout=e07a1c2@sha256:5d3c0f0a3f6c1a5be6f0b7e5a3e2d1c0b9a8f7e6d5c4b3a291807f6e5d4c3b2a'));
  shows(readFileSync('images.lock.yaml', 'utf8'));
});

test('a bump that changes nothing succeeds, and one that is wrong changes nothing', () => {
  expect(codes).toEqual([0, 0, 2, 2, 2, 0]);
});

showsFailure(() => ImageLock.read('test/docs-code/programs/images.lock.yaml', { names: ['storefront', 'search'] }));

const repository = Repository.git({ url: 'https://git.example.com/shop/deployments.git', revision: 'main', root: 'dist' });

function charts(app: ArgoApp) {
  const shop = new ArgoChart(app, 'shop', { namespace: 'shop' });
  new CanaryRollout(shop, 'Web', {
    containers: [{ image: 'registry.example.com/shop/web:4.2.0', portNumber: 8080, readiness: Probe.fromHttpGet('/healthz') }],
    trafficRouting: TrafficRouter.podRatio(),
    steps: [CanaryStep.setWeight(50), CanaryStep.pause('10m')],
  });
  return { shop, argocd: new ArgoChart(app, 'argocd', { namespace: 'argocd' }) };
}

// The Image Updater and a folder of plain manifests.
const plain = charts(new TestApp());
new ImageUpdater(plain.argocd, 'Updates', {
  applications: [{
    application: new Application(plain.argocd, 'Web', { source: Source.chart(plain.shop, repository), destination: Destination.inCluster('shop') }),
    images: [UpdatedImage.semver({ image: 'registry.example.com/shop/web', constraint: '4.x' })],
    writeBack: WriteBack.git({ branch: 'main' }),
  }],
});
showsReport(plain.argocd);

// The same for a folder that Kustomize renders: the program writes its kustomization.yaml, and the Image Updater a file beside it.
const followed = new TestApp();
const { shop, argocd } = charts(followed);
new Kustomization(shop, 'Kustomize');
new ImageUpdater(argocd, 'Updates', {
  applications: [{
    application: new Application(argocd, 'Web', { source: Source.chart(shop, repository), destination: Destination.inCluster('shop') }),
    images: [UpdatedImage.semver({ image: 'registry.example.com/shop/web', constraint: '4.x' })],
    writeBack: WriteBack.git({ branch: 'main' }),
  }],
});

test('the Image Updater may follow a folder of the program', () => {
  Manifests.fromApp(followed).isValid('info');
});

describe('production', () => {
  const images = ImageLock.read('test/docs-code/programs/images.lock.yaml', { names: ['storefront', 'payments'] });
  const production = new ArgoChart(new TestApp(), 'production', { namespace: 'shop' });
  new CanaryRollout(production, 'Storefront', {
    containers: [{
      image: images.of('storefront', { environment: Environment.named('production') }), portNumber: 8080, readiness: Probe.fromHttpGet('/healthz'),
    }],
    trafficRouting: TrafficRouter.podRatio(),
    steps: [CanaryStep.setWeight(50), CanaryStep.pause('10m')],
  });

  test('runs what nobody can move', () => {
    Manifests.fromChart(production).hasResource('Rollout', {
      spec: { template: { spec: { containers: [{ image: Match.pattern(/@sha256:/) }] } } },
    });
  });
});
