/** The URL of the cluster that Argo CD itself runs in. */
export const IN_CLUSTER = 'https://kubernetes.default.svc';

/** Where a unit is applied. */
export interface UnitDestination {
  /** The cluster, by API server URL or by its name in Argo CD; `''` while nobody has said, or when there are several. */
  readonly cluster: string;
}

/** What Kustomize puts around the names of objects when the folder is applied. */
export interface NameAffixes {
  readonly prefix: string;
  readonly suffix: string;
}

/** What one Argo CD Application deploys: by default one chart. */
export interface Unit {
  /** Unique in a synth, and its folder below the output folder: `web-staging`, `apps/web`. */
  readonly id: string;
  /** Namespace of objects that name none, `''` while nobody has said. */
  readonly namespace: string;
  /** The cluster that it is applied to. */
  readonly destination: UnitDestination;
  /** Absent where objects are applied under the names that they have here. */
  readonly affixes?: NameAffixes;
  /** The folder, where nobody says that what lies in it is applied together. */
  readonly looseFolder?: string;
}

// Kinds whose names Kustomize leaves alone (plugin/builtin/prefixtransformer in kubernetes-sigs/kustomize).
const KEPT_NAMES = ['APIService', 'CustomResourceDefinition', 'Namespace'];

/** The name that an object of the unit has in the cluster. */
export function appliedName({ affixes }: Pick<Unit, 'affixes'>, { kind, name }: { readonly kind: string; readonly name: string }): string {
  return affixes === undefined || KEPT_NAMES.includes(kind) ? name : `${affixes.prefix}${name}${affixes.suffix}`;
}

/**
 * Whether two units may be applied to one cluster, and so name each other's objects. Only two clusters that are both known are
 * certain to differ. A name and a URL may be those of one cluster, except the URL that Argo CD keeps for its own.
 */
export function mayMeet(one: Unit, other: Unit): boolean {
  const [a, b] = [one.destination.cluster, other.destination.cluster];
  if (a === '' || b === '' || a === b) return true;
  return isUrl(a) !== isUrl(b) && a !== IN_CLUSTER && b !== IN_CLUSTER;
}

/** Under which keys a unit stands in an index, so that whoever may meet it finds it under one of `clustersMet`, and only once. */
export function clustersOf({ destination: { cluster } }: Unit): readonly string[] {
  return ['*', cluster, ...(cluster === '' || cluster === IN_CLUSTER ? [] : [isUrl(cluster) ? 'a URL' : 'a name'])];
}

/** The keys of an index under which all units stand that may be applied to the cluster of this one. */
export function clustersMet({ destination: { cluster } }: Unit): readonly string[] {
  if (cluster === '') return ['*'];
  return ['', cluster, ...(cluster === IN_CLUSTER ? [] : [isUrl(cluster) ? 'a name' : 'a URL'])];
}

/** Whether two units lie beside each other: in one folder, in two of the same folder, or one above the other. */
export function areBeside(one: Unit, other: Unit): boolean {
  const [a, b] = [one.looseFolder ?? one.id, other.looseFolder ?? other.id];
  return parentOf(a) === parentOf(b) || a.startsWith(`${b}/`) || b.startsWith(`${a}/`) || a === '.' || b === '.';
}

function parentOf(folder: string): string {
  return folder.slice(0, Math.max(folder.lastIndexOf('/'), 0));
}

function isUrl(cluster: string): boolean {
  return cluster.includes('://');
}
