import { credentialForm } from '../../../languages/credentials/credential-forms';
import { execCredential } from '../../../languages/credentials/exec-credential';
import { isJsonObject, type JsonObject, type JsonValue } from '../../../manifests/json';

/** Fields of the `config` of a cluster that are no secret, in small letters, as Go reads them in any case. */
const HARMLESS: Readonly<Record<string, ReadonlySet<string>>> = {
  '': new Set(['awsauthconfig', 'disablecompression', 'execproviderconfig', 'proxyurl', 'tlsclientconfig', 'username']),
  awsauthconfig: new Set(['clustername', 'profile', 'rolearn']),
  execproviderconfig: new Set(['apiversion', 'args', 'command', 'env', 'installhint', 'provideclusterinfo']),
  tlsclientconfig: new Set(['cadata', 'certdata', 'insecure', 'servername']),
};

/** What stands for a value that a controller fills in. */
const FILLED_IN = '{{}}';

/** Whether the `config` of a cluster holds more than how to reach it. Fields that nobody knows may be misspelt credentials. */
export function holdsCredentials(config: string): boolean {
  const parsed = objectOf(config);
  return parsed === undefined || credentialForm(config) !== undefined || hasCredential(parsed);
}

/** The same of a `config` that a Go template makes: what it fills in is no text of the manifest. */
export function templateHoldsCredentials(config: string): boolean {
  if (!config.includes('{{')) return holdsCredentials(config);
  const parsed = objectOf(withoutActions(config));
  // A template with conditions is no JSON before it has run.
  return parsed !== undefined && hasCredential(parsed);
}

function hasCredential(config: JsonObject): boolean {
  return Object.entries(config).some(([name, value]) => {
    const key = name.toLowerCase();
    if (isEmpty(value)) return false;
    if (!HARMLESS['']!.has(key)) return true;
    const fields = HARMLESS[key];
    if (fields === undefined) return typeof value === 'object';
    if (!isJsonObject(value)) return true;
    return Object.entries(value).some(([inner, at]) => !isEmpty(at) && !fields.has(inner.toLowerCase()))
      || (key === 'execproviderconfig' && runsWithCredential(value))
      || (key === 'tlsclientconfig' && Object.values(value).some(isPrivateKey));
  });
}

function runsWithCredential(exec: JsonObject): boolean {
  const fields = new Map(Object.entries(exec).map(([key, value]) => [key.toLowerCase(), value]));
  const [args, env] = [fields.get('args'), fields.get('env')];
  return execCredential(Array.isArray(args) ? args : [], isJsonObject(env) ? env : {}) !== undefined;
}

/** A file of a certificate often holds its key too. */
function isPrivateKey(value: JsonValue | undefined): boolean {
  return typeof value === 'string' && Buffer.from(value, 'base64').toString('latin1').includes('PRIVATE KEY-----');
}

function isEmpty(value: JsonValue | undefined): boolean {
  if (typeof value === 'string') return value === '' || value.includes(FILLED_IN);
  return value === undefined || value === null || typeof value === 'boolean';
}

/** Puts a text in the place of each action, with quotes where it has none around it. */
function withoutActions(template: string): string {
  let isInText = false;
  return template.split(/(\{\{.*?\}\})/s).map((piece, i) => {
    if (i % 2 === 1) return isInText ? FILLED_IN : JSON.stringify(FILLED_IN);
    const quotes = piece.replace(/\\./gs, '').split('"').length - 1;
    isInText = isInText !== (quotes % 2 === 1);
    return piece;
  }).join('');
}

function objectOf(text: string): JsonObject | undefined {
  try {
    const value = JSON.parse(text) as JsonValue;
    return isJsonObject(value) ? value : undefined;
  } catch {
    return undefined;
  }
}
