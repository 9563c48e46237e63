import { ApiObject } from 'cdk8s';
import {
  ArgoChart, CanaryRollout, CanaryStep, Repository, RepositoryCredentials, RepositoryRegistration, SealedValue, SecretStore, SyncWaves,
  TrafficRouter,
} from 'cdk8s-argo';
import { Manifests, TestApp } from 'cdk8s-argo/testing';
import * as kplus from 'cdk8s-plus-27';
import type { Construct } from 'constructs';
import { shows, showsFailure, showsReport, showsYaml } from '../../shown';

/** A web server that needs the password of a database. */
export class Web extends ArgoChart {
  public constructor(scope: Construct, id: string) {
    super(scope, id, { namespace: 'shop' });

    // What fetches it: the External Secrets Operator makes the Secret database-login in the cluster.
    const fetched = new ApiObject(this, 'DatabaseLogin', {
      apiVersion: 'external-secrets.io/v1',
      kind: 'ExternalSecret',
      metadata: { name: 'database-login' },
      spec: {
        secretStoreRef: { kind: 'ClusterSecretStore', name: 'vault' },
        refreshInterval: '1h',
        data: [{ secretKey: 'password', remoteRef: { key: 'shop/database', property: 'password' } }],
      },
    });

    // What reads it, by name.
    const login = kplus.Secret.fromSecretName(this, 'Login', 'database-login');
    const web = new CanaryRollout(this, 'Web', {
      containers: [{
        image: 'registry.example.com/shop/web:4.2.0',
        portNumber: 8080,
        readiness: kplus.Probe.fromHttpGet('/healthz'),
        envVariables: { DATABASE_PASSWORD: kplus.EnvValue.fromSecretValue({ secret: login, key: 'password' }) },
      }],
      trafficRouting: TrafficRouter.podRatio(),
      steps: [CanaryStep.setWeight(50), CanaryStep.pause('10m')],
    });
    SyncWaves.of(this).syncAfter(web, fetched);
  }
}

const web = new Web(new TestApp(), 'web');
showsReport(web);
shows(Manifests.fromChart(web).syncPlan().toString());

// A name that nothing makes.
const misspelt = new ArgoChart(new TestApp(), 'misspelt', { namespace: 'shop' });
new kplus.Deployment(misspelt, 'Mailer', {
  containers: [{
    image: 'registry.example.com/shop/mailer:1.0.0',
    readiness: kplus.Probe.fromCommand(['true']),
    envVariables: {
      SMTP_PASSWORD: kplus.EnvValue.fromSecretValue({ secret: kplus.Secret.fromSecretName(misspelt, 'Login', 'smpt-login'), key: 'password' }),
    },
  }],
});
showsReport(misspelt);

// What nobody should commit.
const plain = new ArgoChart(new TestApp(), 'plain', { namespace: 'shop' });
new kplus.Secret(plain, 'Database', { stringData: { password: 'correct-horse-battery' } });
showsReport(plain);

const inText = new ArgoChart(new TestApp(), 'in-text', { namespace: 'shop' });
new kplus.ConfigMap(inText, 'Settings', { data: { DATABASE_URL: 'postgres://web:correct-horse-battery@db.shop:5432/web', DATABASE_PASSWORD: 'correct-horse-battery' } });
new kplus.Deployment(inText, 'Mailer', {
  containers: [{
    image: 'registry.example.com/shop/mailer:1.0.0',
    readiness: kplus.Probe.fromCommand(['true']),
    envVariables: { SMTP_PASSWORD: kplus.EnvValue.fromValue('correct-horse-battery') },
  }],
});
showsReport(inText);
showsFailure(() => Repository.git({ url: 'https://ci:correct-horse-battery@git.example.com/shop/web.git', revision: 'main' }));
showsFailure(() => SealedValue.of('correct-horse-battery'));

const argocd = new ArgoChart(new TestApp(), 'argocd', { namespace: 'argocd' });
const store = SecretStore.cluster('vault');
new RepositoryRegistration(argocd, 'Web', {
  repository: Repository.git({ url: 'https://git.example.com/shop/web.git', revision: 'main' }),
  credentials: RepositoryCredentials.password({ username: 'argocd', password: store.secret('argocd/git', 'token') }),
});
showsYaml(argocd);

test('no Secret is committed', () => {
  for (const chart of [web, argocd]) Manifests.fromChart(chart).hasNoResource('Secret');
});
