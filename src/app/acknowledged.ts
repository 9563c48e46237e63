import type { ApiObject } from 'cdk8s';
import type { Annotations } from '../validation/acknowledgement';
import type { ValidationResult } from '../validation/result';
import { writtenAcknowledgements } from '../validation/written-acknowledgements';
import { lastCheck } from './check';

const byPath = new WeakMap<ValidationResult, ReadonlyMap<string | undefined, Annotations>>();

/**
 * What a plain `cdk8s.App` writes into an object that somebody answers for: it has been validated just before. An `ArgoApp` adds the
 * same to what it has rendered.
 */
export function acknowledgementsOf(object: ApiObject): Annotations | undefined {
  const result = lastCheck(object.node.root);
  if (!result || result.waived.length === 0) return undefined;
  let known = byPath.get(result);
  if (!known) {
    known = new Map([...writtenAcknowledgements(result)].map(([entry, annotations]) => [entry.provenance.constructPath, annotations]));
    byPath.set(result, known);
  }
  return known.get(object.node.path);
}
