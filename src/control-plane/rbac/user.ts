import { InputError } from '../../manifests/input-error';

/**
 * Somebody who logs in: a local account of argocd-cm, or one whom single sign-on knows. Not a group of them: groups get roles, and
 * nothing else that a policy says of a group is looked at.
 */
export class User {
  /** The name of a local account, or what the token of single sign-on says for the user, by default the claim `sub`. */
  public static named(name: string): User {
    if (name.trim() === '' || name !== name.trim()) throw new InputError(`the user is named ${JSON.stringify(name)}. give a name without blanks around it`);
    if (name.startsWith('role:')) throw new InputError(`the user is named ${JSON.stringify(name)}, as roles are. write Role.named(...) for a role`);
    return new User(name);
  }

  /** Tells a user from a role, which has a subject too. */
  public readonly kind = 'user';

  private constructor(
    /** How policies name it. */
    public readonly subject: string,
  ) {}
}
