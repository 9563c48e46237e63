import { InputError } from '../manifests/input-error';
import { isJsonObject, type JsonValue } from '../manifests/json';

/**
 * Refuses numbers that Go writes with an exponent: Argo CD fills in 1000000 as `1e+06`
 * (numbers are float64 there, printed as text/template prints them).
 */
export function refuseUnreadableNumbers(value: JsonValue | undefined, at: string): void {
  if (Array.isArray(value)) (value as readonly JsonValue[]).forEach((item, i) => refuseUnreadableNumbers(item, `${at}[${i}]`));
  else if (isJsonObject(value)) for (const key of Object.keys(value)) refuseUnreadableNumbers(value[key], `${at}.${key}`);
  else if (typeof value === 'number' && value !== 0 && (Math.abs(value) >= 1e6 || Math.abs(value) < 1e-4)) {
    throw new InputError(`${at} is the number ${value}, which Argo CD would fill in with an exponent (1000000 becomes 1e+06). write it as text: '${value}'`);
  }
}
