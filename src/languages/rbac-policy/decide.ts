import { goMatches } from '../conditions/go-regexp';
import { matchesGlob } from '../globs';
import type { RbacPolicy } from './policy';
import { type PermissionLine, placeOf } from './policy-line';

/** How the fields of lines are compared with what is asked: `policy.matchMode`. */
export type MatchMode = 'glob' | 'regex';

/** Who wants to do what. */
export interface RbacRequest {
  readonly resource: string;
  readonly action: string;
  readonly object: string;
}

/** The answer of Argo CD, and the line that it comes from. */
export interface RbacDecision {
  /** Whether Argo CD lets it happen. */
  readonly allowed: boolean;
  /** The line that decided; absent where no line speaks of the request. */
  readonly line?: PermissionLine;
  /** Who the line was found for: the default role, the user or one of the groups. */
  readonly subject?: string;
  /** For a reader: `allowed to role:readonly, the default role, by ...`. */
  readonly reason: string;
}

/** Who asks, and by which settings is decided. */
export interface Asker {
  /** Name of a local user, or what a token says in its claim `sub`. Also a role, to ask about it alone. */
  readonly user?: string;
  /** The groups that a token says. */
  readonly groups?: readonly string[];
  /** `policy.default`: what everybody has. */
  readonly defaultRole?: string;
  readonly mode: MatchMode;
}

/**
 * Decides as the API server does: first for the default role, then for the user, then for each group that has a role. The first
 * that is allowed ends the search, so a denial holds only against the roles of the same subject.
 *
 * @see util/rbac/rbac.go and server/rbacpolicy/rbacpolicy.go in argoproj/argo-cd
 */
export function decide(policy: RbacPolicy, asker: Asker, request: RbacRequest): RbacDecision {
  const { user, groups = [], defaultRole, mode } = asker;
  const subjects = [
    ...(defaultRole ? [{ name: defaultRole, as: `${defaultRole}, the default role` }] : []),
    ...(user === undefined ? [] : [{ name: user, as: user }]),
    ...groups.filter((group) => policy.isMember(group)).map((name) => ({ name, as: `the group ${name}` })),
  ];
  let denied: RbacDecision | undefined;
  for (const { name, as } of subjects) {
    const found = decideFor(policy, name, mode, request);
    if (!found) continue;
    const { line, allowed, problem } = found;
    const decision: RbacDecision = {
      allowed, line, subject: name,
      reason: problem ?? `${allowed ? 'allowed to' : 'denied to'} ${as} by ${placeOf(line)}`,
    };
    if (allowed) return decision;
    denied ??= decision;
  }
  return denied ?? { allowed: false, reason: nothingSaid(policy, groups, request) };
}

function nothingSaid(policy: RbacPolicy, groups: readonly string[], { resource, action, object }: RbacRequest): string {
  const ignored = groups.filter((group) => !policy.isMember(group));
  const because = ignored.length > 0 ? `; no line with g gives a role to ${ignored.join(', ')}` : '';
  return `no line allows ${resource}, ${action}, ${object}${because}`;
}

/** A problem is an expression that cannot be read: Argo CD then denies. */
interface Found {
  readonly allowed: boolean;
  readonly line: PermissionLine;
  readonly problem?: string;
}

function decideFor(policy: RbacPolicy, subject: string, mode: MatchMode, request: RbacRequest): Found | undefined {
  const names = policy.namesOf(subject);
  let allowed: Found | undefined;
  for (const line of policy.permissions) {
    if (!names.has(line.subject)) continue;
    const fits = fitsLine(line, mode, request);
    if (fits === undefined) return { allowed: false, line, problem: `denied, as a field is no regular expression: ${placeOf(line)}` };
    if (!fits) continue;
    if (line.effect === 'deny') return { allowed: false, line };
    if (line.effect === 'allow') allowed ??= { allowed: true, line };
  }
  return allowed;
}

/** Whether the fields of a line fit a request; undefined where one that is looked at cannot be read. */
export function fitsLine(line: PermissionLine, mode: MatchMode, { resource, action, object }: RbacRequest): boolean | undefined {
  for (const [pattern, text] of [[line.resource, resource], [line.action, action], [line.object, object]] as const) {
    const fits = mode === 'regex' ? goMatches(pattern, text) : matchesGlob(pattern, text);
    if (fits !== true) return fits;
  }
  return true;
}
