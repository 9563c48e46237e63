import { dump } from 'js-yaml';
import type { JsonObject } from '../../../../src/manifests/json';
import { credentialByName } from '../../../../src/validation/rules/secrets/credential-by-name';
import { plainPatch } from '../../../../src/validation/rules/secrets/plain-patch';
import { findingsOf } from '../findings-of';

const application = (source: JsonObject) => dump({ apiVersion: 'argoproj.io/v1alpha1', kind: 'Application', metadata: { name: 'web' }, spec: { source } });
const patched = (patch: string, target?: JsonObject) => application({ path: 'web', kustomize: { patches: [{ patch, ...target && { target } }] } });
const set = (generator: JsonObject) => dump({
  apiVersion: 'argoproj.io/v1alpha1', kind: 'ApplicationSet', metadata: { name: 'web' }, spec: { generators: [generator], template: {} },
});

describe('a patch of a Secret', () => {
  test.each<[string, string, JsonObject]>([
    ['stringData.password', '- op: add\n  path: /stringData/password\n  value: hunter2', { kind: 'Secret' }],
    ['stringData.password', '- { op: replace, path: /stringData, value: { password: hunter2 } }', {}],
    ['data.a', '[{"op":"add","path":"/data/a","value":"aHVudGVyMg=="}]', { kind: 'Secret' }],
    ['data.a, stringData.b', 'kind: Secret\nmetadata: { name: db }\nstringData: { b: hunter2 }\ndata: { a: aHVudGVyMg== }', {}],
    ['stringData.b', 'metadata: { name: db }\nstringData: { b: hunter2 }', { kind: 'Secret' }],
  ])('with %s is refused', (received, patch, target) => {
    expect(findingsOf(plainPatch, patched(patch, target))).toEqual([expect.objectContaining({ severity: 'error', pointer: '/spec/source/kustomize/patches/0/patch', received })]);
    expect(findingsOf(credentialByName, patched(patch, target))).toEqual([]);
  });

  test.each<[string, JsonObject]>([
    ['- op: remove\n  path: /data/password', { kind: 'Secret' }],
    ['- op: add\n  path: /data/a\n  value: b', { kind: 'ConfigMap' }],
    ['- op: add\n  path: /metadata/labels/a\n  value: b', { kind: 'Secret' }],
    ['kind: Secret\nmetadata: { name: db }\n$patch: delete\ndata: { a: null }', {}],
    ['kind: ConfigMap\nmetadata: { name: db }\ndata: { a: b }', {}],
    ['- op: add\n  path: /stringData/password\n  value: "{{ .password }}"', {}],
    ['a: [', {}], ['- 3', {}], ['', {}],
  ])('without a value is none: %j', (patch, target) => {
    expect(findingsOf(plainPatch, patched(patch, target))).toEqual([]);
  });

  test('is not the only one that may hold a credential', () => {
    expect(findingsOf(credentialByName, patched('kind: ConfigMap\ndata:\n  DB_PASSWORD: hunter2\n'))).toHaveLength(1);
  });
});

test.each<[string, string, string]>([
  ['password', '/spec/source/directory/jsonnet/extVars/0/value', application({ directory: { jsonnet: { extVars: [{ name: 'password', value: 'hunter2' }] } } })],
  ['token', '/spec/source/directory/jsonnet/tlas/0/value', application({ directory: { jsonnet: { tlas: [{ name: 'token', value: 'hunter2' }] } } })],
  ['password', '/spec/source/plugin/parameters/0/string', application({ plugin: { parameters: [{ name: 'password', string: 'hunter2' }] } })],
  ['tokens', '/spec/source/plugin/parameters/0/map/token', application({ plugin: { parameters: [{ name: 'tokens', map: { token: 'hunter2' } }] } })],
  ['password', '/spec/source/plugin/parameters/0/array/0', application({ plugin: { parameters: [{ name: 'password', array: ['hunter2'] }] } })],
  ['token', '/spec/generators/0/list/elements/0/token', set({ list: { elements: [{ n: 'a', token: 'hunter2' }] } })],
  ['token', '/spec/generators/0/list/elementsYaml', set({ list: { elementsYaml: '- n: a\n  token: hunter2\n' } })],
  ['password', '/spec/generators/0/clusters/values/password', set({ clusters: { values: { password: 'hunter2' } } })],
])('%s is found at %s', (name, pointer, manifest) => {
  const findings = findingsOf(credentialByName, manifest);
  expect(findings).toEqual([expect.objectContaining({ pointer })]);
  expect(findings[0]!.message).toBe(`${name.replace('tokens', 'token')} is written as text`);
});

test.each([
  application({ directory: { jsonnet: { extVars: [{ name: 'passwordFile', value: '/run/password' }, { name: 'token', value: '$ARGOCD_ENV_TOKEN' }] } } }),
  application({ plugin: { parameters: [{ name: 'password', string: '<path:shop#password>' }, { name: 3, string: 'hunter2' }] } }),
  set({ list: { elements: [{ cluster: 'eu', tokenSecret: 'shop-token', password: '{{ .p }}' }] } }),
  set({ pullRequest: { github: { tokenRef: { secretName: 'github', key: 'token' } }, values: { team: 'shop' } } }),
])('what names a credential is none: %#', (manifest) => {
  expect(findingsOf(credentialByName, manifest)).toEqual([]);
});
