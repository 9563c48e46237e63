import { isJsonObject, type JsonObject, type JsonValue } from '../../manifests/json';
import { segmentsOf } from '../../manifests/pointer';

/**
 * An object with the operations of a JSON patch. Items of lists stay where they are, so that pointers lead where they led: a new one comes
 * behind them, and none is taken out.
 */
export function operatedOn<T extends JsonObject>(object: T, operations: readonly JsonValue[]): T {
  return operations.reduce<T>((result, operation) => {
    if (!isJsonObject(operation) || typeof operation.path !== 'string' || operation.path === '') return result;
    const { op, path, value } = operation;
    if (op === 'remove') return changed(result, segmentsOf(path), undefined, false) as T;
    return (op === 'add' || op === 'replace') && value !== undefined ? changed(result, segmentsOf(path), value, op === 'add') as T : result;
  }, object);
}

function changed(
  at: JsonValue | undefined, [key, ...rest]: readonly string[], value: JsonValue | undefined, isNew: boolean,
): JsonValue | undefined {
  if (key === undefined) return value;
  if (isJsonObject(at)) {
    return rest.length > 0 && at[key] === undefined ? at : { ...at, [key]: changed(at[key], rest, value, isNew) };
  }
  if (!Array.isArray(at)) return at;
  const items = at as readonly JsonValue[];
  if (rest.length === 0 && (isNew || value === undefined)) return value === undefined ? items : [...items, value];
  return items.map((item, index) => (String(index) === key ? changed(item, rest, value, isNew)! : item));
}
