import { InputError } from '../../manifests/input-error';

/** Whose role it is: one of this policy, or one that Argo CD brings along. */
export type RoleOrigin = 'own' | 'built-in';

/** What several users and groups have in common: they may do the same. */
export class Role<out Origin extends RoleOrigin = RoleOrigin> {
  /** May do everything: a role of Argo CD, which can be given but not changed. */
  public static readonly admin: Role<'built-in'> = new Role('admin', 'built-in');

  /** May see everything and change nothing: a role of Argo CD, which can be given but not changed. */
  public static readonly readonly: Role<'built-in'> = new Role('readonly', 'built-in');

  /** A role of this policy, `role:team-shop` in it. */
  public static named<const N extends string>(name: N extends 'admin' | 'readonly' | `role:${string}` ? never : N): Role<'own'> {
    const given: string = name;
    if (given === 'admin' || given === 'readonly') {
      throw new InputError(`role:${given} is a role of Argo CD, and what is added to it everybody who has it may do. take another name, `
        + `or give the role as it is: Role.${given}`);
    }
    if (given.startsWith('role:')) throw new InputError(`the role is named ${JSON.stringify(given)}. leave out role:, it is put before the name`);
    if (given.trim() === '' || given !== given.trim()) throw new InputError(`the role is named ${JSON.stringify(given)}. give it a name without blanks around it`);
    return new Role(given, 'own');
  }

  private constructor(
    /** Its name, without `role:`. */
    public readonly name: string,
    /** Whose role it is. */
    public readonly origin: Origin,
  ) {}

  /** How policies name it. */
  public get subject(): `role:${string}` {
    return `role:${this.name}`;
  }
}
