import type { ApplicationSpec } from '../../imports/types/argo-cd/application';
import { APPLICATION_SET_FUNCTIONS } from '../languages/go-templates/function-names';
import { templateProblem } from '../languages/go-templates/problem';
import { isJsonObject, type JsonObject, type JsonValue } from '../manifests/json';
import { yamlOf } from '../manifests/yaml';
import { isTemplated } from './fill';
import { argumentOf } from './go-template';

/** A part of something, where a parameter can stand for any value and null takes a field away. */
export type Patch<T> =
  T extends string | number | boolean ? T | string | null
    : T extends readonly (infer E)[] ? readonly Patch<E>[] | null
      : T extends object ? { readonly [K in keyof T]?: Patch<T[K]> } | null
        : T;

/** A part of an Application. `prune: p.prune` is true or false, as the parameter is. */
export interface ApplicationPatch {
  /** Labels, annotations and finalizers. Null takes a label or an annotation away. */
  readonly metadata?: {
    readonly labels?: Readonly<Record<string, string | null>>;
    readonly annotations?: Readonly<Record<string, string | null>>;
    readonly finalizers?: readonly string[];
  };
  /** Fields of the `spec`, in the terms of Argo CD. Null takes a field away; the project cannot be patched. */
  readonly spec?: Patch<Omit<ApplicationSpec, 'project'>>;
}

/** Why a patch is no Go template, if so. */
export function patchProblem(text: string): string | undefined {
  const problem = templateProblem(text, APPLICATION_SET_FUNCTIONS);
  return problem && `the templatePatch is no Go template: ${problem}`;
}

/** The text of a patch: YAML, once Argo CD has filled in the parameters as JSON. */
export function patchText(patch: ApplicationPatch): string {
  const actions: string[] = [];
  const marked = (value: JsonValue | undefined): JsonValue | undefined => {
    if (typeof value === 'string' && isTemplated(value)) return `parameter-${actions.push(`{{ toJson ${argumentOf(value)} }}`)}-of-patch`;
    if (Array.isArray(value)) return (value as readonly JsonValue[]).map((item) => marked(item)!);
    return isJsonObject(value) ? Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, marked(inner)])) : value;
  };
  return yamlOf(marked(patch as JsonObject)!).replace(/parameter-(\d+)-of-patch/g, (_, number: string) => actions[Number(number) - 1]!);
}
