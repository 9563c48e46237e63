import { isJsonObject, type JsonObject } from '../../manifests/json';
import type { ProblemList } from './schema-problem';

/** Checks that an object has a name, or asks the API server for one. No schema says that either is required. */
export function checkName(object: JsonObject, list: ProblemList): void {
  const { metadata } = object;
  if (!isJsonObject(metadata)) return;
  if (isMissing(metadata.name) && isMissing(metadata.generateName)) {
    list.add('required', { message: 'the object has no name', expected: 'metadata.name', fix: 'add a name' }, 'metadata', 'name');
  }
}

function isMissing(value: unknown): boolean {
  return value === undefined || value === null || value === '';
}
