import type { ClusterFacts } from '../../../../src/manifests/cluster-facts';
import { ManifestSet } from '../../../../src/manifests/manifest-set';
import type { Rule } from '../../../../src/validation/rule';
import { clusterConfig } from '../../../../src/validation/rules/fleet/cluster-config';
import { clusterIdentity } from '../../../../src/validation/rules/fleet/cluster-identity';
import { clusterScope } from '../../../../src/validation/rules/fleet/cluster-scope';
import { exampleCluster, exampleRegistration, exampleRepository, exampleSealedRepository } from '../../../../src/validation/rules/fleet/example-registration';
import { registeredAsDeclared } from '../../../../src/validation/rules/fleet/registered-as-declared';
import { registrationKeys } from '../../../../src/validation/rules/fleet/registration-keys';
import { repositoryAccess } from '../../../../src/validation/rules/fleet/repository-access';
import { repositoryIdentity } from '../../../../src/validation/rules/fleet/repository-identity';
import { repositoryValues } from '../../../../src/validation/rules/fleet/repository-values';
import { secretType } from '../../../../src/validation/rules/fleet/secret-type';
import { exampleManifests } from '../../../../tools/docs/example-manifests';
import { findingsOf } from '../findings-of';

const messages = (rule: Rule, yaml: string): string[] => findingsOf(rule, yaml).map(({ message }) => message);
const config = (value: unknown): string => exampleCluster({ config: typeof value === 'string' ? value : JSON.stringify(value) });

const EXTERNAL = `apiVersion: external-secrets.io/v1
kind: ExternalSecret
metadata:
  name: eu
  namespace: argocd
  labels:
    argocd.argoproj.io/secret-type: cluster
spec:
  data:
    - secretKey: server
      remoteRef:
        key: eu
`;

describe('fleet/secret-type', () => {
  test.each([
    ['a value with another ending', exampleRegistration('repo-cred', 'a', { url: 'x' }), /knows no secret-type "repo-cred"/],
    ['a key that is misspelt', exampleRegistration('cluster', 'a', { server: 'x' }).replace('secret-type', 'secrettype'), /reads no label argocd.argoproj.io\/secrettype/],
    ['a template without the label', `${EXTERNAL}  target:\n    template:\n      data:\n        name: eu\n`, /the ExternalSecret has the label, and the Secret that it makes does not/],
  ])('finds %s', (_, yaml, message) => {
    expect(messages(secretType, yaml)).toEqual([expect.stringMatching(message)]);
  });

  test('knows that an ExternalSecret without a template passes its labels on', () => {
    expect(messages(secretType, EXTERNAL)).toEqual([]);
  });
});

describe('fleet/cluster-config', () => {
  test.each([
    ['{"tlsClientConfig": ', /is no JSON/],
    ['["a"]', /is no JSON/],
    [{ tlsClientConfig: { insecure: 'true' } }, /tlsClientConfig.insecure of the config is "true"/],
    [{ tlsClientConfig: { caData: '-----BEGIN CERTIFICATE-----' } }, /caData of the config is not base64/],
    [{ tlsClientConfig: { insecure: true, caData: 'Q0E=' } }, /names an authority and turns its verification off/],
    [{ proxyUrl: 'ftp://proxy.example.com' }, /proxyUrl of the config is "ftp/],
  ])('finds %j', (value, message) => {
    expect(messages(clusterConfig, config(value))).toEqual([expect.stringMatching(message)]);
  });

  test.each([[{ tlsClientConfig: { insecure: true } }], [{ proxyUrl: 'socks5://proxy.example.com' }], [{ tlsClientConfig: { caData: 'Q0Eh\nQ0Eh' } }], ['']])('accepts %j', (value) => {
    expect(messages(clusterConfig, config(value))).toEqual([]);
  });

  test('reads what is encoded', () => {
    const yaml = config({ tlsClientConfig: { insecure: 1 } }).replace('stringData', 'data').replace(/config: .*/, `config: ${Buffer.from('{').toString('base64')}`);
    expect(messages(clusterConfig, yaml)).toEqual([expect.stringMatching(/is no JSON/)]);
  });
});

test.each([
  [{ shard: 'one' }, /reads no number in shard/],
  [{ clusterResources: 'yes' }, /takes clusterResources "yes" for false/],
  [{ namespaces: 'web api' }, /no namespace is named "web api"/],
])('fleet/cluster-scope finds %j', (fields, message) => {
  expect(messages(clusterScope, exampleCluster(fields))).toEqual([expect.stringMatching(message)]);
});

describe('fleet/cluster-identity', () => {
  const pair = (fields: Readonly<Record<string, string>>) => `${exampleCluster({})}---\n${exampleRegistration('cluster', 'other', fields)}`;

  test.each([
    [pair({ name: 'eu', server: 'https://us.example.com' }), /the cluster has the same name as eu/],
    [pair({ name: 'us', server: 'https://eu.example.com//' }), /the cluster has the same server as eu/],
    [pair({ server: 'https://us.example.com' }), /the cluster has no name/],
    [pair({ name: 'us', server: '' }), /the cluster has no server/],
    [pair({ name: 'in-cluster', server: 'https://us.example.com' }), /takes the name of the one that Argo CD runs in/],
  ])('finds a second one, or half of one: %#', (yaml, message) => {
    expect(messages(clusterIdentity, yaml)).toEqual([expect.stringMatching(message)]);
  });

  test('knows that another instance of Argo CD has registrations of its own', () => {
    const set = new ManifestSet();
    for (const [i, cluster] of ['https://hub-1.example.com', 'https://hub-2.example.com'].entries()) {
      const { manifest } = exampleManifests(exampleCluster({})).entries[0]!;
      set.add({ id: `hub-${i}`, namespace: 'argocd', destination: { cluster } }, manifest);
    }
    expect(findingsOf(clusterIdentity, set)).toEqual([]);
  });

  test('does not know what a store holds', () => {
    expect(messages(clusterIdentity, `${EXTERNAL}  dataFrom:\n    - extract:\n        key: eu\n`)).toEqual([]);
  });
});

describe('fleet/registered-as-declared', () => {
  const declared: ClusterFacts = { name: 'eu', server: 'https://eu.example.com', labels: { env: 'production' } };
  const found = (yaml: string, cluster: ClusterFacts = declared) =>
    findingsOf(registeredAsDeclared, exampleManifests(yaml, { exampleClusters: [cluster] }));

  test.each([
    [exampleCluster({}), { received: 'no label env', expected: 'env: production' }],
    [exampleCluster({}, { env: 'staging' }), { received: 'env: staging' }],
    [exampleCluster({ name: 'europe' }, { env: 'production' }), { received: 'europe', expected: 'eu' }],
  ])('finds a difference: %#', (yaml, finding) => {
    expect(found(yaml)).toEqual([expect.objectContaining(finding)]);
  });

  test.each([
    [exampleCluster({ server: 'https://eu.example.com/' }, { env: 'production', region: 'eu' }), declared],
    [exampleCluster({ name: 'us', server: 'https://us.example.com' }), declared],
    [exampleCluster({}), { name: 'eu' }],
  ])('says nothing of what nobody declared: %#', (yaml, cluster) => {
    expect(found(yaml, cluster)).toEqual([]);
  });
});

describe('fleet/registration-keys', () => {
  test.each([
    [exampleSealedRepository('git@git.example.com:org/web.git', 'sshPrivateKey').replace('type: git', 'repoURL: git'), /reads no key repoURL/],
    [exampleRegistration('repo-creds', 'azure', { url: 'x', azureServicePrincipalClientId: 'y' }), /reads no key azureServicePrincipalClientId/],
    [config({ tlsClientConfig: { caCert: 'x' } }), /reads no field caCert of the config/],
  ])('finds one: %#', (yaml, message) => {
    expect(messages(registrationKeys, yaml)).toEqual([expect.stringMatching(message)]);
  });

  test('leaves sealed credentials alone that a template fills in, and keys of tokens', () => {
    const sealed = exampleSealedRepository('x', 'bearerToken').replace('secret-type: repository', 'secret-type: cluster')
      .replace('type: git', 'config: \'{ "bearerToken": {{ printf "%q" .bearerToken }} }\'').replace('url: x', 'server: https://eu.example.com');
    expect(messages(registrationKeys, `${sealed}---\n${exampleRegistration('scm-creds', 'token', { anything: 'x' })}`)).toEqual([]);
  });
});

test.each([
  [{ depth: '1.5' }, /cannot read depth/],
  [{ githubAppID: 'x' }, /cannot read githubAppID/],
  [{ insecure: 'TrUe' }, /cannot read insecure/],
  [{ type: 'Git' }, /knows no repository of type "Git"/],
])('fleet/repository-values finds %j', (fields, message) => {
  expect(messages(repositoryValues, exampleRepository(fields))).toEqual([expect.stringMatching(message)]);
});

describe('fleet/repository-access', () => {
  const ssh = 'git@git.example.com:org/web.git';
  test.each([
    [exampleSealedRepository(ssh, 'password'), /password is given for a URL of SSH/],
    [exampleSealedRepository('https://charts.example.com', 'bearerToken').replace('type: git', 'type: helm'), /a repository of type helm takes no bearerToken/],
    [exampleSealedRepository('oci://registry.example.com/charts', 'password').replace('type: git', 'type: helm'), /is named with oci:\/\//],
    [exampleRepository({ insecureOCIForceHttp: 'true' }), /says something about a registry, and this is none/],
  ])('finds what does not fit: %#', (yaml, message) => {
    expect(messages(repositoryAccess, yaml)).toEqual([expect.stringMatching(message)]);
  });

  test.each([
    [exampleSealedRepository('https://git.example.com/org/web.git', 'githubAppPrivateKey')],
    [exampleRepository({ type: 'helm', url: 'registry.example.com/charts', enableOCI: 'true', insecureOCIForceHttp: 'true' })],
    [exampleSealedRepository('{{ .url }}', 'sshPrivateKey')],
  ])('accepts what does: %#', (yaml) => {
    expect(messages(repositoryAccess, yaml)).toEqual([]);
  });
});

test('fleet/repository-identity tells reading from writing', () => {
  const write = exampleRepository({}, 'write').replace('secret-type": "repository"', 'secret-type": "repository-write"').replace(': "repository"', ': "repository-write"');
  expect(messages(repositoryIdentity, `${exampleRepository({})}---\n${write}`)).toEqual([]);
});
