import type { Role } from './role';

/** A group of users, as single sign-on names it. It has roles, and may what they may: nothing else works for groups. */
export class RbacGroup {
  /** @internal */
  public constructor(
    /** The name that the tokens say: `org:team` from GitHub by way of Dex, a plain name or an id from others. */
    public readonly name: string,
    private readonly give: (role: Role) => void,
  ) {}

  /** Gives roles to everybody in the group. */
  public has(role: Role, ...more: readonly Role[]): this {
    for (const one of [role, ...more]) this.give(one);
    return this;
  }
}
