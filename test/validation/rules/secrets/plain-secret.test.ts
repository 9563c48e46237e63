import { dump } from 'js-yaml';
import type { JsonObject } from '../../../../src/manifests/json';
import { plainSecret } from '../../../../src/validation/rules/secrets/plain-secret';
import { findingsOf } from '../findings-of';

const secret = (fields: JsonObject, labels: JsonObject = {}) => dump({ apiVersion: 'v1', kind: 'Secret', metadata: { name: 'db', labels }, ...fields });
const registration = (stringData: JsonObject) => secret({ stringData }, { 'argocd.argoproj.io/secret-type': 'cluster' });

test.each([
  [{ stringData: { password: 'hunter2', user: 'web' } }, '/stringData', 'keys password, user'],
  [{ data: { password: 'aHVudGVyMg==' } }, '/data', 'key password'],
])('%j is refused, and the report does not repeat it', (fields, pointer, received) => {
  const findings = findingsOf(plainSecret, secret(fields));
  expect(findings).toEqual([expect.objectContaining({ severity: 'error', pointer, received })]);
  expect(JSON.stringify([findings[0]?.message, findings[0]?.fix])).not.toMatch(/hunter2|aHVudGVyMg/);
});

test.each([{}, { data: {} }, { stringData: {} }, { data: null }, { type: 'kubernetes.io/service-account-token' }])('%j holds nothing', (fields) => {
  expect(findingsOf(plainSecret, secret(fields))).toEqual([]);
});

test('other kinds are not looked at', () => {
  expect(findingsOf(plainSecret, secret({ spec: { encryptedData: { password: 'AgB...' } } }).replace('kind: Secret', 'kind: SealedSecret'))).toEqual([]);
});

describe('what registers a cluster or repository with Argo CD', () => {
  test.each([
    [{ name: 'staging', server: 'https://staging.example.com', config: '{"tlsClientConfig":{"insecure":false,"caData":"LS0t"}}' }],
    [{ name: 'eu', config: '{"execProviderConfig":{"command":"argocd-k8s-auth","args":["azure"],"env":{"AAD_LOGIN_METHOD":"workloadidentity","TOKEN_FILE":"/run/t"}}}' }],
    [{ name: 'eu', config: '{"awsAuthConfig":{"clusterName":"eu","roleARN":"arn:aws:iam::1234:role/argocd"},"bearerToken":"","TLSClientConfig":{"insecure":true}}' }],
    [{ type: 'git', url: 'https://git.example.com/org/manifests.git', project: 'shop' }],
  ])('%j is no secret', (stringData) => {
    expect(findingsOf(plainSecret, registration(stringData))).toEqual([]);
  });

  test.each([
    [{ server: 'https://x', config: '{"bearerToken":"abc"}' }, 'key config'],
    [{ server: 'https://x', config: '{"tlsClientConfig":{"keyData":"abc"}}' }, 'key config'],
    [{ server: 'https://x', config: 'no json' }, 'key config'],
    [{ server: 'https://x', config: '{"bearerTokn":"s3cr3t"}' }, 'key config'],
    [{ server: 'https://x', config: '{"tlsClientConfig":{"keyDta":"s3cr3t"}}' }, 'key config'],
    [{ server: 'https://x', config: JSON.stringify({ tlsClientConfig: { certData: btoa('-----BEGIN RSA PRIVATE KEY-----') } }) }, 'key config'],
    [{ server: 'https://x', config: '{"execProviderConfig":{"command":"x","env":{"CLIENT_SECRET":"hunter-two"}}}' }, 'key config'],
    [{ server: 'https://x', config: '{"execProviderConfig":{"command":"x","args":["--token=hunter2"]}}' }, 'key config'],
    [{ server: 'https://x', config: '{"ExecProviderConfig":{"Command":"x","Args":["--client-secret","hunter2"]}}' }, 'key config'],
    [{ url: 'https://x', password: 'abc' }, 'key password'],
    [{ url: 'https://x', sshPrivateKey: 'abc', githubAppPrivateKey: 'def' }, 'keys githubAppPrivateKey, sshPrivateKey'],
  ])('%j is one', (stringData, received) => {
    expect(findingsOf(plainSecret, registration(stringData))).toEqual([expect.objectContaining({ received })]);
  });

  test('the same fields without the label are secrets', () => {
    expect(findingsOf(plainSecret, secret({ stringData: { url: 'https://user:password@git.example.com' } }))).toHaveLength(1);
  });

  test('encoded configuration is read', () => {
    const config = Buffer.from('{"tlsClientConfig":{"insecure":true}}').toString('base64');
    expect(findingsOf(plainSecret, secret({ data: { config } }, { 'argocd.argoproj.io/secret-type': 'cluster' }))).toEqual([]);
  });
});
