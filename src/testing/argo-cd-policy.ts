import { decideByConfigMap, type ConfigMapData } from '../languages/rbac-policy/config-map';
import type { RbacDecision } from '../languages/rbac-policy/decide';
import type { RbacActions, RbacResource } from '../languages/rbac-policy/vocabulary';
import { InputError } from '../manifests/input-error';
import { isJsonObject, type JsonObject, type JsonValue } from '../manifests/json';
import type { Manifest } from '../manifests/manifest';

/** What a token says of somebody. */
export interface AskingUser {
  /**
   * The name of a local account, or what single sign-on calls the user. Also a role, `role:shop`, to ask about it alone.
   * @default - nobody in particular
   */
  readonly user?: string;
  /**
   * Groups of the user.
   * @default - none
   */
  readonly groups?: readonly string[];
}

/**
 * Who may do what by an `argocd-rbac-cm`, whoever wrote it.
 *
 * @example
 *   const policy = ArgoCdPolicy.fromConfigMap(load(readFileSync('argocd-rbac-cm.yaml', 'utf8')));
 *   expect(policy.may({ groups: ['org:shop'] }, 'sync', 'applications', 'shop/web').allowed).toBe(true);
 */
export class ArgoCdPolicy {
  /** Reads a ConfigMap, and AppProjects whose roles are to count. */
  public static fromConfigMap(configMap: JsonObject, projects: readonly Manifest[] = []): ArgoCdPolicy {
    const { kind, data = {} } = configMap;
    if (kind !== 'ConfigMap') throw new InputError(`a policy is read from ${JSON.stringify(kind)}. give the ConfigMap argocd-rbac-cm`);
    const text = Object.entries(isJsonObject(data) ? data : {}).filter((entry): entry is [string, JsonValue & string] => typeof entry[1] === 'string');
    return new ArgoCdPolicy(Object.fromEntries(text), projects);
  }

  private constructor(private readonly data: ConfigMapData, private readonly projects: readonly Manifest[]) {}

  /** What Argo CD would answer, and by which line: first for the default role, then for the user, then for each group that has a role. */
  public may<R extends RbacResource>(who: AskingUser, action: NoInfer<RbacActions[R]>, resource: R, object: string): RbacDecision {
    return decideByConfigMap(this.data, who, { action, resource, object }, this.projects);
  }
}
