import type { JsonObject } from '../../src/manifests/json';
import type { Manifest } from '../../src/manifests/manifest';
import { canary, healing, ownershipOf, routes, said, url, WEIGHTS } from './delivered';

const shop = [canary, routes];
const KEEPING = 'ApplyOutOfSyncOnly=true';
const source = (path: string): JsonObject => ({ source: { repoURL: url, targetRevision: 'main', path } });

/** A set with one Application for each of these elements. */
function setOf(elements: readonly JsonObject[], spec: JsonObject, more: JsonObject = {}): JsonObject {
  return {
    goTemplate: true, goTemplateOptions: ['missingkey=error'], generators: [{ list: { elements } }],
    template: { metadata: { name: 'web-{{ .env }}' }, spec }, ...more,
  };
}

const two = [{ env: 'dev', folder: 'shop' }, { env: 'prod', folder: 'elsewhere' }];
const found = (spec: JsonObject, objects: readonly Manifest[] = shop): string[] => said('ApplicationSet', spec, objects);

describe('what the Applications of a set do to fields of controllers', () => {
  test('is said once, at the template', () => {
    expect(found(setOf(two, healing()))).toEqual([
      'ownership/controller-fields-ignored /spec/template/spec: Argo Rollouts writes into VirtualService/web, and nothing of it is ignored: '
      + 'every setWeight step writes the weights of the routes',
    ]);
    expect(found(setOf(two, healing({ ignoreDifferences: [WEIGHTS] })))).toEqual([
      expect.stringMatching(/^ownership\/ignored-fields-kept \/spec\/template\/spec\/ignoreDifferences\/0: /),
    ]);
    expect(found(setOf(two, healing({ ignoreDifferences: [WEIGHTS] }, KEEPING)))).toEqual([]);
  });

  test('is said of those alone that do it', () => {
    expect(found(setOf(two, healing(source('dist/{{ .folder }}'))))).toEqual([expect.stringMatching(/routes \(web-dev\)$/)]);
  });

  test('is left to the steps of a RollingSync, which switch automatic syncs off', () => {
    const step = { matchExpressions: [{ key: 'env', operator: 'In', values: ['dev'] }] };
    expect(found(setOf(two, healing(), { strategy: { type: 'RollingSync', rollingSync: { steps: [step] } } }))).toEqual([]);
  });

  test('counts what the template of a generator says', () => {
    const template = { metadata: {}, spec: { project: 'default', destination: {}, ignoreDifferences: [WEIGHTS], syncPolicy: { syncOptions: ['PruneLast=true'] } } };
    const generators = [{ list: { elements: two, template } }];
    expect(found(setOf([], healing(), { generators }))).toEqual([
      expect.stringMatching(/^ownership\/ignored-fields-kept \/spec\/generators\/0\/list\/template\/spec\/syncPolicy\/syncOptions: /),
    ]);
  });

  test('counts what a patch says, as far as that is known', () => {
    const patch = (text: string): JsonObject => setOf(two, healing(), { templatePatch: text });
    expect(found(patch(`spec: { ignoreDifferences: [${JSON.stringify(WEIGHTS)}], syncPolicy: { syncOptions: [${KEEPING}] } }`))).toEqual([]);
    expect(found(patch(`spec: { ignoreDifferences: [${JSON.stringify(WEIGHTS)}] }`))).toEqual([
      expect.stringMatching(/^ownership\/ignored-fields-kept \/spec\/templatePatch: /),
    ]);
    expect(found(patch('spec: { $patch: merge }'))).toEqual([]);
  });

  test('is not known where the folder is not', () => {
    const generators = [{ git: { repoURL: 'https://git.example.com/org/others.git', revision: 'main', directories: [{ path: 'apps/*' }] } }];
    const template = { metadata: { name: '{{ .path.basename }}' }, spec: healing(source('dist/{{ .path.basename }}')) };
    expect(found(setOf([], {}, { generators, template }))).toEqual([]);
  });
});

describe('an entry of a template', () => {
  const entry = { group: 'networking.k8s.io', kind: 'VirtualService', jsonPointers: ['/spec/http'] };

  test('does nothing when it does nothing for all Applications', () => {
    expect(ownershipOf('ApplicationSet', setOf(two, healing({ ignoreDifferences: [WEIGHTS, entry] }, KEEPING)), shop)).toMatchObject([{
      rule: 'ownership/ignored-kind-delivered', pointer: '/spec/template/spec/ignoreDifferences/1/kind',
      expected: 'networking.istio.io/VirtualService, as web is one', fix: 'write group: networking.istio.io and kind: VirtualService',
    }]);
  });

  test('may be for one of them', () => {
    expect(found(setOf(two, healing({ ...source('dist/{{ .folder }}'), ignoreDifferences: [WEIGHTS, entry] }, KEEPING)))).toEqual([]);
  });
});

test('Services of a set lose their hash to a server-side apply', () => {
  const blueGreen: Manifest = {
    apiVersion: 'argoproj.io/v1alpha1', kind: 'Rollout', metadata: { name: 'web' }, spec: { strategy: { blueGreen: { activeService: 'web' } } },
  };
  const service: Manifest = { apiVersion: 'v1', kind: 'Service', metadata: { name: 'web' }, spec: {} };
  expect(found(setOf(two, healing({}, 'ServerSideApply=true')), [blueGreen, service])).toEqual([
    expect.stringMatching(/^ownership\/server-side-services \/spec\/template\/spec\/syncPolicy\/syncOptions\/0: every apply takes the hash out/),
  ]);
});
