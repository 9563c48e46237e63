import type { RbacActions } from '../../languages/rbac-policy/vocabulary';
import { InputError } from '../../manifests/input-error';

/**
 * What a role of a project may do to each kind of resource that belongs to projects. `'*'` is everything; what is permitted for an
 * Application is not for its resources, which have actions of their own: `update/apps/Deployment/shop/web`.
 */
export type ProjectActions = Pick<RbacActions, 'applications' | 'applicationsets' | 'clusters' | 'exec' | 'logs' | 'repositories'>;

/** Resources that a role of a project may be about: those that belong to projects. */
export type ProjectResource = keyof ProjectActions;

/**
 * One thing that a role of a project may do, or may not.
 *
 * @see docs/operator-manual/rbac.md in argoproj/argo-cd
 */
export class ProjectPolicy {
  /**
   * Allows an action: `ProjectPolicy.allow('sync', 'applications', '*')`. Who may `sync` may also `get`: Argo CD asks for both.
   *
   * @param object name or glob below the project: `*`, `web-*`, or with the Application's own namespace, `team-web/*`
   */
  public static allow<R extends ProjectResource>(action: ProjectActions[R], resource: R, object: string): ProjectPolicy {
    return new ProjectPolicy(resource, action, object, 'allow');
  }

  /** Denies an action, whatever other policies of the same subject allow. */
  public static deny<R extends ProjectResource>(action: ProjectActions[R], resource: R, object: string): ProjectPolicy {
    return new ProjectPolicy(resource, action, object, 'deny');
  }

  private constructor(
    private readonly resource: ProjectResource,
    private readonly action: string,
    /** Name or glob below the project. */
    public readonly object: string,
    private readonly effect: 'allow' | 'deny',
  ) {
    if (!/^[*\w.-]+(\/[*\w.-]+)?$/.test(object)) {
      throw new InputError(`the object of the policy is ${JSON.stringify(object)}. give a name below the project, such as *, web-* or team-web/*`);
    }
    if (/[\s,"]/.test(action)) {
      throw new InputError(`the action of the policy is ${JSON.stringify(action)}. give one action, such as sync, without blanks and commas`);
    }
  }

  /**
   * The line of the policy, and that of the `get` which belongs to a `sync`. Its subject is the role, and its object below the project,
   * so it can be about no other one.
   * @internal
   */
  public _lines(project: string, role: string): string[] {
    const syncs = this.effect === 'allow' && this.resource === 'applications' && this.action === 'sync';
    return (syncs ? ['get', 'sync'] : [this.action]).map((action) =>
      `p, proj:${project}:${role}, ${this.resource}, ${action}, ${project}/${this.object}, ${this.effect}`);
  }
}
