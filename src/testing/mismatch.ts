import type { JsonValue } from '../manifests/json';
import { readable } from '../manifests/pointer';
import type { Difference } from './differences';

/** A difference as a line of a message: `spec.replicas is 2, wanted 10`. */
export function describeDifference({ pointer, wanted, got }: Difference): string {
  const field = readable(pointer) || 'the object';
  if (wanted === undefined) return `${field} is ${text(got)}, wanted it absent`;
  if (got === undefined) return `${field} is absent, wanted ${text(wanted)}`;
  if (Array.isArray(wanted) && Array.isArray(got)) {
    return `${field} has ${items(got.length)}, wanted ${wanted.length}: ${text(got)}`;
  }
  return `${field} is ${text(got)}, wanted ${text(wanted)}`;
}

/** Names in a message, sorted. */
export function listed(names: readonly string[]): string {
  return [...names].sort().join(', ');
}

function items(count: number): string {
  return `${count} item${count === 1 ? '' : 's'}`;
}

function text(value: JsonValue | undefined): string {
  return JSON.stringify(value) ?? 'absent';
}
