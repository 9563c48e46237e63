import { credentialForm } from '../../../languages/credentials/credential-forms';
import { isJsonObject, type JsonObject, type JsonValue } from '../../../manifests/json';
import type { Manifest } from '../../../manifests/manifest';
import { defineRule } from '../../rule';
import { holdsCredentials } from './cluster-credentials';

/** What registers a repository or a cluster with Argo CD and is no secret, though it is kept in a Secret. */
const REGISTRATION_FIELDS: ReadonlySet<string> = new Set([
  'azureActiveDirectoryEndpoint', 'azureServicePrincipalClientID', 'azureServicePrincipalClientId', 'azureServicePrincipalTenantID',
  'azureServicePrincipalTenantId', 'clusterResources', 'depth', 'enableLfs', 'enableOCI', 'enablePartialClone', 'forceHttpBasicAuth', 'githubAppEnterpriseBaseUrl', 'githubAppID',
  'githubAppInstallationID', 'insecure', 'insecureIgnoreHostKey', 'insecureOCIForceHttp', 'name', 'namespaces', 'noProxy', 'project', 'server',
  'shard', 'type', 'url', 'useAzureWorkloadIdentity', 'username', 'webhookManifestCacheWarmDisabled',
]);

/** Finds secrets in plain text. */
export const plainSecret = defineRule({
  id: 'secrets/plain-secret',
  severity: 'error',
  kinds: ['Secret'],
  since: '0.1.0',
  implements: ['P31'],
  title: 'no secret is written in plain text',
  rationale:
    'The output goes to Git, where everybody who can read the repository reads it, for ever: base64 is no encryption. Commit a '
    + 'SealedSecret, an ExternalSecret or a file encrypted with SOPS, and rotate what was committed already.',
  bad: `
apiVersion: v1
kind: Secret
metadata:
  name: database
stringData:
  password: hunter2
`,
  good: `
apiVersion: v1
kind: Secret
metadata:
  name: deployer-token
  annotations:
    kubernetes.io/service-account.name: deployer
type: kubernetes.io/service-account-token
---
apiVersion: v1
kind: Secret
metadata:
  name: manifests
  labels:
    argocd.argoproj.io/secret-type: repository
stringData:
  type: git
  url: https://git.example.com/org/manifests.git
`,
  check(entry, context) {
    const { manifest } = entry;
    for (const field of ['data', 'stringData']) {
      const values = manifest[field];
      if (!isJsonObject(values)) continue;
      const keys = Object.keys(values).filter((key) => !isRegistration(manifest, field, key, values));
      if (keys.length === 0) continue;
      context.report(`/${field}`, 'the Secret would be committed with its values', {
        received: `${keys.length === 1 ? 'key' : 'keys'} ${keys.sort().join(', ')}`,
        expected: 'a SealedSecret, an ExternalSecret, or a file encrypted with SOPS',
        fix: 'keep the value outside the code and let a controller in the cluster make the Secret',
      });
    }
  },
});

function isRegistration(manifest: Manifest, field: string, key: string, values: JsonObject): boolean {
  if (manifest.metadata.labels?.['argocd.argoproj.io/secret-type'] === undefined) return false;
  if (REGISTRATION_FIELDS.has(key)) return true;
  const value = textOf(values[key], field === 'data');
  if (key === 'proxy') return credentialForm(value) === undefined;
  return key === 'config' && !holdsCredentials(value);
}

function textOf(value: JsonValue | undefined, encoded: boolean): string {
  if (typeof value !== 'string') return '';
  return encoded ? Buffer.from(value, 'base64').toString('utf8') : value;
}
