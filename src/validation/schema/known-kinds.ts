import { groupOf } from '../../manifests/manifest';
import { certainlyMeant, corrected } from '../certain-edit';
import type { Edit } from '../finding';
import type { Targets } from '../targets';
import { schemaIds } from './schema-store';
import { spelling } from './similar-name';

/** Why an object of a kind without a schema is wrong rather than of a kind that nobody here knows. */
export interface KindProblem {
  readonly pointer: '/apiVersion' | '/kind';
  readonly message: string;
  readonly received: string;
  readonly expected: string;
  readonly fix: string;
  readonly edit?: Edit;
}

/** Groups of which the versions of a kind are known: those of other projects come and go with what the cluster has installed. */
const CUSTOM_GROUPS = ['argoproj.io', 'networking.istio.io'];

/** Kinds that are known by their names alone. */
const NAMED = ['keda.sh/v1alpha1/ClusterTriggerAuthentication', 'keda.sh/v1alpha1/ScaledJob', 'keda.sh/v1alpha1/ScaledObject', 'keda.sh/v1alpha1/TriggerAuthentication'];

/** Versions that are served though they have no schema here. */
const SERVED: ReadonlySet<string> = new Set(['autoscaling/v1/HorizontalPodAutoscaler', ...NAMED]);

/** The group that Kubernetes started with. Its kinds moved elsewhere, and Kubernetes 1.22 removed what was left of it. */
const REMOVED_GROUP = 'extensions';

/**
 * What is wrong with a kind that has no schema: a known one in a version or group that does not serve it, or nearly the name
 * of a known one. Undefined for kinds that may well exist, such as ServiceEntry or Lease.
 */
export function kindProblem(apiVersion: string, kind: string, targets: Targets): KindProblem | undefined {
  const group = groupOf(apiVersion);
  const { custom, kubernetes } = schemaIds(targets);
  if (SERVED.has(`${apiVersion}/${kind}`)) return undefined;
  const known = [...kubernetes, ...custom.filter((id) => CUSTOM_GROUPS.includes(groupOf(id)))].map(splitId);
  const own = known.filter((one) => groupOf(one.apiVersion) === group);
  if (own.length === 0 && group !== REMOVED_GROUP) {
    const ofOthers = [...custom.filter((id) => !CUSTOM_GROUPS.includes(groupOf(id))), ...NAMED].map(splitId);
    const theirs = ofOthers.filter((one) => groupOf(one.apiVersion) === group);
    return theirs.length === 0 ? groupProblem(apiVersion, kind, [...known, ...ofOthers]) : kindOfOthersProblem(apiVersion, kind, theirs);
  }

  const sameGroup = versionsOf(kind, own);
  const versions = sameGroup.length > 0 ? sameGroup : versionsOf(kind, known);
  if (versions.length > 0) {
    return {
      pointer: '/apiVersion',
      message: `there is no ${kind} in ${apiVersion}`,
      received: apiVersion,
      expected: versions.join(' or '),
      fix: `write apiVersion: ${versions[0]}`,
      // Another group may want other fields.
      ...(sameGroup.length === 1 ? { edit: { op: 'set', pointer: '/apiVersion', value: versions[0]! } } : {}),
    };
  }
  return misspeltKind(apiVersion, kind, own, isMisspelt);
}

/** A kind in nearly the name of one that has a schema. */
function misspeltKind(
  apiVersion: string, kind: string, own: readonly KnownKind[], isMeant: (kind: string, name: string) => boolean,
): KindProblem | undefined {
  const names = [...new Set(own.map((one) => one.kind))].sort();
  const meant = names.find((name) => isMeant(kind, name));
  if (meant === undefined) return undefined;
  return {
    pointer: '/kind',
    message: `there is no kind ${kind} in ${apiVersion}`,
    received: kind,
    expected: meant,
    fix: `did you mean ${meant}?`,
    ...corrected('/kind', certainlyMeant(kind, names)),
  };
}

/** A known kind of another project in what is no version, or nearly its name. Which versions it has depends on what is installed. */
function kindOfOthersProblem(apiVersion: string, kind: string, own: readonly KnownKind[]): KindProblem | undefined {
  const versions = versionsOf(kind, own);
  // A TCPRoute is no HTTPRoute.
  if (versions.length === 0) return misspeltKind(apiVersion, kind, own, (written, name) => spelling(written, name) === 1);
  if (/\/v\d+((alpha|beta)\d+)?$/.test(apiVersion)) return undefined;
  return {
    pointer: '/apiVersion',
    message: `there is no ${kind} in ${apiVersion}`,
    received: apiVersion,
    expected: versions.join(' or '),
    fix: `write apiVersion: ${versions[0]}`,
    ...(versions.length === 1 ? { edit: { op: 'set', pointer: '/apiVersion', value: versions[0]! } } : {}),
  };
}

/** A known kind in nearly the group that has it: the API server has no such group, and whoever skips unknown kinds would not look at it. */
function groupProblem(apiVersion: string, kind: string, known: readonly KnownKind[]): KindProblem | undefined {
  const group = groupOf(apiVersion);
  const meant = versionsOf(kind, known.filter((one) => isMisspeltGroup(group, groupOf(one.apiVersion))));
  if (meant.length === 0) return undefined;
  return {
    pointer: '/apiVersion',
    message: `there is no ${kind} in ${apiVersion}`,
    received: apiVersion,
    expected: meant.join(' or '),
    fix: `did you mean ${meant[0]}?`,
    ...(meant.length === 1 ? { edit: { op: 'set', pointer: '/apiVersion', value: meant[0]! } } : {}),
  };
}

interface KnownKind {
  readonly apiVersion: string;
  readonly kind: string;
}

function splitId(id: string): KnownKind {
  const slash = id.lastIndexOf('/');
  return { apiVersion: id.slice(0, slash), kind: id.slice(slash + 1) };
}

/** Stable versions first: `v1`, then `v1beta1`, then `v1alpha3`. */
function versionsOf(kind: string, known: readonly KnownKind[]): string[] {
  const versions = new Set(known.filter((one) => one.kind === kind).map((one) => one.apiVersion));
  return [...versions].sort((a, b) => a.length - b.length || (a < b ? 1 : -1));
}

/** A letter or two, or an ending that is missing: `argoproj` for `argoproj.io`. */
function isMisspeltGroup(group: string, name: string): boolean {
  return group !== '' && name !== '' && (name.startsWith(`${group}.`) || spelling(group, name) <= Math.min(2, Math.floor(name.length / 4)));
}

/** A letter, or two of a longer name. Words in common say nothing here: WorkflowTemplate is no AnalysisTemplate. */
function isMisspelt(kind: string, name: string): boolean {
  return spelling(kind, name) <= Math.min(2, Math.max(1, Math.floor(name.length / 4)));
}
