import { isJsonObject, type JsonObject, type JsonValue } from '../../../manifests/json';
import { valueAt } from '../../../manifests/pointer';
import { defineRule } from '../../rule';
import { exampleCluster } from './example-registration';
import { registrationOfType, SECRET_KINDS } from './registrations';

/** Finds what Argo CD cannot use in the `config` of a cluster. */
export const clusterConfig = defineRule({
  id: 'fleet/cluster-config',
  severity: 'error',
  kinds: SECRET_KINDS,
  since: '0.1.0',
  implements: ['CD-245', 'CD-246', 'CD-247'],
  title: 'the config of a cluster is JSON that Argo CD can connect with',
  rationale: 'A config that is no JSON, or has a text where a true or false belongs, makes the cluster unusable: Argo CD logs that it could not '
    + 'read the Secret. An authority beside insecure: true, a certificate that is not base64, or a proxy of another scheme fails each connection.',
  bad: exampleCluster({ config: '{"tlsClientConfig": {"insecure": true, "caData": "Q0E="}}' }),
  good: exampleCluster({ config: '{"tlsClientConfig": {"insecure": false, "caData": "Q0E="}}' }),
  check(entry, context) {
    const field = registrationOfType(entry, 'cluster')?.fields.get('config');
    if (!field) return;
    if (!field.text) {
      const template = valueAt(entry.manifest, field.pointer);
      if (typeof template === 'string' && isBrokenTemplate(template)) {
        context.report(field.pointer, 'the config of the cluster is no JSON, whatever is filled in', { expected: 'a JSON object' });
      }
      return;
    }
    const config = parsed(field.text);
    const problem = config === undefined ? { message: 'the config of the cluster is no JSON', expected: 'a JSON object' } : problemIn(config);
    if (problem) context.report(field.pointer, problem.message, { expected: problem.expected, fix: problem.fix });
  },
});

interface Problem {
  readonly message: string;
  readonly expected?: string;
  readonly fix?: string;
}

const BOOLEANS: ReadonlyArray<readonly [string, ...string[]]> = [['disableCompression'], ['tlsClientConfig', 'insecure'], ['execProviderConfig', 'provideClusterInfo']];
const BYTES = ['caData', 'certData', 'keyData'];

function problemIn(config: JsonObject): Problem | undefined {
  for (const path of BOOLEANS) {
    const value = fieldAt(config, path);
    if (value === undefined || value === null || typeof value === 'boolean') continue;
    return { message: `${path.join('.')} of the config is ${JSON.stringify(value)}, and Argo CD cannot read the cluster`, expected: 'true or false, without quotes' };
  }
  const tls = config.tlsClientConfig;
  if (tls !== undefined && tls !== null && !isJsonObject(tls)) return { message: 'tlsClientConfig of the config is no object', expected: 'an object' };
  for (const key of BYTES) {
    const value = fieldAt(config, ['tlsClientConfig', key]);
    if (value === undefined || value === null || (typeof value === 'string' && isBase64(value))) continue;
    const expected = 'the PEM file, encoded in base64';
    return { message: `tlsClientConfig.${key} of the config is not base64, and Argo CD cannot read the cluster`, expected };
  }
  if (fieldAt(config, ['tlsClientConfig', 'insecure']) === true && fieldAt(config, ['tlsClientConfig', 'caData'])) {
    return { message: 'the config names an authority and turns its verification off, which Kubernetes refuses', fix: 'leave out caData, or say insecure: false' };
  }
  const { proxyUrl } = config;
  if (typeof proxyUrl === 'string' && proxyUrl !== '' && !/^(https?|socks5):/i.test(proxyUrl)) {
    return { message: `proxyUrl of the config is ${JSON.stringify(proxyUrl)}`, expected: 'a URL of http, https or socks5' };
  }
  return undefined;
}

/** Whether nothing that is filled in makes it JSON. Of blocks nobody knows what they leave. */
function isBrokenTemplate(text: string): boolean {
  if (!text.includes('{{') || /\{\{-?\s*(?:if|range|with|define|block|template|else|end)\b/.test(text)) return false;
  // A number is right where a value stands, and in quotes.
  const filled = text.replace(/\{\{.*?\}\}/gs, '0');
  return filled.trim() !== '0' && !filled.includes('00') && parsed(filled) === undefined;
}

function fieldAt(config: JsonObject, path: readonly string[]): JsonValue | undefined {
  return path.reduce<JsonValue | undefined>((value, key) => (isJsonObject(value) ? value[key] : undefined), config);
}

function parsed(text: string): JsonObject | undefined {
  try {
    const value = JSON.parse(text) as JsonValue;
    return isJsonObject(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

// Line ends are passed over, as Go does.
function isBase64(text: string): boolean {
  const letters = text.replace(/[\r\n]/g, '');
  return letters.length % 4 === 0 && /^[A-Za-z0-9+/]*={0,2}$/.test(letters);
}
