import type { Manifest } from '../../src/manifests/manifest';
import { ManifestSet } from '../../src/manifests/manifest-set';
import { validate } from '../../src/validation/engine';
import type { ValidationResult } from '../../src/validation/result';
import { DEFAULT_TARGETS } from '../../src/validation/targets';

function resultOf(objects: readonly Manifest[]): ValidationResult {
  const set = new ManifestSet();
  for (const object of objects) set.add({ id: 'web', namespace: 'shop', destination: { cluster: '' } }, object);
  return validate(set, { targets: DEFAULT_TARGETS });
}

/** What is wrong with these objects. */
export function errorsOf(objects: readonly Manifest[]): string[] {
  return resultOf(objects).findings.filter(({ severity }) => severity === 'error').map(({ rule, pointer, message }) => `${rule} ${pointer} ${message}`);
}

/** Everything that is said about these objects. */
export function findingsOf(objects: readonly Manifest[]): string[] {
  return resultOf(objects).findings.map(({ rule, pointer, message }) => `${rule} ${pointer} ${message}`);
}
