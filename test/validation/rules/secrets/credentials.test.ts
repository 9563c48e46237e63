import { dump } from 'js-yaml';
import type { JsonObject } from '../../../../src/manifests/json';
import { providerShortHost } from '../../../../src/validation/rules/analysis/provider-short-host';
import { credentialByName } from '../../../../src/validation/rules/secrets/credential-by-name';
import { credentialInText } from '../../../../src/validation/rules/secrets/credential-in-text';
import { findingsOf } from '../findings-of';

/** What looks like one of many different letters, so that no scanner takes this file for a leak. */
const letters = (length: number) => 'aB3dE6gH9kL2mN5pQ8'.repeat(5).slice(0, length);
const data = (text: string) => dump({ apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'web' }, data: { text } });
const job = (container: JsonObject) => dump({
  apiVersion: 'batch/v1', kind: 'Job', metadata: { name: 'web' },
  spec: { template: { spec: { restartPolicy: 'Never', containers: [{ name: 'web', image: 'example.com/web:1', ...container }] } } },
});

describe('credentials by their form', () => {
  test.each([
    [`ghp_${letters(36)}`, 'a token of GitHub'],
    [`github_pat_${letters(30)}`, 'a token of GitHub'],
    [`Bearer glpat-${letters(20)}`, 'a token of GitLab'],
    [`xoxb-123456789012-${letters(20)}`, 'a token of Slack'],
    [`https://hooks.slack.com/services/T0001/B0001/${letters(24)}`, 'a webhook of Slack'],
    ['AKIAQ3EGXMPLKEY4T7RS', 'an access key of AWS'],
    [`sk_live_${letters(24)}`, 'a key of Stripe'],
    [`npm_${letters(36)}`, 'a token of npm'],
    [`eyJ${letters(20)}.eyJ${letters(20)}.${letters(10)}`, 'a JSON web token'],
    [`-----BEGIN EC PRIVATE KEY-----\n${letters(60)}\n`, 'a private key'],
    ['postgres://web:hunter2@db.shop:5432/web', 'the password of a URL'],
    ['see https://api.example.com/x?verbose=1&access_token=hunter2', 'the access_token of a URL'],
  ])('%j', (text, form) => {
    const findings = findingsOf(credentialInText, data(text));
    expect(findings).toEqual([expect.objectContaining({ severity: 'error', pointer: '/data/text', received: form })]);
    const { message, received, expected, fix } = findings[0]!;
    expect([message, received, expected, fix].join('\n')).not.toMatch(/hunter2|aB3dE6gH9|Q3EGXMPL/);
  });

  test.each([
    'ghp_xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx', 'AKIAIOSFODNN7EXAMPLE', '-----BEGIN PRIVATE KEY-----', 'postgres://web:$(PASSWORD)@db.shop',
    'https://{{args.user}}:{{args.password}}@api.example.com', 'https://git@github.com/org/repo', 'http://web:8080/a@b', 'http://web?token={{args.token}}',
    'https://login.example.com/oauth2?response_type=token', 'ssh://git@example.com:22/x', 'npm_config_cache', 'xoxb-your-token',
    '-----BEGIN PRIVATE KEY-----\n${KEY}', `sha256:${letters(64)}`, 'image@sha256:0123456789abcdef',
  ])('%j is none', (text) => {
    expect(findingsOf(credentialInText, data(text))).toEqual([]);
  });

  test('whatever the field', () => {
    const manifest = dump({
      apiVersion: 'argoproj.io/v1alpha1', kind: 'Rollout', metadata: { name: 'web', annotations: { note: `ghp_${letters(36)}` } },
      spec: { strategy: { canary: { trafficRouting: { plugins: { 'a/b': { nested: [`npm_${letters(36)}`] } } } } } },
    });
    expect(findingsOf(credentialInText, manifest).map((finding) => finding.pointer)).toEqual([
      '/metadata/annotations/note', '/spec/strategy/canary/trafficRouting/plugins/a~1b/nested/0',
    ]);
  });

  test('of the values of a Secret only the URL of a registration is looked at, as the Secret itself is refused', () => {
    const secret = (stringData: JsonObject) => dump({ apiVersion: 'v1', kind: 'Secret', metadata: { name: 'web' }, stringData });
    expect(findingsOf(credentialInText, secret({ token: `ghp_${letters(36)}` }))).toEqual([]);
    expect(findingsOf(credentialInText, secret({ url: 'https://bot:hunter2@git.example.com/x' }))).toHaveLength(1);
  });
});

describe('credentials by their names', () => {
  test.each<[string, JsonObject]>([
    ['/spec/template/spec/containers/0/env/0/value', { env: [{ name: 'DB_PASSWORD', value: 'hunter2hunter2' }] }],
    ['/spec/template/spec/containers/0/env/0/value', { env: [{ name: 'apiKey', value: 'a1b2c3d4e5' }] }],
    ['/spec/template/spec/containers/0/env/0/value', { env: [{ name: 'AWS_SECRET_ACCESS_KEY', value: letters(40) }] }],
    ['/spec/template/spec/containers/0/args/1', { args: ['--port=80', '--admin-password=hunter2'] }],
  ])('%s of a container', (pointer, container) => {
    expect(findingsOf(credentialByName, job(container))).toEqual([expect.objectContaining({ severity: 'warning', pointer })]);
  });

  test.each([
    ['DB_PASSWORD_FILE', '/run/secrets/db'], ['DB_PASSWORD', '/run/secrets/db'], ['DB_PASSWORD', '$(OTHER)'], ['TLS_SECRET', 'shop-tls'],
    ['AUTH_SECRET', 'shop/basic-auth'], ['MAX_TOKEN', '4096'], ['TOKEN_TTL', 'hunter2hunter2'], ['TOKEN_URL', 'https://login.example.com/token'],
    ['TOKEN', 'https://login.example.com/token'], ['AWS_ACCESS_KEY_ID', 'abcdefgh'], ['USE_TOKEN', 'true'], ['SECRET_NAME', 'web-database'],
    ['KEYBOARD', 'qwertyuiop'], ['MONKEY', 'banana-split'], ['DB_PASSWORD', ''], ['TOKEN', 'vault:secret/data/x#y'],
  ])('%s: %s is none', (name, value) => {
    expect(findingsOf(credentialByName, job({ env: [{ name, value }] }))).toEqual([]);
  });

  test.each(['db.user=web\ndb.password=hunter2', 'server:\n  token: hunter2', '{\n  "apiKey": "hunter2",\n}', '  - client_secret: "hunter2"'])(
    'in a file: %j', (file) => {
      const findings = findingsOf(credentialByName, data(file));
      expect(findings).toHaveLength(1);
      expect(findings[0]!.message).toMatch(/^(db\.password|token|apiKey|client_secret) is written as text$/);
    },
  );

  test.each([
    'token: $slack-token', 'password = ${PASSWORD}', 'PASSWORD="$(cat /run/password)"', '# password=hunter2', 'secret: shop-tls',
    'password: {{ .Values.password }}', 'type: token', 'token:\n  file: x', 'a Password: the word that opens', 'token = read(path)',
  ])('not in a file: %j', (file) => {
    expect(findingsOf(credentialByName, data(file))).toEqual([]);
  });

  test('the configuration of a plugin', () => {
    const step = { plugin: { name: 'a/b', config: { password: 'hunter2', url: 'https://example.com' } } };
    const rollout = dump({
      apiVersion: 'argoproj.io/v1alpha1', kind: 'Rollout', metadata: { name: 'web' }, spec: { strategy: { canary: { steps: [step] } } },
    });
    expect(findingsOf(credentialByName, rollout).map((finding) => finding.pointer)).toEqual(['/spec/strategy/canary/steps/0/plugin/config/password']);
  });

  test('fields that other kinds have are not meant', () => {
    const spec = { token: 'hunter2hunter2', secret: 'abc', secretKeyRef: { key: 'password' } };
    expect(findingsOf(credentialByName, dump({ apiVersion: 'example.com/v1', kind: 'Login', metadata: { name: 'web' }, spec }))).toEqual([]);
  });
});

test('the user of an address is not taken for its host, and no report repeats the password', () => {
  const template = (address: string) => dump({
    apiVersion: 'argoproj.io/v1alpha1', kind: 'AnalysisTemplate', metadata: { name: 'web' },
    spec: { metrics: [{ name: 'up', successCondition: 'result[0] > 0', provider: { prometheus: { address, query: 'up' } } }] },
  });
  expect(findingsOf(providerShortHost, template('http://admin:hunter2@prometheus.monitoring:9090'))).toEqual([]);
  const [finding] = findingsOf(providerShortHost, template('http://admin:hunter2@prometheus:9090'));
  expect(finding).toMatchObject({ message: expect.stringContaining('asks prometheus,'), received: 'http://...@prometheus:9090' });
});

describe('credentials in the values of a Helm chart', () => {
  const helm = (values: JsonObject) => dump({
    apiVersion: 'argoproj.io/v1alpha1', kind: 'Application', metadata: { name: 'web' },
    spec: { source: { repoURL: 'https://charts.example.com', chart: 'web', targetRevision: '1.0.0', helm: values } },
  });

  test.each([
    [{ valuesObject: { database: { password: 'hunter2-of-the-shop' } } }, 'password is written as text'],
    [{ values: 'database:\n  password: hunter2-of-the-shop\n' }, 'password is written as text'],
    [{ parameters: [{ name: 'database.password', value: 'hunter2-of-the-shop' }] }, 'password is written as text'],
  ])('are found by their names: %#', (values, message) => {
    expect(findingsOf(credentialByName, helm(values)).map((finding) => finding.message)).toEqual([message]);
  });

  test.each([
    [{ valuesObject: { auth: { existingSecret: 'database', passwordKey: 'password' }, password: '$(PASSWORD)' } }],
    [{ parameters: [{ name: 'database.existingSecret', value: 'database' }] }],
  ])('are not what names a Secret: %#', (values) => {
    expect(findingsOf(credentialByName, helm(values))).toEqual([]);
  });
});
