import { dump, load } from 'js-yaml';
import type { JsonObject } from '../../../../src/manifests/json';
import type { Manifest } from '../../../../src/manifests/manifest';
import { ManifestSet } from '../../../../src/manifests/manifest-set';
import { hookComesTooEarly } from '../../../../src/validation/rules/sync/hook-comes-too-early';
import { neededInALaterWave } from '../../../../src/validation/rules/sync/needed-in-a-later-wave';
import { needsAHook } from '../../../../src/validation/rules/sync/needs-a-hook';
import { pausedRolloutBlocks } from '../../../../src/validation/rules/sync/paused-rollout-blocks';
import { postDeleteNeeds } from '../../../../src/validation/rules/sync/post-delete-needs';
import { rightsComeLate } from '../../../../src/validation/rules/sync/rights-come-late';
import { rolloutBeforeItsNeeds } from '../../../../src/validation/rules/sync/rollout-before-its-needs';
import { suspendedBlocks } from '../../../../src/validation/rules/sync/suspended-blocks';
import { waveOfContainer } from '../../../../src/validation/rules/sync/wave-of-container';
import { application, findingsOf } from '../findings-of';

type At = Readonly<Record<string, string>>;

const argo = (short: At = {}): JsonObject =>
  ({ annotations: Object.fromEntries(Object.entries(short).map(([key, value]) => [key.includes('/') ? key : `argocd.argoproj.io/${key}`, value])) });
const object = (type: string, name: string, at?: At, more: JsonObject = {}): string => {
  const [apiVersion, kind] = type.split(' ');
  return dump({ apiVersion, kind, metadata: { name, ...argo(at) }, ...more });
};
const configMap = (at?: At) => object('v1 ConfigMap', 'settings', at);
const pods = (more: JsonObject = {}): JsonObject => ({
  containers: [{ name: 'main', image: 'registry.example.com/main:1.2.3', envFrom: [{ configMapRef: { name: 'settings' } }] }], ...more,
});
const job = (at?: At, more: JsonObject = {}) =>
  object('batch/v1 Job', 'migrate', at, { spec: { template: { spec: pods({ restartPolicy: 'Never', ...more }) } } });
const deployment = (at?: At, spec: JsonObject = {}) => object('apps/v1 Deployment', 'web', at, { spec: { template: { spec: pods() }, ...spec } });
const all = (...documents: readonly string[]) => documents.join('---\n');

describe('hook-comes-too-early', () => {
  const find = (...documents: readonly string[]) => findingsOf(hookComesTooEarly, all(...documents));

  test.each([
    ['a part of the sync', configMap(), 'a part of the sync itself'],
    ['a PreSync hook of a later wave', configMap({ hook: 'PreSync', 'sync-wave': '1' }), 'phase PreSync, wave 1'],
    ['a hook of a later phase', configMap({ hook: 'PostSync' }), 'phase PostSync, wave 0'],
    ['a hook of a later phase of Helm', configMap({ 'helm.sh/hook': 'post-install' }), 'phase PostSync, wave 0'],
  ])('%s comes too late', (_, needed, received) => {
    expect(find(job({ hook: 'PreSync' }), needed)).toEqual([
      expect.objectContaining({ message: 'ConfigMap/shop/settings is applied after this hook', received }),
    ]);
  });

  test.each([
    ['a hook of the same wave', job({ hook: 'PreSync' }), configMap({ hook: 'PreSync' })],
    ['one that is later a part of the sync too', job({ hook: 'PreSync' }), configMap({ hook: 'PreSync,PostSync' })],
    ['a hook of Helm with a lower weight', job({ 'helm.sh/hook': 'pre-install' }), configMap({ 'helm.sh/hook': 'pre-upgrade', 'helm.sh/hook-weight': '-5' })],
    ['a hook after the sync', job({ hook: 'PostSync' }), configMap()],
    ['no hook', job(), configMap({ 'sync-wave': '1' })],
  ])('%s is in time', (_, hook, needed) => {
    expect(find(hook, needed)).toEqual([]);
  });

  test('a Secret comes with what it is made from', () => {
    const hook = job({ hook: 'PreSync' }, { volumes: [{ name: 'login', secret: { secretName: 'login' } }] });
    const external = object('external-secrets.io/v1 ExternalSecret', 'from-vault', {}, { spec: { target: { name: 'login' } } });
    expect(find(hook, external)).toEqual([
      expect.objectContaining({ message: 'ExternalSecret/shop/from-vault, which Secret/login is made from, is applied after this hook' }),
    ]);
    expect(find(hook, object('bitnami.com/v1alpha1 SealedSecret', 'login', { hook: 'PreSync' }))).toEqual([]);
  });

  test('what another Application applies may be there', () => {
    const set = new ManifestSet();
    const hook = { apiVersion: 'v1', kind: 'Pod', metadata: { name: 'migrate', annotations: { 'argocd.argoproj.io/hook': 'PreSync' } }, spec: pods() };
    set.add({ id: 'web', namespace: 'shop', destination: { cluster: 'in-cluster' } }, hook);
    set.add({ id: 'base', namespace: 'shop', destination: { cluster: 'in-cluster' } }, { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'settings' } });
    expect(findingsOf(hookComesTooEarly, set)).toEqual([]);
  });
});

describe('needed-in-a-later-wave', () => {
  const find = (...documents: readonly string[]) => findingsOf(neededInALaterWave, all(...documents)).map(({ message }) => message);

  test.each([
    ['waves of the sync', deployment(), configMap({ 'sync-wave': '1' })],
    ['waves of hooks', job({ hook: 'PostSync' }), configMap({ hook: 'PostSync', 'sync-wave': '1' })],
    ['the sync and a hook after it', deployment(), configMap({ hook: 'PostSync' })],
  ])('%s', (_, needs, needed) => {
    expect(find(needs, needed)).toEqual([expect.stringMatching(/^ConfigMap\/shop\/settings waits until this \w+ is healthy, which it cannot be without it$/)]);
  });

  test.each([
    ['the same wave', deployment({ 'sync-wave': '1' }), configMap({ 'sync-wave': '1' })],
    ['no pods', deployment({}, { replicas: 0 }), configMap({ 'sync-wave': '1' })],
    ['a PreSync hook, which has a rule of its own', job({ hook: 'PreSync' }), configMap()],
    ['what is optional', object('v1 Pod', 'web', {}, { spec: { containers: [{ name: 'web', envFrom: [{ configMapRef: { name: 'settings', optional: true } }] }] } }),
      configMap({ 'sync-wave': '1' })],
  ])('%s does no harm', (_, needs, needed) => {
    expect(find(needs, needed)).toEqual([]);
  });

  test('a Rollout waits for its Services, and an autoscaler for its Rollout', () => {
    const rollout = (wave: string) => object('argoproj.io/v1alpha1 Rollout', 'web', { 'sync-wave': wave }, { spec: { strategy: { blueGreen: { activeService: 'web' } } } });
    const scaler = object('autoscaling/v2 HorizontalPodAutoscaler', 'web', {}, { spec: { scaleTargetRef: { apiVersion: 'argoproj.io/v1alpha1', kind: 'Rollout', name: 'web' } } });
    expect(find(rollout('0'), object('v1 Service', 'web', { 'sync-wave': '2' }))).toEqual([expect.stringMatching(/^Service\/shop\/web waits until this Rollout/)]);
    expect(findingsOf(neededInALaterWave, all(scaler, rollout('1')))).toEqual([expect.objectContaining({
      message: expect.stringMatching(/^Rollout\/shop\/web waits until this HorizontalPodAutoscaler/) as string,
      fix: 'move HorizontalPodAutoscaler web into wave 1',
    })]);
  });
});

describe('needs-a-hook', () => {
  const find = (...documents: readonly string[]) => findingsOf(needsAHook, all(...documents)).map(({ message }) => message);
  const account = (at: At) => object('v1 ServiceAccount', 'web', at);
  const asAccount = { template: { spec: pods({ serviceAccountName: 'web' }) } };

  test.each([
    ['a ConfigMap that goes after a sync', deployment(), configMap({ hook: 'PreSync', 'hook-delete-policy': 'HookSucceeded' }),
      'ConfigMap/shop/settings is a hook, and a sync that succeeds deletes it: pods that start afterwards do not find it'],
    ['one that goes when a sync fails, of Helm', deployment(), configMap({ 'helm.sh/hook': 'pre-install', 'helm.sh/hook-delete-policy': 'hook-failed' }),
      'ConfigMap/shop/settings is a hook, and a sync that fails deletes it: pods that start afterwards do not find it'],
    ['an account that is made anew', deployment({}, asAccount), account({ hook: 'PreSync' }),
      'ServiceAccount/shop/web is a hook, and every sync deletes it and makes it again: the tokens of pods that run are refused from then on'],
  ])('%s', (_, workload, needed, message) => {
    expect(find(workload, needed)).toEqual([message]);
  });

  test.each([
    ['a ConfigMap that is there again at once', deployment(), configMap({ hook: 'PreSync' })],
    ['what is no hook', deployment(), configMap({ 'hook-delete-policy': 'HookSucceeded' })],
    ['what is skipped', deployment(), configMap({ hook: 'Skip', 'hook-delete-policy': 'HookSucceeded' })],
    ['what a hook needs', job({ hook: 'PreSync' }), configMap({ hook: 'PreSync', 'hook-delete-policy': 'HookSucceeded' })],
    ['pods that are a hook', object('v1 Pod', 'web', { hook: 'Sync' }, { spec: pods() }), configMap({ hook: 'PreSync', 'hook-delete-policy': 'HookSucceeded' })],
  ])('%s does no harm', (_, workload, needed) => {
    expect(find(workload, needed)).toEqual([]);
  });
});

describe('rights-come-late', () => {
  const account = object('v1 ServiceAccount', 'migrator', { hook: 'PreSync', 'sync-wave': '-1' });
  const role = (at?: At) => object('rbac.authorization.k8s.io/v1 Role', 'migrator', at, { rules: [] });
  const binding = (at?: At) => object('rbac.authorization.k8s.io/v1 RoleBinding', 'migrator', at, {
    roleRef: { apiGroup: 'rbac.authorization.k8s.io', kind: 'Role', name: 'migrator' }, subjects: [{ kind: 'ServiceAccount', name: 'migrator' }],
  });
  const hook = job({ hook: 'PreSync' }, { serviceAccountName: 'migrator' });
  const find = (...documents: readonly string[]) =>
    findingsOf(rightsComeLate, all(account, hook, ...documents)).map(({ message }) => message);

  test('the role counts as much as the binding', () => {
    expect(find(binding({ hook: 'PreSync' }), role())).toEqual(['Role/shop/migrator, which the rights of the account come from, is applied after the pods']);
    expect(find(binding(), role({ hook: 'PreSync' }))).toEqual([expect.stringMatching(/^RoleBinding\/shop\/migrator, /)]);
    expect(find(binding({ hook: 'PreSync' }), role({ hook: 'PreSync' }))).toEqual([]);
  });
});

describe('post-delete-needs', () => {
  const hook = job({ hook: 'PostDelete' });
  const find = (...documents: readonly string[]) => findingsOf(postDeleteNeeds, all(...documents)).map(({ message }) => message);

  test.each([
    ['a part of the sync', configMap()],
    ['a hook of a sync', configMap({ hook: 'PreSync' })],
    ['a hook before the deletion', configMap({ hook: 'PreDelete' })],
  ])('%s is gone', (_, needed) => {
    expect(find(hook, needed)).toEqual(['ConfigMap/shop/settings is deleted before this hook runs']);
  });

  test('so is the namespace', () => {
    expect(find(hook, object('v1 Namespace', 'shop'))).toEqual(['Namespace/shop is deleted before this hook runs']);
    expect(find(hook, object('v1 Namespace', 'shop', { 'sync-options': 'Delete=false' }))).toEqual([]);
  });

  test.each([
    ['another PostDelete hook', configMap({ hook: 'PreSync,PostDelete' })],
    ['what is kept', configMap({ 'sync-options': 'Prune=false, Delete=false' })],
    ['what Helm keeps', configMap({ 'helm.sh/resource-policy': 'keep' })],
  ])('%s is there', (_, needed) => {
    expect(find(hook, needed)).toEqual([]);
  });

  test('without the finalizer all is left behind', () => {
    const found = (finalizers: readonly string[]) => {
      const set = new ManifestSet();
      set.addRepository({ url: 'https://git.example.com/org/manifests.git', root: '' });
      const delivering = load(application({})) as Manifest;
      set.add({ id: 'argocd', namespace: 'argocd', destination: { cluster: 'in-cluster' } }, { ...delivering, metadata: { name: 'web', finalizers } });
      for (const yaml of [hook, configMap()]) set.add({ id: 'web', namespace: 'shop', destination: { cluster: 'in-cluster' } }, load(yaml) as Manifest);
      return findingsOf(postDeleteNeeds, set);
    };
    expect(found([])).toEqual([]);
    expect(found(['resources-finalizer.argocd.argoproj.io/background'])).toHaveLength(1);
  });

  test('before the deletion all is there', () => {
    expect(find(job({ hook: 'PreDelete' }), configMap())).toEqual([]);
  });
});

describe('wave-of-container', () => {
  const crd = (at?: At) => object('apiextensions.k8s.io/v1 CustomResourceDefinition', 'shops.example.com', at, { spec: { group: 'example.com', names: { kind: 'Shop' } } });
  const find = (...documents: readonly string[]) => findingsOf(waveOfContainer, all(...documents)).map(({ message }) => message);

  test('the first object in it decides, of whatever scope', () => {
    const namespace = object('v1 Namespace', 'shop', { 'sync-wave': '5' });
    expect(find(namespace, configMap({ 'sync-wave': '2' }), object('rbac.authorization.k8s.io/v1 ClusterRole', 'web', { 'sync-wave': '-3' }))).toEqual([
      'Argo CD applies this Namespace before ClusterRole/web, in wave -3',
    ]);
    expect(find(namespace, configMap({ hook: 'PreSync', 'sync-wave': '7' }))).toEqual(['Argo CD applies this Namespace before ConfigMap/shop/settings, in PreSync, wave 7']);
    expect(find(object('v1 Namespace', 'other', { 'sync-wave': '5' }), configMap())).toEqual([]);
  });

  test('so does the first object of a kind', () => {
    expect(find(crd({ 'sync-wave': '1' }), object('example.com/v1 Shop', 'web'))).toEqual([expect.stringMatching(/before Shop\/shop\/web, in wave 0$/)]);
    expect(find(crd(), object('example.com/v1 Shop', 'web'))).toEqual([]);
    expect(find(crd({ 'sync-wave': '1' }), object('other.example.com/v1 Shop', 'web'))).toEqual([]);
  });
});

describe('paused-rollout-blocks', () => {
  const rollout = (spec: JsonObject, wave = '0') => object('argoproj.io/v1alpha1 Rollout', 'web', { 'sync-wave': wave }, { spec });
  const canary = rollout({ strategy: { canary: { steps: [{ setWeight: 20 }, { pause: {} }] } } });
  const find = (...documents: readonly string[]) => findingsOf(pausedRolloutBlocks, all(...documents)).map(({ pointer }) => pointer);

  test.each([
    ['a pause without end', canary, '/spec/strategy/canary/steps/1/pause'],
    ['a promotion by hand', rollout({ strategy: { blueGreen: { activeService: 'web', autoPromotionEnabled: false, autoPromotionSeconds: 30 } } }),
      '/spec/strategy/blueGreen/autoPromotionEnabled'],
    ['a rollout that is paused', rollout({ paused: true, strategy: { canary: {} } }), '/spec/paused'],
  ])('%s', (_, waiting, pointer) => {
    expect(find(waiting, configMap({ 'sync-wave': '1' }))).toEqual([pointer]);
    expect(find(waiting, configMap({ hook: 'PostSync' }))).toEqual([pointer]);
    expect(find(waiting, configMap())).toEqual([]);
  });

  test.each([
    ['a hook of Helm after the sync', { 'helm.sh/hook': 'post-upgrade' }, 1],
    ['a hook in the sync, in a later wave', { hook: 'PreSync,Sync', 'sync-wave': '1' }, 1],
    ['a hook before the sync, in a later wave', { hook: 'PreSync', 'sync-wave': '9' }, 0],
    ['a hook for failures', { hook: 'SyncFail', 'sync-wave': '9' }, 0],
    ['a hook at deletion', { hook: 'PostDelete', 'sync-wave': '9' }, 0],
    ['what is never applied', { hook: 'Skip', 'sync-wave': '9' }, 0],
  ])('%s', (_, at, count) => {
    expect(find(canary, configMap(at))).toHaveLength(count);
  });
});

describe('rollout-before-its-needs', () => {
  const find = (...documents: readonly string[]) => findingsOf(rolloutBeforeItsNeeds, all(...documents)).map(({ message }) => message);
  const smoke = configMap({ hook: 'PostSync' });
  const rollout = (at?: At) => object('argoproj.io/v1alpha1 Rollout', 'web', at, {
    spec: { strategy: { canary: {
      stableService: 'web', trafficRouting: { istio: { virtualService: { name: 'web' }, destinationRule: { name: 'web' } } },
      analysis: { templates: [{ templateName: 'checks' }, { templateName: 'zz' }] },
    } } },
  });
  const route = (at?: At) => object('networking.istio.io/v1 VirtualService', 'web', at);
  const templates = ['checks', 'zz'].map((name) => object('argoproj.io/v1alpha1 AnalysisTemplate', name));

  test.each([
    ['a hook behind it', smoke],
    ['a hook beside it', configMap({ hook: 'Sync' })],
    ['a later wave', configMap({ 'sync-wave': '1' })],
  ])('names decide, and a sync waits because of %s', (_, waiting) => {
    expect(findingsOf(rolloutBeforeItsNeeds, all(rollout(), route(), ...templates, waiting))).toEqual([expect.objectContaining({
      message: 'Rollout web may be applied before AnalysisTemplate/shop/zz and VirtualService/shop/web, and the sync waits for it and fails',
      fix: "give AnalysisTemplate/shop/zz and VirtualService/shop/web argocd.argoproj.io/sync-wave: '-1'",
    })]);
  });

  test.each([
    ['no sync waits', [rollout(), route()]],
    ['nothing comes after it', [rollout(), route(), configMap({ 'sync-wave': '-1' }), configMap({ hook: 'PreSync' })]],
    ['it has a wave of its own', [rollout({ 'sync-wave': '1' }), route(), smoke]],
    ['another rule says that it comes too late', [rollout(), route({ 'sync-wave': '1' }), smoke]],
    ['Argo CD applies its kind first', [rollout(), object('v1 Service', 'web'), smoke]],
    ['the controller does not ask for it', [rollout(), object('networking.istio.io/v1 DestinationRule', 'web'), smoke]],
    ['its name comes first', [rollout(), templates[0]!, smoke]],
    ['it is never applied', [rollout({ hook: 'Skip' }), route(), smoke]],
  ])('nothing is wrong where %s', (_, documents) => {
    expect(find(...documents)).toEqual([]);
  });
});

describe('suspended-blocks', () => {
  const find = (...documents: readonly string[]) =>
    findingsOf(suspendedBlocks, all(...documents)).map(({ pointer, message }) => [pointer, message]);
  const later = configMap({ 'sync-wave': '1' });
  const scaled = (at: At, type = 'keda.sh/v1alpha1 ScaledObject') =>
    object(type, 'web', Object.fromEntries(Object.entries(at).map(([key, value]) => [`autoscaling.keda.sh/${key}`, value])));
  const PAUSED = 'it is paused, and so never healthy, and holds back ConfigMap/shop/settings';

  test.each([
    ['a paused Deployment', deployment({}, { paused: true }), '/spec/paused', PAUSED],
    ['a suspended Job', object('batch/v1 Job', 'import', {}, { spec: { suspend: true } }), '/spec/suspend',
      'it is suspended, and so never completed, and holds back ConfigMap/shop/settings'],
    ['a suspended Workflow', object('argoproj.io/v1alpha1 Workflow', 'import', {}, { spec: { suspend: true } }), '/spec/suspend',
      'it is suspended, and so never completed, and holds back ConfigMap/shop/settings'],
    ['a paused ScaledObject', scaled({ paused: 'true' }), '/metadata/annotations/autoscaling.keda.sh~1paused', PAUSED],
    ['one that is paused at a number', scaled({ 'paused-replicas': '0' }), '/metadata/annotations/autoscaling.keda.sh~1paused-replicas', PAUSED],
    ['a paused ScaledJob', scaled({ paused: 'yes' }, 'keda.sh/v1alpha1 ScaledJob'), '/metadata/annotations/autoscaling.keda.sh~1paused', PAUSED],
  ])('%s', (_, suspended, pointer, message) => {
    expect(find(suspended, later)).toEqual([[pointer, message]]);
    expect(find(suspended, configMap())).toEqual([]);
  });

  test('a hook that is suspended never ends', () => {
    expect(find(object('batch/v1 Job', 'smoke', { hook: 'PostSync' }, { spec: { suspend: true } })))
      .toEqual([['/spec/suspend', 'it is suspended, and so never completed, and keeps the sync running']]);
  });

  test.each([
    ['a CronJob, which counts as healthy', object('batch/v1 CronJob', 'report', {}, { spec: { suspend: true } })],
    ['a Job that Kueue wakes', dump({ apiVersion: 'batch/v1', kind: 'Job', metadata: { name: 'import', labels: { 'kueue.x-k8s.io/queue-name': 'nightly' } }, spec: { suspend: true } })],
    ['a ScaledObject that says no', scaled({ paused: 'false' })],
    ['a Job that runs', object('batch/v1 Job', 'import', {}, { spec: { suspend: false } })],
    ['what is never applied', object('batch/v1 Job', 'import', { hook: 'Skip' }, { spec: { suspend: true } })],
  ])('%s holds nothing back', (_, running) => {
    expect(find(running, later)).toEqual([]);
  });
});
