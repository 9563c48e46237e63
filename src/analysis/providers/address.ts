import { InputError } from '../../manifests/input-error';

/** The address of a server as a URL with scheme and host, or an argument that brings one. */
export function checkedAddress(what: string, address: string, example: string): string {
  if (/^https?:\/\/[^/]+/.test(address) || address.startsWith('{{args.')) return address;
  throw new InputError(`${what}: address is ${JSON.stringify(address)}. give a URL with scheme and host, such as ${example}`);
}

/** A text that must say something, such as a query. */
export function checkedText(what: string, field: string, text: string): string {
  if (text.trim() !== '') return text;
  throw new InputError(`${what}: ${field} is empty. write one`);
}
