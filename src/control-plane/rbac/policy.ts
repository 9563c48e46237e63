import { csvField } from '../../languages/rbac-policy/csv-record';
import type { MatchMode } from '../../languages/rbac-policy/decide';
import type { RbacActions, RbacResource } from '../../languages/rbac-policy/vocabulary';
import { objectText, type RbacObjects } from './policy-object';
import type { Role } from './role';
import type { User } from './user';

/** An action, or several. */
export type OneOrMore<A> = A | readonly [A, ...A[]];

/**
 * What somebody may do, or may not. What no policy allows is denied, so a denial is only needed where something else allows: it beats
 * what the same user, or the same group, is allowed by any of its roles. It does not beat the default role, nor another group.
 *
 * @see docs/operator-manual/rbac.md in argoproj/argo-cd
 */
export class Policy {
  /** Allows. Who may `sync` may also `get`: Argo CD asks for both. */
  public static allow<R extends RbacResource>(
    subject: Role<'own'> | User, action: OneOrMore<NoInfer<RbacActions[R]>>, resource: R, object: NoInfer<RbacObjects[R]>,
  ): Policy {
    return new Policy('allow', subject, listed<string>(action), resource, object);
  }

  /** Denies, also to a role of Argo CD. */
  public static deny<R extends RbacResource>(
    subject: Role | User, action: OneOrMore<NoInfer<RbacActions[R]>>, resource: R, object: NoInfer<RbacObjects[R]>,
  ): Policy {
    return new Policy('deny', subject, listed<string>(action), resource, object);
  }

  private constructor(
    /** Whether it allows or denies. */
    public readonly effect: 'allow' | 'deny',
    /** Whom it is about. */
    public readonly subject: Role | User,
    private readonly actions: readonly string[],
    private readonly resource: RbacResource,
    private readonly object: RbacObjects[RbacResource],
  ) {}

  /**
   * Its lines, one an action.
   * @internal
   */
  public _lines(mode: MatchMode): string[] {
    const object = objectText(this.resource, this.object, mode);
    const syncs = this.effect === 'allow' && this.resource === 'applications' && this.actions.includes('sync');
    const actions = syncs ? new Set(['get', ...this.actions]) : this.actions;
    return [...actions].map((action) =>
      ['p', this.subject.subject, this.resource, actionText(action, mode), object, this.effect].map(csvField).join(', '));
  }
}

function listed<A>(action: A | readonly A[]): readonly A[] {
  return Array.isArray(action) ? action as readonly A[] : [action as A];
}

/** Stars of the types are what a regular expression writes as `.*`; everything else is taken as it is. */
function actionText(action: string, mode: MatchMode): string {
  if (mode === 'glob') return action;
  const expression = action.replace(/(^|\/)\*(?=\/|$)/g, '$1.*');
  return /[.^$]/.test(expression) ? expression : `^${expression}$`;
}
