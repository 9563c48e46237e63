import { readFileSync } from 'node:fs';
import { ArgoApp } from '../../src/app/argo-app';
import { ArgoChart } from '../../src/app/argo-chart';
import { Application } from '../../src/apps/application';
import { Destination } from '../../src/apps/destination';
import { Source } from '../../src/apps/source';
import { ClusterAccess } from '../../src/control-plane/registration/cluster-access';
import { ClusterRegistration } from '../../src/control-plane/registration/cluster-registration';
import { CredentialTemplate } from '../../src/control-plane/registration/credential-template';
import { RepositoryCredentials } from '../../src/control-plane/registration/repository-credentials';
import { RepositoryRegistration } from '../../src/control-plane/registration/repository-registration';
import { ScmCredentials } from '../../src/control-plane/registration/scm-credentials';
import { SealedValue } from '../../src/control-plane/secrets/sealed-value';
import { SecretStore } from '../../src/control-plane/secrets/secret-store';
import { Cluster } from '../../src/fleet/cluster';
import { Fleet } from '../../src/fleet/fleet';
import { Repository } from '../../src/fleet/repository';
import type { Manifest } from '../../src/manifests/manifest';

const store = SecretStore.cluster('vault');
const sealed = SealedValue.of(`AgBy3i4OJSWK${'x'.repeat(60)}`);
const eu = Cluster.registered({ name: 'eu', server: 'https://eu.example.com/', labels: { env: 'production' }, project: 'shop' });

/** What releases of External Secrets before 2.9 have the API server add: not written, it would be a difference to Argo CD for ever. */
const DEFAULTED = { conversionStrategy: 'Default', decodingStrategy: 'None', metadataPolicy: 'None' };

/** The one object that a chart makes, of an app without findings. */
function made(declare: (chart: ArgoChart) => void): Manifest {
  const app = new ArgoApp({ outdir: 'unused', report: 'none' });
  const chart = new ArgoChart(app, 'argocd', { namespace: 'argocd' });
  declare(chart);
  expect(app.check().findings).toEqual([]);
  return chart.toJson()[0]!;
}

/** What a Go template with `printf "%q"` makes of a text, for credentials of plain letters. */
function filledIn(text: string, values: Readonly<Record<string, string>>): unknown {
  return JSON.parse(text.replace(/\{\{ printf "%q" \.(\w+) \}\}/g, (_, key: string) => JSON.stringify(values[key])));
}

describe('a registered cluster', () => {
  test('has its credentials from a store', () => {
    const manifest = made((chart) => new ClusterRegistration(chart, 'Eu', {
      cluster: eu,
      access: ClusterAccess.bearerToken(store.secret('argocd/eu', 'token'), { tls: { caData: 'Q0E=' }, proxyUrl: 'socks5://proxy.example.com' }),
    }));
    expect(manifest).toMatchObject({
      kind: 'ExternalSecret',
      metadata: { name: 'eu', namespace: 'argocd' },
      spec: {
        secretStoreRef: { kind: 'ClusterSecretStore', name: 'vault' },
        data: [{ secretKey: 'bearerToken', remoteRef: { key: 'argocd/eu', property: 'token', ...DEFAULTED } }],
        target: {
          template: {
            metadata: { labels: { 'argocd.argoproj.io/secret-type': 'cluster', env: 'production' } },
            data: { name: 'eu', server: 'https://eu.example.com', project: 'shop' },
          },
        },
      },
    });
    const { config } = (manifest.spec as { target: { template: { data: { config: string } } } }).target.template.data;
    expect(filledIn(config, { bearerToken: 'abc' })).toEqual({
      bearerToken: 'abc', tlsClientConfig: { insecure: false, caData: 'Q0E=' }, proxyUrl: 'socks5://proxy.example.com',
    });
  });

  test('ignores the one default that only some releases of External Secrets know', () => {
    const app = new ArgoApp({ outdir: 'dist', report: 'none', fleet: Fleet.of([Cluster.inCluster(), eu]) });
    const chart = new ArgoChart(app, 'clusters', { namespace: 'argocd' });
    new ClusterRegistration(chart, 'Eu', { cluster: eu, access: ClusterAccess.bearerToken(store.secret('argocd/eu', 'token')) });
    const roots = new ArgoChart(app, 'roots', { namespace: 'argocd' });
    const application = new Application(roots, 'Clusters', {
      project: 'default',
      source: Source.chart(chart, Repository.git({ url: 'https://git.example.com/org/manifests.git', revision: 'main', root: 'dist' })),
      destination: Destination.inCluster('argocd'),
    });
    expect(app.check().findings).toEqual([]);
    const [ignored] = (roots.toJson()[0]!.spec as { ignoreDifferences: unknown[] }).ignoreDifferences;
    expect(ignored).toMatchObject({ group: 'external-secrets.io', kind: 'ExternalSecret', name: 'eu', jqPathExpressions: ['.spec.data[]?.remoteRef.nullBytePolicy'] });
    expect(application.derivedDifferences).toMatchObject([{ controller: 'the API server' }]);
    const page = readFileSync('docs/concepts/ownership.md', 'utf8');
    expect(page).toContain(application.derivedDifferences[0]!.reason);
  });

  test('has sealed credentials', () => {
    const manifest = made((chart) => new ClusterRegistration(chart, 'Eu', {
      cluster: eu, access: ClusterAccess.clientCertificate({ certData: sealed, keyData: sealed }), namespaces: ['web', 'api'], clusterResources: true,
    }));
    expect(manifest).toMatchObject({
      kind: 'SealedSecret',
      spec: {
        encryptedData: { certData: sealed.encrypted, keyData: sealed.encrypted },
        template: { metadata: { labels: { env: 'production' } }, data: { namespaces: 'web,api', clusterResources: 'true' } },
      },
    });
    const { config } = (manifest.spec as { template: { data: { config: string } } }).template.data;
    expect(filledIn(config, { certData: 'Yw==', keyData: 'aw==' })).toEqual({ tlsClientConfig: { insecure: false, certData: 'Yw==', keyData: 'aw==' } });
  });

  test('has none where Argo CD is somebody by itself', () => {
    const manifest = made((chart) => new ClusterRegistration(chart, 'Eu', {
      cluster: eu, access: ClusterAccess.awsIam({ clusterName: 'eu', roleArn: 'arn:aws:iam::1234:role/argocd' }), shard: 2,
    }));
    expect(manifest).toMatchObject({ kind: 'Secret', metadata: { labels: { env: 'production' } }, stringData: { server: 'https://eu.example.com', shard: '2' } });
    expect(JSON.parse((manifest.stringData as { config: string }).config)).toEqual({
      awsAuthConfig: { clusterName: 'eu', roleARN: 'arn:aws:iam::1234:role/argocd' }, tlsClientConfig: { insecure: false },
    });
  });

  test('gives labels to the cluster that Argo CD runs in', () => {
    const manifest = made((chart) => new ClusterRegistration(chart, 'Hub', { cluster: Cluster.inCluster({ labels: { env: 'tools' } }) }));
    expect(manifest).toMatchObject({ kind: 'Secret', metadata: { labels: { env: 'tools' } } });
    expect(manifest.stringData).toEqual({ name: 'in-cluster', server: 'https://kubernetes.default.svc' });
  });

  test.each([
    [{ cluster: Cluster.known({ name: 'us' }) }, /known to Argo CD only, so somebody else registers it/],
    [{ cluster: eu }, /nobody has said how Argo CD signs in to the cluster eu/],
    [{ cluster: Cluster.inCluster(), access: ClusterAccess.bearerToken(sealed) }, /as its own ServiceAccount\. leave out access/],
    [{ cluster: eu, access: ClusterAccess.bearerToken(sealed), shard: 1.5 }, /shard is 1\.5, and Argo CD would ignore it/],
    [{ cluster: eu, access: ClusterAccess.clientCertificate({ certData: sealed, keyData: store.secret('eu', 'key') }) },
      /keyData is kept in the store vault, and certData is sealed/],
    [{ cluster: eu, access: ClusterAccess.clientCertificate({ certData: store.secret('a'), keyData: SecretStore.inNamespace('b').secret('b') }) },
      /the credentials come from two stores, vault and b/],
  ])('is refused when it contradicts itself: %#', (props, message) => {
    expect(() => made((chart) => new ClusterRegistration(chart, 'Eu', props))).toThrow(message);
  });

  test.each([
    [{ env: { CLIENT_SECRET: 'hunter2' } }, /^CLIENT_SECRET of the program kubelogin is a credential/],
    [{ args: ['get-token', '--client-secret', 'hunter2'] }, /^--client-secret of the program kubelogin is a credential/],
    [{ args: ['get-token', '--token=hunter2'] }, /^--token of the program kubelogin is a credential/],
  ])('gives a program no credential: %#', (call, message) => {
    const access = () => ClusterAccess.exec({ command: 'kubelogin', ...call }, { tls: { caData: store.secret('eu', 'ca') } });
    expect(access).toThrow(message);
    expect(access).not.toThrow(/hunter2/);
  });

  test('gives a program what is no credential', () => {
    const call = { args: ['get-token', '--token', '--login', 'workloadidentity', '--token-cache-dir=/tmp'], env: { AZURE_TOKEN_FILE: '/run/token', TOKEN: '$(TOKEN)' } };
    const manifest = made((chart) => new ClusterRegistration(chart, 'Eu', { cluster: eu, access: ClusterAccess.exec({ command: 'kubelogin', ...call }) }));
    expect(JSON.parse((manifest.stringData as { config: string }).config)).toMatchObject({ execProviderConfig: call });
  });

  test('has an authority in base64', () => {
    expect(() => ClusterAccess.bearerToken(sealed, { tls: { caData: '-----BEGIN CERTIFICATE-----' } })).toThrow(/caData of a cluster is not base64/);
  });
});

describe('a registered repository', () => {
  const git = Repository.git({ url: 'https://git.example.com/org/manifests.git', revision: 'main' });
  const ssh = Repository.git({ url: 'git@git.example.com:org/manifests.git', revision: 'main' });
  const helm = Repository.helm({ url: 'registry.example.com/charts' });

  test('has its credentials from a store', () => {
    const manifest = made((chart) => new RepositoryRegistration(chart, 'Manifests', {
      repository: git, access: 'write', credentials: RepositoryCredentials.gitHubApp({ appId: 12, privateKey: store.secret('github') }),
    }));
    expect(manifest).toMatchObject({
      kind: 'ExternalSecret',
      spec: {
        data: [{ secretKey: 'githubAppPrivateKey' }],
        target: {
          template: {
            metadata: { labels: { 'argocd.argoproj.io/secret-type': 'repository-write' } },
            data: { type: 'git', url: git.url, githubAppID: '12', githubAppPrivateKey: '{{ .githubAppPrivateKey }}' },
          },
        },
      },
    });
  });

  test('has sealed credentials beside its settings', () => {
    const manifest = made((chart) => new RepositoryRegistration(chart, 'Charts', {
      repository: helm, name: 'shop', credentials: RepositoryCredentials.password({ username: 'argocd', password: sealed }),
    }));
    expect(manifest).toMatchObject({
      kind: 'SealedSecret',
      spec: {
        encryptedData: { password: sealed.encrypted },
        template: { data: { type: 'helm', url: 'registry.example.com/charts', name: 'shop', enableOCI: 'true', username: 'argocd' } },
      },
    });
  });

  test('has none when everybody may read it', () => {
    const manifest = made((chart) => new RepositoryRegistration(chart, 'Open', { repository: git, depth: 1 }));
    expect(manifest.stringData).toEqual({ type: 'git', url: git.url, depth: '1' });
  });

  test.each([
    [{ repository: ssh, credentials: RepositoryCredentials.bearerToken(sealed) }, /the url is git@git.*, and bearerToken needs a URL of HTTPS/],
    [{ repository: git, credentials: RepositoryCredentials.sshKey(sealed) }, /sshPrivateKey needs a URL of SSH/],
    [{ repository: ssh, credentials: RepositoryCredentials.password({ username: 'argocd', password: sealed }) }, /password needs no URL of SSH/],
    [{ repository: git, depth: 0 }, /depth is 0/],
  ])('is refused when it contradicts itself: %#', (props, message) => {
    expect(() => made((chart) => new RepositoryRegistration(chart, 'Manifests', props))).toThrow(message);
  });
});

describe('a template of credentials', () => {
  const credentials = RepositoryCredentials.azureServicePrincipal({ clientId: 'c', tenantId: 't', clientSecret: sealed });

  test('writes the keys of Azure as Argo CD reads them there', () => {
    const manifest = made((chart) => new CredentialTemplate(chart, 'Azure', { type: 'git', urlPrefix: 'https://dev.example.com/org/', credentials }));
    expect(manifest).toMatchObject({
      spec: {
        encryptedData: { azureServicePrincipalClientSecret: sealed.encrypted },
        template: {
          metadata: { labels: { 'argocd.argoproj.io/secret-type': 'repo-creds' } },
          data: { azureServicePrincipalClientID: 'c', azureServicePrincipalTenantID: 't' },
        },
      },
    });
  });

  test('is not for hosts that begin in the same way', () => {
    expect(() => made((chart) => new CredentialTemplate(chart, 'Azure', { type: 'git', urlPrefix: 'https://dev.example.com', credentials })))
      .toThrow(/a host such as https:\/\/dev\.example\.com\.elsewhere\.com begins with too/);
  });
});

test('a token for generators has the label that a strict controller wants', () => {
  const manifest = made((chart) => new ScmCredentials(chart, 'GitHub', { token: store.secret('github/token') }));
  expect(manifest).toMatchObject({ spec: { target: { template: { metadata: { labels: { 'argocd.argoproj.io/secret-type': 'scm-creds' } } } } } });
});

test('a secret that is not sealed is not taken for a sealed one', () => {
  expect(() => SealedValue.of('hunter2')).toThrow(/a sealed value is not what kubeseal makes/);
});
