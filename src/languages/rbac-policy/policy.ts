import { type MembershipLine, type PermissionLine, policyLine, type PolicyLine, type UnreadableLine } from './policy-line';

/** A text with lines of a policy, and what it is called. */
export interface PolicyText {
  /** Such as the key of the ConfigMap. */
  readonly source: string;
  readonly text: string;
}

/** Roles of roles are followed so far and no further, as Casbin does. */
const MOST_LINKS = 10;

/** The lines of a policy, and who has which roles by them. */
export class RbacPolicy {
  /** Reads texts in the order in which Argo CD puts them together. */
  public static of(...texts: readonly PolicyText[]): RbacPolicy {
    return new RbacPolicy(texts.flatMap(({ source, text }) =>
      text.split('\n').map((line, i) => policyLine(source, i + 1, line)).filter((line) => line !== undefined)));
  }

  /** Lines with `p`. */
  public readonly permissions: readonly PermissionLine[];
  /** Lines with `g`. */
  public readonly memberships: readonly MembershipLine[];
  /** Lines that Argo CD cannot read: with one of them it takes none. */
  public readonly unreadable: readonly UnreadableLine[];
  private readonly rolesByMember = new Map<string, string[]>();

  private constructor(
    /** Every line that is neither empty nor a comment. */
    public readonly lines: readonly PolicyLine[],
  ) {
    this.permissions = lines.filter((line) => line.type === 'p');
    this.memberships = lines.filter((line) => line.type === 'g');
    this.unreadable = lines.filter((line) => line.type === 'unreadable');
    for (const { member, role } of this.memberships) this.rolesByMember.set(member, [...this.rolesByMember.get(member) ?? [], role]);
  }

  /** This policy, and the lines of another one behind it. */
  public and(other: RbacPolicy): RbacPolicy {
    return new RbacPolicy([...this.lines, ...other.lines]);
  }

  /** The subject and every role that it has, by however many lines. */
  public namesOf(subject: string): ReadonlySet<string> {
    const names = new Set([subject]);
    let latest: readonly string[] = [subject];
    for (let links = 0; links < MOST_LINKS && latest.length > 0; links++) {
      latest = latest.flatMap((name) => this.rolesByMember.get(name) ?? []).filter((name) => !names.has(name));
      for (const name of latest) names.add(name);
    }
    return names;
  }

  /** Whether a line with `g` gives the subject a role. Groups of a token count only then. */
  public isMember(subject: string): boolean {
    return this.rolesByMember.has(subject);
  }
}

/**
 * The texts of a ConfigMap that make its policy: `policy.csv` first, then `policy.<anything>.csv` sorted by key.
 *
 * @see PolicyCSV of util/rbac/rbac.go in argoproj/argo-cd
 */
export function policyTexts(data: Readonly<Record<string, string>>): PolicyText[] {
  const others = Object.keys(data).filter((key) => key !== 'policy.csv' && isPolicyKey(key)).sort();
  return ['policy.csv', ...others].flatMap((source) => (data[source] === undefined ? [] : [{ source, text: data[source] }]));
}

/** Whether Argo CD reads a key of the ConfigMap as lines of the policy. */
export function isPolicyKey(key: string): boolean {
  return key.startsWith('policy.') && key.endsWith('.csv');
}
