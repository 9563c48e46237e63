import { RemoteSecret } from '../secrets/remote-secret';
import { SealedValue } from '../secrets/sealed-value';
import type { SecretValue } from '../secrets/secret-value';

/** A part of the configuration of a cluster: JSON with credentials in the places of texts. */
export type ConfigValue = string | boolean | SecretValue | readonly string[] | ConfigObject | undefined;

/** An object of the configuration. */
export interface ConfigObject {
  readonly [key: string]: ConfigValue;
}

/** The credentials in a configuration, by the names of their fields, which differ. */
export function secretsIn(config: ConfigObject): Record<string, SecretValue> {
  return Object.fromEntries(Object.entries(config).flatMap(([key, value]): ReadonlyArray<readonly [string, SecretValue]> => {
    if (isSecret(value)) return [[key, value]];
    return isObject(value) ? Object.entries(secretsIn(value)) : [];
  }));
}

/** The JSON of a configuration, with a Go template in the place of each credential. */
export function configJson(config: ConfigObject): string {
  return jsonOf('', config);
}

function jsonOf(key: string, value: ConfigValue): string {
  // %q quotes as JSON does what tokens and base64 consist of, and every Go template knows it.
  if (isSecret(value)) return `{{ printf "%q" .${key} }}`;
  if (!isObject(value)) return JSON.stringify(value);
  const fields = Object.entries(value).filter(([, field]) => field !== undefined);
  return `{ ${fields.map(([name, field]) => `${JSON.stringify(name)}: ${jsonOf(name, field)}`).join(', ')} }`;
}

function isSecret(value: ConfigValue): value is SecretValue {
  return value instanceof RemoteSecret || value instanceof SealedValue;
}

function isObject(value: ConfigValue): value is ConfigObject {
  return typeof value === 'object' && !Array.isArray(value) && !isSecret(value);
}
