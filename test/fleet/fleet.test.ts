import { Cluster } from '../../src/fleet/cluster';
import { Environment } from '../../src/fleet/environment';
import { Fleet } from '../../src/fleet/fleet';

const staging = Environment.named('staging');
const production = Environment.named('production');
const stages: readonly Environment<'staging' | 'production'>[] = [staging, production];

describe('Environment', () => {
  test('chooses its value', () => {
    expect(stages.map((stage) => stage.choose({ staging: 2, production: 10 }))).toEqual([2, 10]);
  });

  test('changes a base at any depth, and replaces lists', () => {
    const base = { image: { tag: 'v1', pull: 'Always' }, hosts: ['a.example.com', 'b.example.com'], replicas: 1 };
    const changed = production.overlay(base, { production: { image: { tag: 'v2' }, hosts: ['c.example.com'], replicas: undefined } });
    expect(changed).toEqual({ image: { tag: 'v2', pull: 'Always' }, hosts: ['c.example.com'], replicas: 1 });
    expect(base.image.tag).toBe('v1');
  });

  test('keeps a base that it does not change', () => {
    const base = { replicas: 1 };
    expect(stages.map((stage) => stage.overlay(base, { production: { replicas: 3 } }).replicas)).toEqual([1, 3]);
  });

  test('replaces an instance as a whole, and keeps a null', () => {
    const [day, night] = [new Date(0), new Date(1)];
    const base: { readonly at: Date; readonly ingress: { readonly class: string } | null } = { at: day, ingress: { class: 'nginx' } };
    expect(staging.overlay(base, { staging: { at: night, ingress: null } })).toEqual({ at: night, ingress: null });
  });

  test.each(['', 'Production', 'pro duction', '-x'])('refuses the name %p', (name) => {
    expect(() => Environment.named(name)).toThrow(/cannot be a label and a folder/);
  });

  test('says what values there are when types were lost', () => {
    expect(() => production.choose({ staging: 1 } as never)).toThrow('there is no value for the environment production, only for staging');
  });
});

describe('Cluster', () => {
  test('has the URL that Argo CD compares', () => {
    expect(Cluster.registered({ name: 'eu', server: 'https://eu.example.com:6443//' }).server).toBe('https://eu.example.com:6443');
  });

  test('of Argo CD itself has its name and URL', () => {
    expect(Cluster.inCluster({ labels: { env: 'tools' } })).toMatchObject({ name: 'in-cluster', server: 'https://kubernetes.default.svc', isInCluster: true });
  });

  test('knows its name as templates normalize it', () => {
    expect(Cluster.known({ name: 'arn:aws:eks:eu-west-1:1234:cluster/Prod_' }).nameNormalized).toBe('arn-aws-eks-eu-west-1-1234-cluster-prod');
  });

  test('has labels that nobody knows only when somebody else registers it', () => {
    expect(Cluster.known({ name: 'eu' }).labels).toBeUndefined();
    expect(Cluster.registered({ name: 'eu', server: 'https://eu.example.com' }).labels).toEqual({});
  });

  test.each([
    [{ name: ' ' }, /the cluster is named " "/],
    [{ server: 'eu.example.com' }, /the server of the cluster eu is "eu\.example\.com"/],
    [{ server: 'https://me:word@eu.example.com' }, /give the URL of its API server/],
    [{ labels: { env: 'a b' } }, /the label "env": "a b" of the cluster eu is one that Kubernetes refuses/],
  ])('refuses %j', (props, message) => {
    expect(() => Cluster.registered({ name: 'eu', server: 'https://eu.example.com', ...props })).toThrow(message);
  });
});

describe('Fleet', () => {
  const eu = Cluster.registered({ name: 'eu', server: 'https://eu.example.com', labels: { env: 'production', region: 'eu' }, environment: production });
  const test1 = Cluster.registered({ name: 'test', server: 'https://test.example.com', labels: { env: 'staging' }, environment: staging });
  const hub = Cluster.known({ name: 'hub' });
  const fleet = Fleet.of([eu, test1, hub]);

  test('finds clusters', () => {
    expect(fleet.inEnvironment(production)).toEqual([eu]);
    expect(fleet.labelled({ env: 'staging' })).toEqual([test1]);
    expect([fleet.find('hub'), fleet.find('https://eu.example.com/'), fleet.find('us')]).toEqual([hub, eu, undefined]);
  });

  test.each([
    [Cluster.known({ name: 'eu' }), /two clusters of the fleet are named "eu"/],
    [Cluster.registered({ name: 'europe', server: 'https://eu.example.com/' }), /the clusters eu and europe of the fleet both have the server/],
  ])('has every cluster once: %#', (cluster, message) => {
    expect(() => Fleet.of([eu, cluster])).toThrow(message);
  });
});

test('no other cluster takes the name of the one that Argo CD runs in', () => {
  expect(() => Cluster.registered({ name: 'in-cluster', server: 'https://eu.example.com' })).toThrow('that name is the one of the cluster that Argo CD runs in');
  expect(() => Cluster.known({ name: 'in-cluster', server: 'https://eu.example.com' })).toThrow('give it another name');
  expect(Cluster.known({ name: 'in-cluster' }).name).toBe('in-cluster');
  expect(Cluster.registered({ name: 'in-cluster', server: 'https://kubernetes.default.svc/' }).isInCluster).toBe(true);
});
