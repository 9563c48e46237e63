import { Construct } from 'constructs';
import { adopt } from '../../app/adopt';
import { csvField } from '../../languages/rbac-policy/csv-record';
import type { MatchMode, RbacDecision } from '../../languages/rbac-policy/decide';
import type { RbacActions, RbacResource } from '../../languages/rbac-policy/vocabulary';
import { yamlOf } from '../../manifests/yaml';
import { failHere } from '../../render/construct-error';
import { rbacValues } from '../argo-cd/chart-values';
import { renderSettingsMap, type SettingsMapMetadata } from '../argo-cd/settings-map';
import { askedOf, type WhoAsks } from './asked';
import type { Policy } from './policy';
import type { RbacObjects } from './policy-object';
import { RbacGroup } from './rbac-group';
import { type Role } from './role';
import { type User } from './user';

/** What `ArgoCdRbac` is made of. */
export interface ArgoCdRbacProps {
  /**
   * What everybody who is logged in may do. No denial takes it away again. With `'none'` a user without a role may log in and see
   * nothing.
   */
  readonly defaultRole: Role | 'none';
  /**
   * What roles and users may do. Others can be added later.
   * @default - only what the roles of Argo CD may
   */
  readonly policies?: readonly Policy[];
  /**
   * Claims of a token that name the groups of its user.
   * @default ['groups']
   */
  readonly scopes?: readonly [string, ...string[]];
  /**
   * How patterns are read. In the mode `regex` they are regular expressions of Go that may fit anywhere in a name, and the roles of
   * Argo CD stop to work, that of the user `admin` too: their patterns are globs.
   * @default 'glob'
   */
  readonly matchMode?: MatchMode;
  /**
   * Namespace, labels and annotations. The name is given: Argo CD looks for it.
   * @default - those of the chart, whose namespace has to be that of Argo CD
   */
  readonly metadata?: SettingsMapMetadata;
}

/**
 * Who may do what in Argo CD: the ConfigMap `argocd-rbac-cm`, or its form in an `ArgoCdInstallation`. Projects have roles of their
 * own beside it. Ask it in a test what it decides: `rbac.may(...)`.
 *
 * @see util/rbac/rbac.go in argoproj/argo-cd
 */
export class ArgoCdRbac extends Construct {
  private readonly policies: Policy[] = [];
  /** Lines with `g`. */
  private readonly memberships = new Set<string>();
  private readonly mode: MatchMode;

  public constructor(scope: Construct, id: string, private readonly props: ArgoCdRbacProps) {
    super(scope, id);
    adopt(this);
    this.mode = props.matchMode ?? 'glob';
    if (props.defaultRole !== 'none') this.refuseUnreadable(props.defaultRole);
    this.add(...props.policies ?? []);
    renderSettingsMap(this, { name: 'argocd-rbac-cm', metadata: props.metadata, data: () => this.data(), helmValues: rbacValues });
  }

  /** Adds policies: what a project's team may do belongs beside the project. */
  public add(...policies: readonly Policy[]): this {
    this.policies.push(...policies);
    return this;
  }

  /** A group of single sign-on, to be given roles: `rbac.group('org:shop').has(shop)`. */
  public group(name: string): RbacGroup {
    return new RbacGroup(this.checkedMember(name), (role) => this.give(name, role));
  }

  /** Gives roles to a user. Where there is single sign-on too, a group of the same name gets them as well: prefer policies for a user. */
  public give(member: User | string, ...roles: readonly Role[]): this {
    for (const role of roles) {
      this.refuseUnreadable(role);
      const name = typeof member === 'string' ? this.checkedMember(member) : member.subject;
      this.memberships.add(['g', name, role.subject].map(csvField).join(', '));
    }
    return this;
  }

  /** Lets a role do what another one may. */
  public include(role: Role<'own'>, ...others: readonly Role[]): this {
    for (const other of others) {
      this.refuseUnreadable(other);
      this.memberships.add(['g', role.subject, other.subject].map(csvField).join(', '));
    }
    return this;
  }

  /**
   * What Argo CD would answer, and by which line: first for the default role, then for the user, then for each group that has a role.
   * The roles of the projects of this app count, as they do in Argo CD.
   */
  public may<R extends RbacResource>(
    who: WhoAsks, action: NoInfer<RbacActions[R]>, resource: R, object: NoInfer<RbacObjects[R]>,
  ): RbacDecision {
    return askedOf(this, this.data(), who, { action, resource, object });
  }

  private data(): Readonly<Record<string, string>> {
    const { defaultRole, scopes, matchMode } = this.props;
    const lines = [...new Set(this.policies.flatMap((policy) => policy._lines(this.mode))), ...[...this.memberships].sort()];
    return {
      'policy.csv': lines.map((line) => `${line}\n`).join(''),
      // Written where it is empty too, so that a reader sees the decision.
      'policy.default': defaultRole === 'none' ? '' : defaultRole.subject,
      ...(scopes && { scopes: yamlOf(scopes).trimEnd() }),
      ...(matchMode && { 'policy.matchMode': matchMode }),
    };
  }

  private refuseUnreadable(role: Role): void {
    if (this.mode === 'glob' || role.origin === 'own') return;
    throw failHere(this, `${role.subject} is written in globs, which are no regular expressions, so in the mode regex who has it may do nothing. `
      + 'write a role of your own, or leave out matchMode');
  }

  private checkedMember(name: string): string {
    if (name.startsWith('role:')) throw failHere(this, `${JSON.stringify(name)} is a role, and no group. write include(role, ...) to let a role do what another one may`);
    if (name.trim() === '' || name !== name.trim()) throw failHere(this, `a group is named ${JSON.stringify(name)}. give its name without blanks around it`);
    return name;
  }
}
