import { isIP } from 'node:net';

/** A name without dots is a Service of the namespace, and so is `name.namespace.svc`: one spelling for all of them. */
export function fullHost(host: string, namespace: string): string {
  if (host.includes('*')) return host;
  if (!host.includes('.')) return `${host}.${namespace}.svc.cluster.local`;
  return host.endsWith('.svc') ? `${host}.cluster.local` : host;
}

/** Whether two hosts can mean the same: equal, or one a wildcard that the other is in. */
export function hostsOverlap(a: string, b: string): boolean {
  if (!a.startsWith('*') && !b.startsWith('*')) return a === b;
  const [wide, narrow] = a.startsWith('*') && (!b.startsWith('*') || a.length <= b.length) ? [a, b] : [b, a];
  const suffix = wide.slice(1);
  return narrow.endsWith(suffix) && (narrow.startsWith('*') || narrow.length > suffix.length);
}

const LABEL = /^[a-z0-9]([-a-z0-9]*[a-z0-9])?$/i;
const FIRST_LABEL = /^(\*|(\*|\*-)?[a-z0-9]([-a-z0-9]*[a-z0-9])?)$/i;

/** Whether a text is one label of a DNS name. Istio takes capitals. */
export function isDnsLabel(text: string): boolean {
  return text.length <= 63 && LABEL.test(text);
}

/** Whether a text is a DNS name whose first label may be a wildcard. The last label is no number, and may be empty. */
export function isHost(text: string): boolean {
  if (text.length === 0 || text.length > 255) return false;
  const [first = '', ...rest] = text.split('.');
  if (first.length > 63 || !FIRST_LABEL.test(first)) return false;
  const last = rest.at(-1);
  if (last !== undefined && /^[+-]?\d+$/.test(last)) return false;
  return rest.every((label, index) => isDnsLabel(label) || (label === '' && index === rest.length - 1));
}

/** Whether a text is an IP address. */
export function isIpAddress(text: string): boolean {
  return isIP(text) !== 0;
}
