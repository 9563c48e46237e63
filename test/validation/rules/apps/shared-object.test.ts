import { load } from 'js-yaml';
import type { JsonObject } from '../../../../src/manifests/json';
import type { Manifest } from '../../../../src/manifests/manifest';
import { ManifestSet } from '../../../../src/manifests/manifest-set';
import { sharedObject } from '../../../../src/validation/rules/apps/shared-object';
import { application, findingsOf } from '../findings-of';

const destination = { cluster: 'in-cluster' };

/** What is found of two Applications on one folder whose sources say this, with a ConfigMap in it. */
function shared([one, other]: readonly [JsonObject, JsonObject], annotations?: Readonly<Record<string, string>>): readonly string[] {
  const set = new ManifestSet();
  const delivering = [one, other].map((more, i) => {
    const source = { repoURL: 'https://git.example.com/org/manifests.git', targetRevision: 'main', path: 'web', ...more };
    return { ...load(application({ source })) as Manifest, metadata: { name: `web-${i}`, namespace: 'argocd' } };
  });
  for (const manifest of delivering) set.add({ id: 'argocd', namespace: 'argocd', destination }, manifest);
  set.add({ id: 'web', namespace: 'shop', destination }, { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'settings', annotations } });
  return findingsOf(sharedObject, set).map(({ message }) => message);
}

describe('shared-object', () => {
  test.each([
    ['as it is', [{}, {}]],
    ['with other images', [{ kustomize: { images: ['web:2'] } }, {}]],
  ] as const)('a folder that is delivered twice %s', (_, sources) => {
    expect(shared(sources)).toEqual(['ConfigMap/shop/settings is delivered to the same cluster by the Application web-0 too']);
  });

  test.each([
    ['a prefix', [{ kustomize: { namePrefix: 'a-' } }, { kustomize: { namePrefix: 'b-' } }]],
    ['a suffix', [{}, { kustomize: { nameSuffix: '-b' } }]],
    ['namespaces of kustomize', [{ kustomize: { namespace: 'a' } }, { kustomize: { namespace: 'b' } }]],
    ['releases of Helm', [{ helm: { releaseName: 'a' } }, { helm: { releaseName: 'b' } }]],
    ['a plugin', [{ plugin: { name: 'x' } }, { plugin: { name: 'x', env: [{ name: 'A', value: 'b' }] } }]],
    ['patterns', [{ directory: { include: 'a.yaml' } }, { directory: { exclude: 'a.yaml' } }]],
  ] as const)('it may be delivered twice with %s', (_, sources) => {
    expect(shared(sources)).toEqual([]);
  });

  test('what nobody applies is nobody\'s', () => {
    expect(shared([{}, {}], { 'argocd.argoproj.io/hook': 'Skip' })).toEqual([]);
    expect(shared([{}, {}], { 'argocd.argoproj.io/hook': 'PreSync' })).toHaveLength(1);
  });
});
