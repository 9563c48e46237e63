import type { ApplicationSpecSourceHelm } from '../../../imports/types/argo-cd/application';
import { InputError } from '../../manifests/input-error';
import { isJsonObject } from '../../manifests/json';
import { yamlOf } from '../../manifests/yaml';

/**
 * Values as an object, which reviewers read best and where only what changed differs. With a null among them they go out as text:
 * it removes a default of the chart, and cdk8s would drop it.
 */
export function helmValuesToKube(values: object): Pick<ApplicationSpecSourceHelm, 'values' | 'valuesObject'> {
  if (!isJsonObject(values)) {
    throw new InputError('the values of a Helm source are a list. give an object: { replicas: 2 }');
  }
  refuseCycles(values, []);
  return hasNull(values) ? { values: yamlOf(values) } : { valuesObject: values };
}

/** Values that contain themselves, by a mistake of the program, have no end. */
function refuseCycles(value: unknown, around: ReadonlyArray<readonly [key: string, value: unknown]>): void {
  if (typeof value !== 'object' || value === null) return;
  const start = around.findIndex(([, outer]) => outer === value);
  const path = around.map(([key]) => key);
  if (start >= 0) {
    throw new InputError(`the values of a Helm source contain themselves: ${path.join('.')} is ${path.slice(0, start).join('.') || 'all of them'} again. give it a copy`);
  }
  for (const [key, inner] of Object.entries(value)) refuseCycles(inner, [...around, [key, value]]);
}

function hasNull(value: unknown): boolean {
  if (Array.isArray(value)) return value.some(hasNull);
  return value === null || (isJsonObject(value) && Object.values(value).some(hasNull));
}
