import type { AppProjectSpecRole } from '../../../imports/types/argo-cd/app-project';
import { InputError } from '../../manifests/input-error';
import type { ProjectPolicy } from './project-policy';

/** A token of a role that was issued already: Argo CD forgets one that is not listed. */
export interface ProjectRoleToken {
  /** When it was issued, in seconds since 1970. */
  readonly issuedAt: number;
  /**
   * When it ends, in seconds since 1970.
   * @default - never
   */
  readonly expiresAt?: number;
  /**
   * Its id.
   * @default - the time of issue
   */
  readonly id?: string;
}

/** What a role may do, and who has it. */
export interface ProjectRoleProps {
  /**
   * What the role may do. Nothing but seeing the project is allowed unasked.
   * @default - only to see the project
   */
  readonly policies?: readonly ProjectPolicy[];
  /**
   * Groups of the single sign-on whose members have the role.
   * @default - none: the role is for tokens
   */
  readonly groups?: readonly string[];
  /**
   * What the role is for.
   * @default - nothing is said
   */
  readonly description?: string;
  /**
   * Tokens that were issued for it.
   * @default - none that Git knows of
   */
  readonly tokens?: readonly ProjectRoleToken[];
}

/** A role of a project, for people of some groups or for the tokens of a pipeline. */
export class ProjectRole {
  /** A role of this name: `ProjectRole.named('deployer', { policies: [...], groups: ['team-web'] })`. */
  public static named(name: string, props: ProjectRoleProps): ProjectRole {
    return new ProjectRole(name, props);
  }

  private constructor(
    /** Name of the role: `roles[].name` of the AppProject, and the end of `proj:<project>:<role>` in its policies. */
    public readonly name: string,
    private readonly props: ProjectRoleProps,
  ) {
    if (!/^[a-zA-Z0-9]([-_a-zA-Z0-9]*[a-zA-Z0-9])?$/.test(name)) {
      throw new InputError(`the role is named ${JSON.stringify(name)}. use letters, digits, "-" and "_", with a letter or digit at both ends`);
    }
    const groups = props.groups ?? [];
    groups.forEach((group) => checkGroup(name, group));
    const twice = groups.find((group, i) => groups.indexOf(group) < i);
    if (twice !== undefined) throw new InputError(`the role ${name} lists the group ${twice} twice. take one out`);
    const ids = (props.tokens ?? []).map(idOf);
    const reused = ids.find((id, i) => ids.indexOf(id) < i);
    if (reused !== undefined) throw new InputError(`two tokens of the role ${name} have the id ${reused}. give each its own`);
  }

  /**
   * The object of a policy that names the project again, which would stand for a namespace there.
   * @internal
   */
  public _objectWithProject(project: string): string | undefined {
    return this.props.policies?.find(({ object }) => object.startsWith(`${project}/`))?.object;
  }

  /** @internal */
  public _toKube(project: string): AppProjectSpecRole {
    const { policies = [], groups = [], description, tokens = [] } = this.props;
    return {
      name: this.name,
      description,
      policies: policies.length > 0 ? policyLines(policies.map((policy) => policy._lines(project, this.name))) : undefined,
      // A comma would end the name of the group.
      groups: groups.length > 0 ? groups.map((group) => (group.includes(',') ? `"${group}"` : group)) : undefined,
      jwtTokens: tokens.length > 0 ? tokens.map(({ issuedAt, expiresAt, id }) => ({ iat: issuedAt, exp: expiresAt, id })) : undefined,
    };
  }
}

/** The line of each policy, behind those that belong to it, unless another policy is one of those. */
function policyLines(policies: readonly (readonly string[])[]): string[] {
  const own = new Set(policies.map((lines) => lines.at(-1)!));
  return policies.flatMap((lines) => [...lines.slice(0, -1).filter((line) => !own.has(line)), lines.at(-1)!]);
}

function checkGroup(role: string, group: string): void {
  if (group === '' || group !== group.trim() || /["\n\r\t]/.test(group)) {
    throw new InputError(`the role ${role} lists the group ${JSON.stringify(group)}. give its name as the single sign-on does, ` +
      'without quotes, line breaks and blanks at its ends');
  }
}

function idOf({ id, issuedAt }: ProjectRoleToken): string {
  return id ?? String(issuedAt);
}
