import { readable } from '../manifests/pointer';
import { isWantedList } from './differences';
import { type Difference, Matcher } from './matcher';
import { shown } from './shown';

/** A difference as lines of a message: `spec.replicas is 2, wanted 10`. */
export function describeDifference(difference: Difference, indent = '  '): string[] {
  const { pointer, wanted, closest } = difference;
  const field = readable(pointer) || 'the object';
  if (closest === undefined) return [`${indent}${field} ${told(difference)}`];
  return [
    `${indent}${field} has no ${(wanted as Matcher).description}${closest.length > 0 ? '. the closest differs:' : ''}`,
    ...closest.flatMap((one) => describeDifference(one, `${indent}  `)),
  ];
}

/** Names in a message, sorted. */
export function listed(names: readonly string[]): string {
  return [...names].sort().join(', ');
}

function told({ wanted, got }: Difference): string {
  const want = wanted === undefined ? 'it absent' : wanted instanceof Matcher ? wanted.description : shown(wanted);
  if (isWantedList(wanted) && Array.isArray(got) && wanted.length !== got.length) {
    return `has ${items(got.length)}, wanted ${wanted.length}: ${shown(got)} instead of ${shown(wanted)}`;
  }
  return `is ${shown(got)}, wanted ${want}`;
}

function items(count: number): string {
  return `${count} item${count === 1 ? '' : 's'}`;
}
