import { deletePhasesOf, isHook, syncPhasesOf } from '../../src/manifests/hooks';
import type { Manifest } from '../../src/manifests/manifest';

const job = (annotations?: Readonly<Record<string, string>>): Manifest =>
  ({ apiVersion: 'batch/v1', kind: 'Job', metadata: { name: 'migrate', ...(annotations && { annotations }) } });
const own = (hook: string) => job({ 'argocd.argoproj.io/hook': hook });
const helm = (hook: string) => job({ 'helm.sh/hook': hook });

test.each([
  ['no hook', job(), ['Sync'], [], false],
  ['one phase', own('PreSync'), ['PreSync'], [], true],
  ['several, in their order, whatever stands around them', own(' PostSync,,PreSync '), ['PreSync', 'PostSync'], [], true],
  ['an unknown one beside', own('PreSync,Postsync'), ['PreSync'], [], true],
  ['unknown ones only', own('presync'), [], [], true],
  ['nothing at all', own(''), [], [], true],
  ['Skip', own('Skip'), [], [], true],
  ['Skip beside an unknown one', own('Skip,presync'), [], [], true],
  ['Skip beside another', own('Skip,PreSync'), ['PreSync'], [], true],
  ['the deletion', own('PreDelete,PostDelete'), [], ['PreDelete', 'PostDelete'], true],
  ['a sync and the deletion', own('PostDelete,PreSync'), ['PreSync'], ['PostDelete'], true],
  ['hooks of Helm', helm('pre-install,pre-upgrade,post-upgrade'), ['PreSync', 'PostSync'], [], true],
  ['a deletion of Helm', helm('post-delete'), [], ['PostDelete'], true],
  ["a deletion in the other's words", job({ 'argocd.argoproj.io/hook': 'pre-delete', 'helm.sh/hook': 'PostDelete' }), [], [], true],
  ['a test of Helm', helm('test'), [], [], true],
  ['a CRD of Helm 2', helm('crd-install'), ['Sync'], [], false],
  ['Helm behind a hook of Argo CD', job({ 'argocd.argoproj.io/hook': 'Sync', 'helm.sh/hook': 'pre-install' }), ['Sync'], [], true],
  ['Helm behind unknown ones', job({ 'argocd.argoproj.io/hook': 'presync', 'helm.sh/hook': 'pre-install' }), ['PreSync'], [], true],
])('%s', (_, manifest, phases, deletion, hook) => {
  expect(syncPhasesOf(manifest)).toEqual(phases);
  expect(deletePhasesOf(manifest)).toEqual(deletion);
  expect(isHook(manifest)).toBe(hook);
});
