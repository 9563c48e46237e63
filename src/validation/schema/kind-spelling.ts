import { groupOf } from '../../manifests/manifest';
import { certainlyMeant } from '../certain-edit';
import type { Targets } from '../targets';
import { schemaIds } from './schema-store';

/** A group or a kind that is nearly a known one. */
export interface MisspeltKind {
  readonly part: 'group' | 'kind';
  readonly meant: string;
}

/**
 * Whether somebody names a known kind by a name that differs in one letter. Kinds that nobody here knows are passed over, as are patterns.
 *
 * @param group undefined where any group is meant
 */
export function misspeltKind(group: string | undefined, kind: string, targets: Targets): MisspeltKind | undefined {
  if (/[^A-Za-z0-9.-]/.test(`${group ?? ''}${kind}`)) return undefined;
  const kinds = kindsByGroup(targets);
  const own = group === undefined ? new Set([...kinds.values()].flatMap((names) => [...names])) : kinds.get(group);
  if (own) {
    // A short name may well be another kind.
    const meant = own.has(kind) || (group === undefined && kind.length < SHORT) ? undefined : certainlyMeant(kind, own);
    return meant === undefined ? undefined : { part: 'kind', meant };
  }
  const meant = certainlyMeant(group!, [...kinds].filter(([name, names]) => name !== '' && names.has(kind)).map(([name]) => name));
  return meant === undefined ? undefined : { part: 'group', meant };
}

/** Groups of Kubernetes whose kinds are all known: custom resources have a dot in their group. */
const CLOSED: ReadonlySet<string> = new Set(['apps', 'autoscaling', 'batch', 'policy']);

/** The groups that a kind is of, where it is named in one that cannot have it: `argoproj.io` for a Rollout of `apps`. Otherwise none. */
export function groupsMeant(group: string, kind: string, targets: Targets): readonly string[] {
  const kinds = kindsByGroup(targets);
  if (!CLOSED.has(group) || kinds.get(group)?.has(kind)) return [];
  return [...kinds].filter(([, names]) => names.has(kind)).map(([name]) => name).sort();
}

const SHORT = 5;

const known = new Map<string, ReadonlyMap<string, ReadonlySet<string>>>();

function kindsByGroup(targets: Targets): ReadonlyMap<string, ReadonlySet<string>> {
  let groups = known.get(targets.kubernetes);
  if (!groups) {
    const { custom, kubernetes } = schemaIds(targets);
    const found = new Map<string, Set<string>>();
    for (const id of [...custom, ...kubernetes]) {
      const slash = id.lastIndexOf('/');
      const group = groupOf(id.slice(0, slash));
      const kinds = found.get(group) ?? new Set();
      found.set(group, kinds.add(id.slice(slash + 1)));
    }
    known.set(targets.kubernetes, groups = found);
  }
  return groups;
}
