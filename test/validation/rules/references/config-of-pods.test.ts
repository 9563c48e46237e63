import { configKeys } from '../../../../src/validation/rules/references/config-keys';
import { configMapExists } from '../../../../src/validation/rules/references/config-map-exists';
import { configNamed } from '../../../../src/validation/rules/references/config-named';
import { serviceAccountExists } from '../../../../src/validation/rules/references/service-account-exists';
import { joinDocuments } from '../../../../src/validation/rules/rollouts/example-rollout';
import { findingsOf } from '../findings-of';

const pods = (spec: string, container = '{}') =>
  `{ apiVersion: batch/v1, kind: Job, metadata: { name: web }, spec: { template: { spec: { ${spec === '' ? '' : `${spec}, `}containers: [${container}] } } } }\n`;
const configMap = (name: string, data = '{ a.yml: x, CURRENCY: EUR }') => `{ apiVersion: v1, kind: ConfigMap, metadata: { name: ${name} }, data: ${data} }\n`;
const external = (name: string, spec: string) => `{ apiVersion: external-secrets.io/v1, kind: ExternalSecret, metadata: { name: ${name} }, spec: ${spec} }\n`;
const envFrom = (name: string) => pods('', `{ envFrom: [{ configMapRef: { name: ${name} } }] }`);
const keyRef = (kind: 'configMap' | 'secret', name: string, key: string, more = '') =>
  pods('', `{ env: [{ name: X, valueFrom: { ${kind}KeyRef: { name: ${name}, key: ${key}${more} } } }] }`);

describe('names', () => {
  test.each([
    ['a ConfigMap', envFrom('setings'), configMap('settings'), 'settings'],
    ['the hash of its content', envFrom('settings'), configMap('settings-2841a2346f'), 'settings-2841a2346f'],
    ['what an ExternalSecret makes', keyRef('secret', 'databse', 'password'), external('db', '{ target: { name: database } }'), 'database'],
    ['a claim', pods('volumes: [{ name: v, persistentVolumeClaim: { claimName: uplods } }]'), '{ apiVersion: v1, kind: PersistentVolumeClaim, metadata: { name: uploads } }\n', 'uploads'],
    ['an account', pods('serviceAccountName: migratr'), '{ apiVersion: v1, kind: ServiceAccount, metadata: { name: migrator } }\n', 'migrator'],
  ])('%s that is there but for a letter is meant', (_what, yaml, other, value) => {
    expect(findingsOf(configNamed, joinDocuments(yaml, other))).toMatchObject([{ severity: 'error', expected: value }]);
  });

  test.each([
    ['one of others', envFrom('orders-config'), configMap('payment-config')],
    ['one of another number', envFrom('settings-1'), configMap('settings-2')],
    ['one of another namespace', envFrom('setings'), configMap('settings').replace('name: settings', 'name: settings, namespace: other')],
    ['that of an ExternalSecret', keyRef('secret', 'database', 'password'), external('databas', '{ target: { name: database } }')],
    ['a template', envFrom('"{{ .Values.settings }}"'), configMap('settings')],
  ])('%s is no slip', (_what, yaml, other) => {
    expect(findingsOf(configNamed, joinDocuments(yaml, other))).toEqual([]);
  });

  test('what is a slip is not missed once more in the profile strict', () => {
    expect(findingsOf(configMapExists, joinDocuments(envFrom('setings'), configMap('settings')))).toEqual([]);
    expect(findingsOf(serviceAccountExists, joinDocuments(pods('serviceAccountName: migratr'), '{ apiVersion: v1, kind: ServiceAccount, metadata: { name: migrator } }\n'))).toEqual([]);
  });

  test('a ConfigMap that is nowhere is told in the profile strict, but not one that each namespace has', () => {
    expect(findingsOf(configMapExists, envFrom('settings'))).toMatchObject([{ severity: 'info', message: 'there is no ConfigMap settings in namespace shop' }]);
    expect(findingsOf(configMapExists, envFrom('kube-root-ca.crt'))).toEqual([]);
  });
});

describe('keys', () => {
  const at = '/spec/template/spec';
  const volume = (source: string) => `volumes: [{ name: v, ${source} }]`;
  test.each([
    ['a variable', keyRef('configMap', 'settings', 'CURENCY'), `${at}/containers/0/env/0/valueFrom/configMapKeyRef/key`],
    ['an item of a volume', pods(volume('configMap: { name: settings, items: [{ key: b.yml, path: x }] }')), `${at}/volumes/0/configMap/items/0/key`],
    ['an item of a projected volume', pods(volume('projected: { sources: [{ configMap: { name: settings, items: [{ key: b.yml, path: x }] } }] }')),
      `${at}/volumes/0/projected/sources/0/configMap/items/0/key`],
    ['a file that is mounted', pods(volume('configMap: { name: settings }'), '{ volumeMounts: [{ name: v, mountPath: /etc/a.yml, subPath: a.yaml }] }'), `${at}/containers/0/volumeMounts/0/subPath`],
  ])('%s that a ConfigMap does not have is an error', (_what, yaml, pointer) => {
    expect(findingsOf(configKeys, joinDocuments(yaml, configMap('settings')))).toMatchObject([{ severity: 'error', pointer }]);
  });

  test.each([
    ['what an ExternalSecret reads', '{ data: [{ secretKey: password }] }'],
    ['what its template writes', '{ data: [{ secretKey: x }], target: { template: { data: { password: "{{ .x }}" } } } }'],
  ])('%s is known', (_what, spec) => {
    expect(findingsOf(configKeys, joinDocuments(keyRef('secret', 'database', 'password'), external('database', spec)))).toEqual([]);
    expect(findingsOf(configKeys, joinDocuments(keyRef('secret', 'database', 'passwrd'), external('database', spec)))).toMatchObject([{
      message: 'ExternalSecret database has no key passwrd', fix: 'did you mean password?', edit: { value: 'password' },
    }]);
  });

  test.each([
    ['a key that is there', keyRef('configMap', 'settings', 'CURRENCY'), configMap('settings')],
    ['a key that need not be there', keyRef('configMap', 'settings', 'X', ', optional: true'), configMap('settings')],
    ['a ConfigMap of others', keyRef('configMap', 'other', 'X'), configMap('settings')],
    ['a ConfigMap that somebody fills', keyRef('configMap', 'settings', 'X'), configMap('settings', '{}')],
    ['all keys of a store', keyRef('secret', 'database', 'X'), external('database', '{ dataFrom: [{ extract: { key: x } }] }')],
    ['a file under another name', pods(volume('configMap: { name: settings, items: [{ key: a.yml, path: b.yml }] }'), '{ volumeMounts: [{ name: v, mountPath: /b, subPath: b.yml }] }'), configMap('settings')],
    ['a Secret that a controller fills', keyRef('secret', 'token', 'token'),
      '{ apiVersion: v1, kind: Secret, type: kubernetes.io/service-account-token, metadata: { name: token }, data: { ca: eA== } }\n'],
  ])('%s is right', (_what, yaml, other) => {
    expect(findingsOf(configKeys, joinDocuments(yaml, other))).toEqual([]);
  });
});
