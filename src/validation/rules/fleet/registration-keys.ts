import { isJsonObject, type JsonValue } from '../../../manifests/json';
import { certainlyMeant, renamed } from '../../certain-edit';
import { defineRule, type RuleContext } from '../../rule';
import { nearest } from '../../schema/similar-name';
import { exampleSealedRepository } from './example-registration';
import { fieldText, type Registration, registrationOf, type RegistrationField, SECRET_KINDS, SECRET_TYPE } from './registrations';

const CLUSTER = ['clusterResources', 'config', 'name', 'namespaces', 'project', 'server', 'shard'];

const CREDENTIALS = [
  'azureActiveDirectoryEndpoint', 'azureServicePrincipalClientSecret', 'bearerToken', 'enableOCI', 'forceHttpBasicAuth', 'gcpServiceAccountKey',
  'githubAppEnterpriseBaseUrl', 'githubAppID', 'githubAppInstallationID', 'githubAppPrivateKey', 'insecureOCIForceHttp', 'noProxy', 'password',
  'proxy', 'sshPrivateKey', 'tlsClientCertData', 'tlsClientCertKey', 'type', 'url', 'useAzureWorkloadIdentity', 'username',
];

const REPOSITORY = [
  ...CREDENTIALS, 'azureServicePrincipalClientId', 'azureServicePrincipalTenantId', 'depth', 'enableLfs', 'insecure', 'insecureIgnoreHostKey', 'name', 'project',
  'webhookManifestCacheWarmDisabled',
];

// A template of credentials writes two keys in another way than a repository does.
const TEMPLATE = [...CREDENTIALS, 'azureServicePrincipalClientID', 'azureServicePrincipalTenantID'];

const KEYS: Readonly<Record<string, readonly string[]>> = {
  cluster: CLUSTER,
  repository: REPOSITORY,
  'repository-write': REPOSITORY,
  'repo-creds': TEMPLATE,
  'repo-write-creds': TEMPLATE,
};

// In any case of letters, as Go reads JSON.
const CONFIG = ['awsAuthConfig', 'bearerToken', 'disableCompression', 'execProviderConfig', 'password', 'proxyUrl', 'tlsClientConfig', 'username'];
const TLS = ['caData', 'certData', 'insecure', 'keyData', 'serverName'];

/** Finds keys of registrations that Argo CD does not read. */
export const registrationKeys = defineRule({
  id: 'fleet/registration-keys',
  severity: 'warning',
  kinds: SECRET_KINDS,
  since: '0.1.0',
  implements: [],
  title: 'a registration has keys that Argo CD reads',
  rationale: 'Argo CD takes the keys that it knows from the Secret, letter by letter, and passes over all others: with sshPrivatekey it connects '
    + 'without a key. Templates of credentials write azureServicePrincipalClientID where a repository writes azureServicePrincipalClientId.',
  bad: exampleSealedRepository('git@git.example.com:org/manifests.git', 'sshPrivatekey'),
  good: exampleSealedRepository('git@git.example.com:org/manifests.git', 'sshPrivateKey'),
  check(entry, context) {
    const registration = registrationOf(entry);
    const keys = KEYS[registration.labels.at(SECRET_TYPE).text];
    if (!keys) return;
    for (const [key, field] of registration.fields) {
      if (keys.includes(key) || isFilledIn(registration, key, field)) continue;
      const meant = nearest(key, keys);
      context.report(field.pointer, `Argo CD reads no key ${key} of this Secret`, {
        received: key, fix: meant ? `did you mean ${meant}?` : 'take it out', ...renamed(field.pointer, certainlyMeant(key, keys)),
      });
    }
    if (keys === CLUSTER) checkConfig(registration, context);
  },
});

/** Whether a sealed credential is there for a text of the template. */
function isFilledIn({ entry }: Registration, key: string, field: RegistrationField): boolean {
  if (entry.id.kind !== 'SealedSecret' || field.text !== undefined) return false;
  return JSON.stringify(entry.manifest.spec).includes(`.${key}`);
}

function checkConfig(registration: Registration, context: RuleContext): void {
  const text = fieldText(registration, 'config');
  if (text === '') return;
  const config = parsed(text);
  if (!isJsonObject(config)) return;
  const { tlsClientConfig: tls } = config;
  const names = [
    ...unread(Object.keys(config), CONFIG).map((key) => [key, CONFIG] as const),
    ...unread(isJsonObject(tls) ? Object.keys(tls) : [], TLS).map((key) => [key, TLS] as const),
  ];
  for (const [key, known] of names) {
    const meant = nearest(key, known);
    context.report(registration.fields.get('config')!.pointer, `Argo CD reads no field ${key} of the config`, {
      received: key, expected: known.join(', '), fix: meant && `did you mean ${meant}?`,
    });
  }
}

function unread(keys: readonly string[], known: readonly string[]): string[] {
  return keys.filter((key) => !known.some((one) => one.toLowerCase() === key.toLowerCase()));
}

// What is no JSON has a rule of its own.
function parsed(text: string): JsonValue | undefined {
  try {
    return JSON.parse(text) as JsonValue;
  } catch {
    return undefined;
  }
}
