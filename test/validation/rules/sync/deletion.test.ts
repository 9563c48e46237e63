import { dump, load } from 'js-yaml';
import type { JsonObject } from '../../../../src/manifests/json';
import type { Manifest } from '../../../../src/manifests/manifest';
import { ManifestSet } from '../../../../src/manifests/manifest-set';
import type { Rule } from '../../../../src/validation/rule';
import { deleteHookNamed } from '../../../../src/validation/rules/sync/delete-hook-named';
import { deletedAsHook } from '../../../../src/validation/rules/sync/deleted-as-hook';
import { deletedBySync } from '../../../../src/validation/rules/sync/deleted-by-sync';
import { forceWithServerSide } from '../../../../src/validation/rules/sync/force-with-server-side';
import { generatedName } from '../../../../src/validation/rules/sync/generated-name';
import { hookRunsAgain } from '../../../../src/validation/rules/sync/hook-runs-again';
import { hooksPileUp } from '../../../../src/validation/rules/sync/hooks-pile-up';
import { jobChanges } from '../../../../src/validation/rules/sync/job-changes';
import { optionsContradict } from '../../../../src/validation/rules/sync/options-contradict';
import { postDeleteStays } from '../../../../src/validation/rules/sync/post-delete-stays';
import { replacedBySync } from '../../../../src/validation/rules/sync/replaced-by-sync';
import { replacesEverything } from '../../../../src/validation/rules/sync/replaces-everything';
import { application, applicationSet, findingsOf } from '../findings-of';

const object = (type: string, annotations: JsonObject, more: JsonObject = {}): string => {
  const [apiVersion, kind] = type.split(' ');
  return dump({ apiVersion, kind, metadata: { name: 'web', annotations }, ...more });
};
const optioned = (type: string, options: string, more: JsonObject = {}) => object(type, { 'argocd.argoproj.io/sync-options': options }, more);
const messages = (rule: Rule, ...documents: readonly string[]) => findingsOf(rule, documents.join('---\n')).map(({ message }) => message);

describe('deleted-by-sync', () => {
  test.each([
    ['apps/v1 StatefulSet', 'Force=true, Replace=true', 'every sync deletes this StatefulSet and makes it again: all its pods go at once'],
    ['argoproj.io/v1alpha1 Rollout', 'Force=true', 'a change that Kubernetes refuses deletes this Rollout and makes it again: all its pods go at once, and the next ones take no steps'],
    ['v1 Namespace', 'Force=true', 'a change that Kubernetes refuses deletes this Namespace and makes it again: everything in it goes with it'],
  ])('%s with %s', (type, options, message) => {
    expect(messages(deletedBySync, optioned(type, options))).toEqual([message]);
  });

  test.each([
    ['what Argo CD updates instead', 'v1 Namespace', 'Force=true,Replace=true'],
    ['a Job', 'batch/v1 Job', 'Force=true,Replace=true'],
    ['what is replaced only', 'apps/v1 StatefulSet', 'Replace=true'],
    ['a Service of Knative', 'serving.knative.dev/v1 Service', 'Force=true,Replace=true'],
  ])('%s is not deleted, or may be', (_, type, options) => {
    expect(messages(deletedBySync, optioned(type, options))).toEqual([]);
  });
});

describe('deleted-as-hook', () => {
  const hook = (more: JsonObject) => ({ 'argocd.argoproj.io/hook': 'PreSync', ...more });

  test.each([
    ['v1 Namespace', hook({}), 'every sync deletes it and makes it again: everything in it goes with it'],
    ['apiextensions.k8s.io/v1 CustomResourceDefinition', { 'helm.sh/hook': 'pre-install,pre-upgrade' },
      'every sync deletes it and makes it again: every object of its kind goes with it'],
    ['v1 Service', hook({ 'argocd.argoproj.io/hook-delete-policy': 'HookSucceeded' }),
      'a sync that succeeds deletes it: its address changes, and requests fail until it is back'],
    ['apps/v1 StatefulSet', hook({ 'helm.sh/hook-delete-policy': 'hook-failed', 'argocd.argoproj.io/sync-options': 'Prune=false,Delete=false' }),
      'a sync that fails deletes it: all its pods go at once'],
    ['argoproj.io/v1alpha1 Application', { 'argocd.argoproj.io/hook': 'SyncFail' },
      'every sync that fails deletes it and makes it again: what it has applied goes with it, where it has a finalizer'],
  ])('%s with %j', (type, annotations, message) => {
    const kind = type.split(' ')[1]!;
    expect(messages(deletedAsHook, object(type, annotations))).toEqual([`this ${kind} is a hook, and ${message}`]);
  });

  test.each([
    ['what runs to its end', 'batch/v1 Job', hook({})],
    ['what is skipped', 'v1 Namespace', { 'argocd.argoproj.io/hook': 'Skip' }],
    ['a CRD that Helm installs first', 'apiextensions.k8s.io/v1 CustomResourceDefinition', { 'helm.sh/hook': 'crd-install' }],
    ['what no sync runs', 'v1 PersistentVolumeClaim', { 'helm.sh/hook': 'test' }],
    ['what a deletion makes', 'v1 PersistentVolumeClaim', { 'argocd.argoproj.io/hook': 'PreDelete' }],
  ])('%s may be one', (_, type, annotations) => {
    expect(messages(deletedAsHook, object(type, annotations))).toEqual([]);
  });

  test('one with a generated name has another one in each sync', () => {
    const yaml = object('v1 PersistentVolumeClaim', hook({ 'argocd.argoproj.io/hook-delete-policy': 'HookSucceeded' }));
    expect(messages(deletedAsHook, yaml.replace('name: web', 'generateName: web-'))).toEqual([]);
  });
});

describe('replaced-by-sync', () => {
  const rollout = object('argoproj.io/v1alpha1 Rollout', {}, { spec: { strategy: { canary: { stableService: 'web', trafficRouting: { istio: { virtualService: { name: 'web' } } } } } } });

  test.each([
    ['v1 Service', 'selector'],
    ['networking.istio.io/v1 VirtualService', 'weights'],
  ])('a %s of a Rollout loses its %s', (type, what) => {
    expect(messages(replacedBySync, rollout, optioned(type, 'Replace=true'))).toEqual([
      `every sync takes back the ${what} that Rollout/shop/web wrote, in the middle of a release too`,
    ]);
    expect(messages(replacedBySync, optioned(type, 'Replace=true'))).toEqual([]);
  });

  test('a bound claim cannot be replaced', () => {
    expect(messages(replacedBySync, optioned('v1 PersistentVolumeClaim', 'Replace=true'))).toEqual([expect.stringMatching(/^a bound claim/)]);
    expect(messages(replacedBySync, optioned('v1 PersistentVolumeClaim', 'Replace=true', { spec: { volumeName: 'pv-1' } }))).toEqual([]);
  });
});

test('a template may replace everything just as well', () => {
  const replacing = application({ syncPolicy: { syncOptions: ['CreateNamespace=true', 'Replace=true'] } });
  expect(findingsOf(replacesEverything, replacing)).toEqual([expect.objectContaining({ pointer: '/spec/syncPolicy/syncOptions/1' })]);
  expect(findingsOf(replacesEverything, applicationSet(replacing))).toEqual([expect.objectContaining({ pointer: '/spec/template/spec/syncPolicy/syncOptions/1' })]);
});

describe('force-with-server-side', () => {
  test.each(['Force=true', 'Force=true,ServerSideApply=true,Replace=true', 'ServerSideApply=true', 'Force=true,ServerSideApply=false'])('%s works', (options) => {
    expect(messages(forceWithServerSide, optioned('v1 ConfigMap', options))).toEqual([]);
  });

  const found = (syncOptions: readonly string[], options: string) => {
    const set = new ManifestSet();
    set.addRepository({ url: 'https://git.example.com/org/manifests.git', root: '' });
    const [argocd, web] = ['argocd', 'web'].map((id) => ({ id, namespace: id, destination: { cluster: 'in-cluster' } }));
    set.add(argocd!, load(application({ syncPolicy: { syncOptions } })) as Manifest);
    set.add(web!, load(optioned('batch/v1 Job', options)) as Manifest);
    return findingsOf(forceWithServerSide, set).map(({ message }) => message);
  };

  test('an Application applies all of its objects on the server', () => {
    expect(found(['ServerSideApply=true'], 'Force=true')).toEqual([
      'Job/web/web says Force=true, which cannot be used with ServerSideApply=true: every sync fails',
    ]);
    expect(found(['ServerSideApply=true'], 'Force=true,Replace=true')).toEqual([]);
    expect(found(['ServerSideApply=true', 'Replace=true'], 'Force=true')).toEqual([]);
    expect(found([], 'Force=true')).toEqual([]);
  });
});

describe('options-contradict', () => {
  test.each([
    ['ServerSideApply=true,ServerSideApply=false', 'ServerSideApply=false and ServerSideApply=true exclude each other: ServerSideApply=false wins'],
    ['PruneLast=true,Prune=false', 'Prune=false and PruneLast=true exclude each other: nothing is pruned, so nothing is pruned last'],
    ['Delete=false,Delete=confirm', 'Delete=confirm and Delete=false exclude each other: the first one counts'],
  ])('%s', (options, message) => {
    expect(messages(optionsContradict, optioned('v1 ConfigMap', options))).toEqual([message]);
  });

  test('an Application may contradict itself too', () => {
    const find = (...syncOptions: readonly string[]) => findingsOf(optionsContradict, application({ syncPolicy: { syncOptions } }));
    expect(find('Replace=true', 'ServerSideApply=true')).toEqual([expect.objectContaining({ pointer: '/spec/syncPolicy/syncOptions' })]);
    expect(find('Prune=false', 'PruneLast=true')).toEqual([]);
  });
});

const hook = (annotations: JsonObject, metadata: JsonObject = { name: 'web' }, spec: JsonObject = {}): string =>
  dump({ apiVersion: 'batch/v1', kind: 'Job', metadata: { ...metadata, annotations }, spec });
const PRE_SYNC = { 'argocd.argoproj.io/hook': 'PreSync' };
const POLICY = 'argocd.argoproj.io/hook-delete-policy';

describe('hook-runs-again', () => {
  test.each([
    [{ ...PRE_SYNC, [POLICY]: 'HookSucceeded' }, 'a Job that failed stays, and the next sync fails with it instead of running it again'],
    [{ ...PRE_SYNC, [POLICY]: 'HookFailed' }, 'a Job that succeeded stays, and the next sync counts it as done instead of running it again'],
    [{ 'helm.sh/hook': 'pre-install', 'helm.sh/hook-delete-policy': 'hook-succeeded' }, 'a Job that failed stays, and the next sync fails with it instead of running it again'],
  ])('%j', (annotations, message) => {
    expect(messages(hookRunsAgain, hook(annotations))).toEqual([message]);
  });

  test.each([
    ['nothing is said', hook(PRE_SYNC)],
    ['only what does not exist is said', hook({ ...PRE_SYNC, [POLICY]: 'BeforeSyncFinished' })],
    ['it is deleted either way', hook({ ...PRE_SYNC, [POLICY]: 'HookFailed, HookSucceeded' })],
    ['Helm says the rest', hook({ ...PRE_SYNC, [POLICY]: 'HookSucceeded', 'helm.sh/hook-delete-policy': 'before-hook-creation' })],
    ['each has its own name', hook({ ...PRE_SYNC, [POLICY]: 'HookSucceeded' }, { generateName: 'web-' })],
    ['it is no hook', hook({ [POLICY]: 'HookSucceeded' })],
    ['it runs at deletion', hook({ 'argocd.argoproj.io/hook': 'PostDelete', [POLICY]: 'HookSucceeded' })],
  ])('it runs again when %s', (_, yaml) => {
    expect(messages(hookRunsAgain, yaml)).toEqual([]);
  });
});

describe('names that are generated', () => {
  const named = { generateName: 'web-' };

  test.each([
    ['hooks of a sync pile up', hook(PRE_SYNC, named), [hooksPileUp]],
    ['unless they are deleted', hook({ ...PRE_SYNC, [POLICY]: 'HookSucceeded' }, named), []],
    ['or end by themselves', hook(PRE_SYNC, named, { ttlSecondsAfterFinished: 600 }), []],
    ['hooks at deletion do so endlessly', hook({ 'argocd.argoproj.io/hook': 'PreDelete', [POLICY]: 'HookSucceeded' }, named), [deleteHookNamed]],
    ['in the words of Helm too', hook({ 'helm.sh/hook': 'post-delete', 'helm.sh/hook-delete-policy': 'hook-succeeded' }, named), [deleteHookNamed]],
    ['other objects cannot be applied', hook({}, named), [generatedName]],
    ['CRDs of Helm 2 are other objects', hook({ 'helm.sh/hook': 'crd-install' }, named), [generatedName]],
  ])('%s', (_, yaml, rules) => {
    expect([hooksPileUp, deleteHookNamed, generatedName].filter((rule) => messages(rule, yaml).length > 0)).toEqual(rules);
  });
});

test.each([
  ['nothing is said', {}, 1],
  ['it is to be deleted', { [POLICY]: 'HookSucceeded' }, 0],
  ['it is to stay', { [POLICY]: 'BeforeHookCreation' }, 0],
  ['Helm says it', { 'helm.sh/hook-delete-policy': 'hook-succeeded' }, 0],
])('a PostDelete hook when %s', (_, annotations, count) => {
  expect(messages(postDeleteStays, hook({ 'argocd.argoproj.io/hook': 'PostDelete', ...annotations }))).toHaveLength(count);
});

describe('job-changes', () => {
  const job = (name: string, annotations: JsonObject = {}) =>
    hook(annotations, { name }, { template: { spec: { containers: [{ name: 'import', image: 'registry.example.com:5000/import:stable@sha256:00' }] } } });

  test.each([
    ['a number is in its name', job('import-v2')],
    ['its tag is in its name', job('import-stable')],
    ['it is a hook', job('import', PRE_SYNC)],
    ['it is deleted and made again', job('import', { 'argocd.argoproj.io/sync-options': 'Force=true' })],
  ])('it can change when %s', (_, yaml) => {
    expect(messages(jobChanges, yaml)).toEqual([]);
  });

  test('otherwise it cannot', () => {
    expect(messages(jobChanges, job('import'))).toHaveLength(1);
  });
});
