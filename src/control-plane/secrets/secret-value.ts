import type { RemoteSecret } from './remote-secret';
import { SealedValue } from './sealed-value';

/** A credential, given by where it is kept or in a form that only the cluster can read: never by its text. */
export type SecretValue = RemoteSecret | SealedValue;

/** Tells a credential from a text. */
export function isSealed(value: SecretValue): value is SealedValue {
  return value instanceof SealedValue;
}
