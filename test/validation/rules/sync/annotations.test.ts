import type { Rule } from '../../../../src/validation/rule';
import { helmHook } from '../../../../src/validation/rules/sync/helm-hook';
import { hookAnnotation } from '../../../../src/validation/rules/sync/hook-annotation';
import { hookDeletePolicy } from '../../../../src/validation/rules/sync/hook-delete-policy';
import { hookNeverRuns } from '../../../../src/validation/rules/sync/hook-never-runs';
import { knownAnnotation } from '../../../../src/validation/rules/sync/known-annotation';
import { syncOptionsAnnotation } from '../../../../src/validation/rules/sync/sync-options-annotation';
import { waveAnnotation } from '../../../../src/validation/rules/sync/wave-annotation';
import { configMap, findingsOf } from '../findings-of';

const find = (rule: Rule, annotation: string, value: string) =>
  findingsOf(rule, configMap({ annotations: { [`argocd.argoproj.io/${annotation}`]: value } }));

describe('wave-annotation', () => {
  test.each(['0', '-1', '+5', '007', '9223372036854775807', '-9223372036854775808'])('Go reads %s', (wave) => {
    expect(find(waveAnnotation, 'sync-wave', wave)).toEqual([]);
  });

  test.each(['', ' 1', '1 ', '1.0', '0x1', '1e3', '1_000', '--1', 'first', '9223372036854775808', '-9223372036854775809', '٣'])(
    'Go does not read %j', (wave) => {
      expect(find(waveAnnotation, 'sync-wave', wave)).toEqual([
        expect.objectContaining({ pointer: '/metadata/annotations/argocd.argoproj.io~1sync-wave' }),
      ]);
    },
  );

  test('behind it stands the weight of a hook of Helm', () => {
    const annotations = { 'argocd.argoproj.io/sync-wave': 'first', 'helm.sh/hook-weight': '-5' };
    expect(findingsOf(waveAnnotation, configMap({ annotations }))).toEqual([
      expect.objectContaining({ message: '"first" is no whole number, so the object is applied in wave -5' }),
    ]);
  });

  test('spaces are the cure away', () => {
    expect(find(waveAnnotation, 'sync-wave', ' 1 ')[0]?.fix).toBe("write '1'");
  });
});

describe('hook-annotation', () => {
  test.each(['PreSync', 'PreSync,PostSync', ' Sync , SyncFail ', 'Skip', 'PreDelete', 'PostDelete'])('%s is right', (hook) => {
    expect(find(hookAnnotation, 'hook', hook)).toEqual([]);
  });

  test.each([
    ['presync', 'there is no phase presync: the object is never applied', 'did you mean PreSync?'],
    ['PostSync,Syncfail', 'there is no phase Syncfail: it is ignored', 'did you mean SyncFail?'],
    ['', 'the hook names no phase: the object is never applied', undefined],
    ['pre-install', 'there is no phase pre-install: the object is never applied', 'did you mean PreSync?'],
    ['PostInstall', 'there is no phase PostInstall: the object is never applied', 'did you mean PostSync?'],
    ['whenever', 'there is no phase whenever: the object is never applied', undefined],
    ['pre-delete', 'there is no phase pre-delete: the object is never applied', 'did you mean PreDelete?'],
    ['Skip,Presync', 'there is no phase Presync: it is ignored', 'did you mean PreSync?'],
    ['Skip,PreSync', 'Skip counts only alone: the object is applied in PreSync', 'write Skip alone, or leave it out'],
  ])('%j is wrong', (hook, message, fix) => {
    expect(find(hookAnnotation, 'hook', hook)).toEqual([expect.objectContaining({ message, fix })]);
  });
});

test('behind phases that do not exist the hook of Helm counts', () => {
  const annotations = { 'argocd.argoproj.io/hook': 'presync', 'helm.sh/hook': 'pre-install' };
  expect(findingsOf(hookAnnotation, configMap({ annotations }))).toEqual([
    expect.objectContaining({ message: 'there is no phase presync: the hook of Helm counts' }),
  ]);
});

describe('hooks of Helm', () => {
  const of = (hook: string, more: Record<string, string> = {}) =>
    [helmHook, hookNeverRuns].flatMap((rule) => findingsOf(rule, configMap({ annotations: { 'helm.sh/hook': hook, ...more } })).map(({ message }) => message));

  test.each(['pre-install', 'pre-install, post-upgrade', 'post-delete', 'crd-install', 'post-install,test'])('%s is read', (hook) => {
    expect(of(hook)).toEqual([]);
  });

  test.each([
    ['pre_install', 'Argo CD knows no hook pre_install of Helm: the object is never applied'],
    ['pre-install,postinstall', 'Argo CD knows no hook postinstall of Helm: it is ignored'],
    ['crd-install,pre-install', 'Argo CD knows no hook crd-install of Helm: it is ignored'],
    ['', 'the hook of Helm says nothing: the object is never applied'],
    ['test', 'Argo CD has nothing for the hook test of Helm: the object is never applied'],
    ['pre-rollback,test-success', 'Argo CD has nothing for the hook pre-rollback, test-success of Helm: the object is never applied'],
  ])('%j is not', (hook, message) => {
    expect(of(hook)).toEqual([message]);
  });

  test('they do not count beside one of Argo CD', () => {
    expect(of('test', { 'argocd.argoproj.io/hook': 'PostSync' })).toEqual([]);
  });

  test('their delete policies are known words as well', () => {
    expect(find(hookDeletePolicy, 'hook-delete-policy', 'hook-succeeded')[0]?.fix).toBe('did you mean HookSucceeded?');
    expect(findingsOf(hookDeletePolicy, configMap({ annotations: { 'helm.sh/hook-delete-policy': 'before-hook-creation,hook-success' } }))).toEqual([
      expect.objectContaining({ message: 'Argo CD knows no delete policy hook-success of Helm: it is ignored', fix: 'did you mean hook-succeeded?' }),
    ]);
  });
});

test('delete policies are known words', () => {
  expect(find(hookDeletePolicy, 'hook-delete-policy', 'BeforeHookCreation, HookSucceeded,HookFailed')).toEqual([]);
  expect(find(hookDeletePolicy, 'hook-delete-policy', 'HookSucceeded,hookfailed')).toEqual([
    expect.objectContaining({ message: 'there is no delete policy hookfailed: it is ignored', fix: 'did you mean HookFailed?' }),
  ]);
  expect(find(hookDeletePolicy, 'hook-delete-policy', 'BeforeSyncFinished')[0]?.fix).toBe('use one of those, or take it out');
});

describe('known-annotation', () => {
  test.each(['sync-wave', 'tracking-id', 'compare-options', 'manifest-generate-paths', 'skip-reconcile'])('%s is read', (name) => {
    expect(find(knownAnnotation, name, 'x')).toEqual([]);
  });

  test.each([
    ['hook-sync-wave', 'write sync-wave: hooks are ordered by the same annotation as other objects'],
    ['sync-waves', 'did you mean sync-wave?'],
    ['sync-option', 'did you mean sync-options?'],
    ['owner', 'remove it, or use a prefix of your own'],
  ])('%s is not', (name, fix) => {
    expect(find(knownAnnotation, name, 'x')).toEqual([expect.objectContaining({ fix })]);
  });

  test('annotations of others are their own matter', () => {
    const annotations = { 'notifications.argoproj.io/subscribe.on-sync-failed.slack': 'x', 'link.argocd.argoproj.io/docs': 'x', 'argocd-x.io/sync': 'x' };
    expect(findingsOf(knownAnnotation, configMap({ annotations }))).toEqual([]);
  });
});

describe('sync-options-annotation', () => {
  test.each(['Prune=false', 'ServerSideApply=true, Replace=true', 'Delete=confirm'])('%s is read', (options) => {
    expect(find(syncOptionsAnnotation, 'sync-options', options)).toEqual([]);
  });

  test.each([
    ['prune=false', 'did you mean Prune=false?'],
    ['Prune: false', 'did you mean Prune=false?'],
  ])('%s is not', (options, fix) => {
    expect(find(syncOptionsAnnotation, 'sync-options', options)).toEqual([expect.objectContaining({ fix })]);
  });

  test('an option of the Application is none of the object', () => {
    expect(find(syncOptionsAnnotation, 'sync-options', 'CreateNamespace=true')).toHaveLength(1);
  });
});
