import { isFilledIn } from '../../../languages/credentials/credential-forms';
import { yamlDocuments } from '../../../languages/yaml-text';
import { isJsonObject } from '../../../manifests/json';

/** The keys of a Secret to which a patch of Kustomize gives a value. `targetKind` is `''` where the patch has no target. */
export function secretKeysOfPatch(patch: string, targetKind: string): string[] {
  return yamlDocuments(patch).flatMap((document) => {
    if (Array.isArray(document)) return document.flatMap((operation) => keysOfOperation(operation, targetKind));
    if (!isJsonObject(document) || (targetKind || document.kind) !== 'Secret') return [];
    return ['data', 'stringData'].flatMap((field) => keysWithValue(document[field], field));
  });
}

function keysOfOperation(operation: unknown, targetKind: string): string[] {
  if (!isJsonObject(operation) || typeof operation.path !== 'string') return [];
  const [root, field, key, ...rest] = operation.path.split('/');
  // Other kinds have data too, and none has stringData.
  if (root !== '' || rest.length > 0 || !(field === 'stringData' || (field === 'data' && targetKind === 'Secret'))) return [];
  return key === undefined ? keysWithValue(operation.value, field) : keysWithValue({ [key]: operation.value ?? null }, field);
}

function keysWithValue(values: unknown, field: string): string[] {
  if (!isJsonObject(values)) return [];
  const hasValue = (value: unknown): boolean => (typeof value === 'string' ? value !== '' && !isFilledIn(value) : value !== undefined && value !== null);
  return Object.keys(values).filter((key) => !key.startsWith('$') && hasValue(values[key])).map((key) => `${field}.${key}`);
}
