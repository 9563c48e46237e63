import { pointerProblem } from '../../languages/ignored-pointers';
import { luaProblem } from '../../languages/lua/lua-syntax';
import { sandboxProblems } from '../../languages/lua/sandbox-problems';
import { InputError } from '../../manifests/input-error';
import type { JsonObject } from '../../manifests/json';
import { yamlOf } from '../../manifests/yaml';
import { keyOfKind, type ResourceKind } from './resource-kind';

/** Which fields of objects do not count. At least one of the lists says so. */
export interface IgnoredFields {
  /** @default - none */
  readonly jsonPointers?: readonly `/${string}`[];
  /** @default - none */
  readonly jqPathExpressions?: readonly `.${string}`[];
  /**
   * Whoever these controllers and tools are, as `metadata.managedFields` names them, what they write does not count.
   * @default - none
   */
  readonly managedFieldsManagers?: readonly string[];
}

/** Fields of one kind, or of every kind, that do not count, for every Application. */
export type IgnoredFieldsOfKind = IgnoredFields & (
  | (ResourceKind & { readonly everyKind?: undefined })
  | { readonly everyKind: true; readonly group?: undefined; readonly kind?: undefined }
);

/** A button that people get for objects of a kind. */
export interface ResourceActionDefinition {
  /** Name of the action, as people see it and as policies name it: `restart`. */
  readonly name: string;
  /** The script, in Lua 5.1. It changes `obj` and returns it. */
  readonly script: string;
}

/** What people can do to objects of a kind beside syncing them. */
export interface ResourceActions extends ResourceKind {
  /** A script, in Lua 5.1, that returns a table whose keys are the actions that `obj` allows now. */
  readonly discovery: string;
  /** The actions, each with the script that does it. */
  readonly definitions: readonly [ResourceActionDefinition, ...ResourceActionDefinition[]];
  /**
   * Whether the actions that Argo CD brings for the kind stay.
   * @default false
   */
  readonly mergeBuiltinActions?: boolean;
}

/** Fields of a custom resource that hold a type of Kubernetes, so that `1000m` and `1` are the same. */
export interface KnownTypes extends ResourceKind {
  /** Types by the path of the field: `{ 'spec.resources': 'core/v1/ResourceRequirements' }`. */
  readonly fields: Readonly<Record<string, `core/${string}` | 'meta/v1/Duration'>>;
}

type Entry = readonly [string, string];

/** Entries `resource.customizations.<type>.<kind>` of fields that are ignored. */
export function ignoredFieldsEntry(type: 'ignoreDifferences' | 'ignoreResourceUpdates', ignored: IgnoredFieldsOfKind): Entry {
  const { jsonPointers, jqPathExpressions, managedFieldsManagers } = ignored;
  const name = ignored.everyKind ? 'all' : keyOfKind(ignored, type);
  const lists = Object.entries({ jsonPointers, jqPathExpressions, managedFieldsManagers }).filter(([, list]) => list?.length);
  if (lists.length === 0) throw new InputError(`${type} of ${name} names no fields. give jsonPointers, jqPathExpressions or managedFieldsManagers`);
  for (const pointer of jsonPointers ?? []) {
    const problem = pointerProblem(pointer);
    if (problem) throw new InputError(`${type} of ${name} has the pointer ${pointer}. ${problem.message}. ${problem.fix}`);
  }
  // Managers of the core group are looked up behind an empty group: HasIgnoreDifference in util/argo/diff/ignore.go of argoproj/argo-cd.
  const key = managedFieldsManagers?.length && !ignored.everyKind && (ignored.group ?? '') === '' ? `_${name}` : name;
  return [`resource.customizations.${type}.${key}`, yamlOf(Object.fromEntries(lists))];
}

/** The entry of the actions of a kind. */
export function actionsEntry(actions: ResourceActions): Entry {
  const key = keyOfKind(actions, 'an action');
  const scripts = [['discovery', actions.discovery], ...actions.definitions.map(({ name, script }) => [name, script])] as const;
  for (const [name, script] of scripts) {
    const problem = luaProblem(script);
    if (problem !== undefined) throw new InputError(`the script ${name} for ${key} is not Lua 5.1: ${problem}`);
    const [missing] = sandboxProblems(script, { openLibs: false });
    if (missing) throw new InputError(`the script ${name} for ${key} cannot run in Argo CD: ${missing.message}. actions never get more libraries`);
  }
  const wire: JsonObject = {
    'mergeBuiltinActions': actions.mergeBuiltinActions || undefined,
    'discovery.lua': actions.discovery,
    'definitions': actions.definitions.map(({ name, script }) => ({ name, 'action.lua': script })),
  };
  return [`resource.customizations.actions.${key}`, yamlOf(wire)];
}

/** The entry of the known types of a kind. */
export function knownTypesEntry(known: KnownTypes): Entry {
  return [`resource.customizations.knownTypeFields.${keyOfKind(known, 'a known type')}`,
    yamlOf(Object.entries(known.fields).map(([field, type]) => ({ field, type })))];
}
