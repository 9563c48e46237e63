import type { GitRepository } from '../fleet/git-repository';
import type { ClusterFacts } from '../manifests/cluster-facts';
import { isJsonObject, type JsonObject, type JsonValue } from '../manifests/json';
import { selectorMatches } from '../manifests/selectors';
import { isScalar, isTemplated } from './fill';
import type { LabelSelector } from './label-selector';

/** What is known of a set of parameters before Argo CD makes it. */
export interface KnownSet {
  /** The parameters that are known, and perhaps not all of them. */
  readonly parameters: JsonObject;
  /** What it stands for many of; nothing when it is one set and all of it is known. */
  readonly open: readonly Multitude[];
}

/** Many sets of parameters that only Argo CD can tell apart. */
export interface Multitude {
  /** What one of them is for: `cluster`. */
  readonly one: string;
  readonly many: string;
  /** Parameters that differ from one to the next, with dots between the levels. */
  readonly toldApartBy: readonly [string, ...string[]];
}

/** What a program knows of the place that an ApplicationSet runs in. */
export interface SetFacts {
  /** The declared clusters, undefined when nobody has declared any. */
  readonly clusters?: readonly ClusterFacts[];
  /** Files that the app writes, from the top of the repository; undefined for one that is not the app's, or when it is too early to say. */
  readonly filesIn: (repository: GitRepository) => readonly string[] | undefined;
  /** Parameters of the first generator of a matrix, for the second one. */
  readonly given?: JsonObject;
}

/** Whether Argo CD may take the set: false only when it is certain that it does not. */
export function maySelect(selector: LabelSelector | undefined, { parameters, open }: KnownSet): boolean {
  if (selector === undefined) return true;
  const flat = flattened(parameters);
  const labels = Object.entries(selector.matchLabels ?? {}).map(([key, value]) => ({ key, operator: 'In', values: [value] }));
  const requirements = [...labels, ...(selector.matchExpressions ?? [])];
  const decidable = requirements.filter((requirement) => (open.length === 0 || Object.hasOwn(flat, requirement.key)) &&
    ![flat[requirement.key], ...('values' in requirement ? requirement.values : [])].some((text) => text !== undefined && isTemplated(text)));
  return selectorMatches({ matchExpressions: decidable }, flat);
}

/** The parameters of all levels by their paths, as texts: what selectors look at. */
export function flattened(parameters: JsonObject): Readonly<Record<string, string>> {
  return Object.fromEntries(leavesOf(parameters, []));
}

function leavesOf(value: JsonValue | undefined, path: readonly string[]): [string, string][] {
  if (Array.isArray(value)) return (value as readonly JsonValue[]).flatMap((item, i) => leavesOf(item, [...path, String(i)]));
  if (isJsonObject(value)) return Object.keys(value).flatMap((key) => leavesOf(value[key], [...path, key]));
  return isScalar(value) ? [[path.join('.'), String(value)]] : [];
}

/** Two sets of parameters as one, level by level: what `winner` has counts. */
export function merged(loser: JsonObject, winner: JsonObject): JsonObject {
  const both = Object.keys(winner).map((key) => {
    const [under, over] = [loser[key], winner[key]];
    return [key, isJsonObject(under) && isJsonObject(over) ? merged(under, over) : over] as const;
  });
  return { ...loser, ...Object.fromEntries(both) };
}
