import { isJsonObject, type JsonObject } from '../../src/manifests/json';
import type { Manifest } from '../../src/manifests/manifest';
import { COMBINED_ERRORS, NOT_SHOWN, SEED_ERRORS } from './errors';
import { findingsOf, seed } from './seed-manifests';

describe('the errors of the seeds', () => {
  test.each(SEED_ERRORS)('$id: $what ($files), found by $rule', ({ files, namespace, rule, severity, at }) => {
    const found = findingsOf(files.flatMap(seed), namespace);
    expect(found).toEqual(expect.arrayContaining(at.map((place) => `${severity} ${rule} ${place}`)));
  });

  test('E21: the overlay makes a second strategy of the blue-green base, found by rollouts/one-strategy', () => {
    const [base, ...services] = seed('10') as [Manifest, ...Manifest[]];
    const [overlay] = seed('15') as [Manifest];
    const found = findingsOf([merged(base, overlay), ...services], 'production');
    expect(found).toContain(`error ${placeOf('E21')}`);
  });

  test('E33: the Services of a canary without a router lead to one version each, found by references/root-service', () => {
    const services = ['api-service-canary', 'api-service-stable'].map((name) => service(name));
    const [rollout] = seed('20') as [Manifest];
    const labelled = merged(rollout, { ...rollout, spec: { template: { metadata: { labels: { app: 'api-service' } } } } });
    expect(findingsOf([labelled, ...services])).toContain(`warning ${placeOf('E33')}`);
  });

  test('E42: with its Services, a server-side apply takes their hashes out, found by ownership/server-side-services', () => {
    const services = ['api-service-canary', 'api-service-stable'].map((name) => service(name, 'production'));
    const [rollout] = seed('20') as [Manifest];
    const found = findingsOf([...seed('19'), merged(rollout, { metadata: { namespace: 'production' } }), ...services], 'argocd');
    expect(found).toContain(`warning ${placeOf('E42')}`);
  });

  test('E53: the root lies in the folder that it delivers, found by apps/contains-itself', () => {
    const found = findingsOf(seed('23'), 'argocd', 'argocd');
    expect(found).toContain(`warning ${placeOf('E53')}`);
  });

  test('E53: waves of children do not wait, found by apps/child-order-needs-health', () => {
    const [child] = seed('24') as [Manifest];
    const later = merged(child, { metadata: { name: 'later', annotations: { 'argocd.argoproj.io/sync-wave': '1' } } });
    expect(findingsOf([child, later], 'argocd')).toContain(`warning ${placeOf('E53', 1)}`);
  });

  test('E54: the account of the first hook is applied after it, found by sync/hook-comes-too-early', () => {
    const account: Manifest = { apiVersion: 'v1', kind: 'ServiceAccount', metadata: { name: 'db-migrator' } };
    expect(findingsOf([...seed('26'), account])).toContain(`warning ${placeOf('E54')}`);
    const annotations = { 'argocd.argoproj.io/hook': 'PreSync', 'argocd.argoproj.io/sync-wave': '-1' };
    expect(findingsOf([...seed('26'), merged(account, { metadata: { annotations } })]).filter((line) => line.includes('sync/hook-comes-too-early'))).toEqual([]);
  });

  test('E43: what comes after a Rollout that a person promotes waits with it, found by sync/paused-rollout-blocks', () => {
    const [rollout] = seed('11').filter(({ kind }) => kind === 'Rollout') as [Manifest];
    const paused = merged(rollout, { spec: { strategy: { canary: { steps: [{ setWeight: 10 }, { pause: {} }] } } } });
    const later: Manifest = { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'later', annotations: { 'argocd.argoproj.io/sync-wave': '1' } } };
    expect(findingsOf([paused, later])).toContain(`warning ${placeOf('E43')}`);
  });

  test('E58: in the namespace of the Rollout its Services are found', () => {
    expect(findingsOf(seed('10'), 'production').filter((line) => line.includes('references/services-exist'))).toEqual([]);
  });

  test('every other error of the list says why no manifest shows it', () => {
    const range = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, i) => `E${String(from + i).padStart(2, '0')}`);
    const list = range(1, 60);
    const found = new Set([...COMBINED_ERRORS, ...SEED_ERRORS].flatMap(({ id }) => id.split(', ')));
    expect(list.filter((id) => !found.has(id))).toEqual(Object.keys(NOT_SHOWN));
  });
});

/** Rule, object and place of an error that needs more than the files. */
function placeOf(id: string, index = 0): string {
  const { rule, at } = COMBINED_ERRORS.filter((error) => error.id === id)[index]!;
  return `${rule} ${at}`;
}

function service(name: string, namespace?: string): Manifest {
  return {
    apiVersion: 'v1',
    kind: 'Service',
    metadata: { name, ...(namespace && { namespace }) },
    spec: { selector: { app: 'api-service' }, ports: [{ port: 80 }] },
  };
}

/** As Kustomize merges a patch of a custom resource: objects field by field, anything else is replaced. */
function merged<T extends JsonObject>(base: T, patch: JsonObject): T {
  return Object.fromEntries([...new Set([...Object.keys(base), ...Object.keys(patch)])].map((key) => {
    const [under, over] = [base[key], patch[key]];
    return [key, isJsonObject(under) && isJsonObject(over) ? merged(under, over) : over ?? under];
  })) as T;
}
