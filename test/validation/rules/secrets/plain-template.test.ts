import { dump } from 'js-yaml';
import type { JsonObject } from '../../../../src/manifests/json';
import { plainTemplate } from '../../../../src/validation/rules/secrets/plain-template';
import { findingsOf } from '../findings-of';

const metadata = (type?: string) => ({ labels: type === undefined ? {} : { 'argocd.argoproj.io/secret-type': type } });
const external = (data: JsonObject, type?: string, more: JsonObject = {}) => dump({
  apiVersion: 'external-secrets.io/v1', kind: 'ExternalSecret', metadata: { name: 'web' },
  spec: { target: { template: { metadata: metadata(type), data, ...more } } },
});
const sealed = (data: JsonObject, type?: string) => dump({
  apiVersion: 'bitnami.com/v1alpha1', kind: 'SealedSecret', metadata: { name: 'web' }, spec: { encryptedData: {}, template: { metadata: metadata(type), data } },
});

test.each<[string, string, string]>([
  ['password', '/spec/target/template/data/password', external({ url: 'https://git.example.com', type: 'git', username: 'x', password: 'hunter2hunter2' }, 'repository')],
  ['password', '/spec/target/template/data/password', external({ password: 'my hunter2 $1' }, 'repo-creds')],
  ['tlsClientCertKey', '/spec/target/template/data/tlsClientCertKey', external({ tlsClientCertKey: 'hunter2' }, 'repository')],
  ['DB_PASSWORD', '/spec/target/template/data/DB_PASSWORD', external({ DB_PASSWORD: 'hunter2' })],
  ['db.password', '/spec/target/template/data/file', external({ file: 'db.user={{ .user }}\ndb.password=hunter2\n' })],
  ['password', '/spec/target/template/templateFrom/0/literal', external({}, undefined, { templateFrom: [{ literal: 'password: hunter2' }] })],
  ['a credential of the config', '/spec/template/data/config', sealed({ config: '{"bearerToken":"hunter2"}' }, 'cluster')],
  ['a credential of the config', '/spec/template/data/config',
    sealed({ config: '{"tlsClientConfig":{"caData":{{ printf "%q" .ca }}},"execProviderConfig":{"env":{"CLIENT_SECRET":"hunter2"}}}' }, 'cluster')],
  ['a credential of the config', '/spec/template/data/config',
    sealed({ config: '{"tlsClientConfig":{"caData":"{{ .ca }}"},"execProviderConfig":{"args":["--client-secret","hunter2"]}}' }, 'cluster')],
])('%s is found at %s', (name, pointer, manifest) => {
  const findings = findingsOf(plainTemplate, manifest);
  expect(findings).toEqual([expect.objectContaining({ severity: 'error', pointer, message: `${name} stands in the template in plain text` })]);
  expect(JSON.stringify({ ...findings[0], entry: undefined })).not.toContain('hunter2');
});

test.each([
  external({ url: 'https://git.example.com', username: 'x', password: '{{ .password }}', tlsClientCertData: 'Q0E=' }, 'repository'),
  external({ password: '${PASSWORD}', sshPrivateKey: '' }, 'repository'),
  external({ tlsSecret: 'shop-tls', tokenFile: '/run/token', file: 'password: "{{ .password }}"' }),
  sealed({ config: '{"username":"x","password":"{{ .a }}{{ .b }}","tlsClientConfig":{"insecure":false,"caData":"Q0E="}}' }, 'cluster'),
  sealed({ config: '{ "bearerToken": {{ printf "%q" .bearerToken }}, "tlsClientConfig": { "keyData": {{ .key | quote }} } }' }, 'cluster'),
  sealed({ config: '{"bearerToken": {{ if .a }}"{{ .a }}"{{ else }}"{{ .b }}"{{ end }}}' }, 'cluster'),
  sealed({ config: '{"awsAuthConfig":{"clusterName":"eu"}}' }, 'cluster'),
  sealed({ config: '{{ .config }}' }, 'cluster'),
])('what the controller fills in is none: %#', (manifest) => {
  expect(findingsOf(plainTemplate, manifest)).toEqual([]);
});

test('shapes that the schema reports are left to it', () => {
  const manifest = (spec: JsonObject) => dump({ apiVersion: 'external-secrets.io/v1', kind: 'ExternalSecret', metadata: { name: 'web' }, spec });
  expect(findingsOf(plainTemplate, manifest({ target: 'x' }))).toEqual([]);
  expect(findingsOf(plainTemplate, manifest({ target: { template: { data: ['password'], templateFrom: { literal: 3 } } } }))).toEqual([]);
});
