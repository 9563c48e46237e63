import { readYaml } from '../languages/yaml-text';
import { isJsonObject, type JsonObject, type JsonValue } from '../manifests/json';

/** What a patch makes of an Application, or why it is none. */
export type Patched = { readonly application: JsonObject } | { readonly problem: string } | { readonly unknown: string };

/** What fields of an Application have to be: those that patches are about. */
const SHAPES: ReadonlyArray<readonly [wanted: string, isRight: (value: JsonValue) => boolean, paths: readonly string[]]> = [
  ['a map', isJsonObject, [
    'metadata', 'metadata.labels', 'metadata.annotations', 'spec', 'spec.source', 'spec.source.helm', 'spec.source.kustomize', 'spec.destination',
    'spec.syncPolicy', 'spec.syncPolicy.automated', 'spec.syncPolicy.retry',
  ]],
  ['a list', Array.isArray, ['metadata.finalizers', 'spec.sources', 'spec.ignoreDifferences', 'spec.syncPolicy.syncOptions']],
  ['text', (value) => typeof value === 'string', [
    'metadata.name', 'spec.project', 'spec.source.repoURL', 'spec.source.path', 'spec.source.targetRevision', 'spec.source.chart',
    'spec.destination.server', 'spec.destination.name', 'spec.destination.namespace',
  ]],
  ['true or false', (value) => typeof value === 'boolean', ['prune', 'selfHeal', 'allowEmpty', 'enabled'].map((name) => `spec.syncPolicy.automated.${name}`)],
  ['a whole number', Number.isInteger, ['spec.revisionHistoryLimit', 'spec.syncPolicy.retry.limit']],
];

/**
 * An Application with a rendered `templatePatch`: maps are merged, null takes a key away, lists are replaced, but for finalizers, which
 * are added. The project stays what the template says.
 *
 * @see applicationset/controllers/template/patch.go in argoproj/argo-cd
 */
export function patched(application: JsonObject, patch: string): Patched {
  const reading = readYaml(patch);
  if (reading.problem !== undefined) return { problem: `it is no YAML: ${reading.problem}` };
  const value = (reading.value ?? {}) as JsonValue;
  const problem = shapeProblem(value) ?? valuesProblem(application, value);
  if (problem !== undefined) return { problem };
  if (JSON.stringify(value).includes('"$')) return { unknown: 'what a patch with directives does' };
  const merged = strategic(application, value, '') as JsonObject;
  return { application: withField(merged, 'spec', { ...objectAt(merged, 'spec'), project: objectAt(application, 'spec').project }) };
}

/** Why a patch cannot be decoded as an Application; undefined for one that can. */
export function shapeProblem(patch: JsonValue): string | undefined {
  if (!isJsonObject(patch)) return `a patch is a map with metadata and spec, and this is ${Array.isArray(patch) ? 'a list' : JSON.stringify(patch)}`;
  for (const [wanted, isRight, paths] of SHAPES) {
    for (const path of paths) {
      const value = valueBelow(patch, path);
      if (value !== undefined && value !== null && !isRight(value)) return `${path} has to be ${wanted}, and is ${JSON.stringify(value)}`;
    }
  }
  const labels = ['labels', 'annotations'].flatMap((field) => Object.entries(objectAt(objectAt(patch, 'metadata'), field)).map(([key, value]) => [field, key, value] as const));
  const [wrong] = labels.filter(([, , value]) => value !== null && typeof value !== 'string');
  return wrong && `${wrong[0]} are texts, and ${wrong[1]} is ${JSON.stringify(wrong[2])}. quote it`;
}

// The values of a chart have no fields that Argo CD knows, so it cannot merge what is in them.
function valuesProblem(application: JsonObject, patch: JsonValue): string | undefined {
  const [own, given] = [application, patch].map((one) => valueBelow(one, 'spec.source.helm.valuesObject'));
  if (!isJsonObject(own) || !isJsonObject(given)) return undefined;
  const both = Object.keys(given).find((key) => [own[key], given[key]].every((value) => typeof value === 'object' && value !== null));
  return both && `valuesObject.${both} is in the template too, and Argo CD cannot merge the two. say all of it in one of them`;
}

function valueBelow(value: JsonValue, path: string): JsonValue | undefined {
  return path.split('.').reduce<JsonValue | undefined>((at, key) => (isJsonObject(at) ? at[key] : undefined), value);
}

function strategic(base: JsonValue | undefined, patch: JsonValue, path: string): JsonValue {
  if (path === '.metadata.finalizers' && Array.isArray(patch) && Array.isArray(base)) return [...new Set([...patch, ...base] as JsonValue[])];
  if (!isJsonObject(patch)) return patch;
  const result = new Map<string, JsonValue | undefined>(Object.entries(isJsonObject(base) ? base : {}));
  for (const [key, value] of Object.entries(patch)) {
    if (value === null || value === undefined) result.delete(key);
    else result.set(key, strategic(result.get(key), value, `${path}.${key}`));
  }
  return Object.fromEntries(result);
}

function objectAt(object: JsonObject, key: string): JsonObject {
  const value = object[key];
  return isJsonObject(value) ? value : {};
}

function withField(object: JsonObject, key: string, value: JsonObject): JsonObject {
  return { ...object, [key]: value };
}
