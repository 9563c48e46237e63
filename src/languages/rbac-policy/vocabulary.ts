/** What somebody may do with Applications. Parts of a path are those of the object: `action/argoproj.io/Rollout/promote-full`. */
export type ApplicationAction =
  | 'get' | 'create' | 'update' | 'delete' | 'sync' | 'override' | '*'
  | 'update/*' | `update/${string}/${string}/${string}/${string}`
  | 'delete/*' | `delete/${string}/${string}/${string}/${string}`
  | 'action/*' | `action/${string}/${string}/${string}`;

/**
 * The resources that policies of Argo CD speak of, and what can be done with each.
 *
 * @see cmd/argocd/commands/admin/settings_rbac.go and server in argoproj/argo-cd
 */
export interface RbacActions {
  /** With local accounts: `get` sees them, `update` changes their passwords and tokens. */
  readonly accounts: 'get' | 'create' | 'update' | '*';
  /** With Applications and the objects that they deploy. */
  readonly applications: ApplicationAction;
  /** With ApplicationSets. */
  readonly applicationsets: 'get' | 'create' | 'update' | 'delete' | '*';
  /** With TLS certificates and SSH host keys of repositories. */
  readonly certificates: 'get' | 'create' | 'delete' | '*';
  /** With clusters that are registered. */
  readonly clusters: 'get' | 'create' | 'update' | 'delete' | '*';
  /** With terminals in pods of an Application: `create` opens one. */
  readonly exec: 'create' | '*';
  /** With extensions of the API that are proxied: `invoke` sends them requests. */
  readonly extensions: 'invoke' | '*';
  /** With GnuPG keys that signatures of commits are verified by. */
  readonly gpgkeys: 'get' | 'create' | 'delete' | '*';
  /** With logs of pods of an Application. */
  readonly logs: 'get' | '*';
  /** With AppProjects. */
  readonly projects: 'get' | 'create' | 'update' | 'delete' | '*';
  /** With repositories that manifests are read from. */
  readonly repositories: 'get' | 'create' | 'update' | 'delete' | '*';
  /** With repositories that hydrated manifests are pushed to. */
  readonly 'write-repositories': 'get' | 'create' | 'update' | 'delete' | '*';
}

/** A resource that policies of Argo CD speak of. */
export type RbacResource = keyof RbacActions;

/** What the object of a request looks like. */
export type ObjectForm = 'application' | 'location' | 'name' | 'nothing';

interface Resource {
  readonly actions: readonly string[];
  readonly object: ObjectForm;
}

const CRUD = ['get', 'create', 'update', 'delete'];

/** The resources by their names. */
export const RBAC_RESOURCES: Readonly<Record<RbacResource, Resource>> = {
  'accounts': { actions: ['get', 'create', 'update'], object: 'name' },
  'applications': { actions: [...CRUD, 'sync', 'override'], object: 'application' },
  'applicationsets': { actions: CRUD, object: 'application' },
  'certificates': { actions: ['get', 'create', 'delete'], object: 'nothing' },
  'clusters': { actions: CRUD, object: 'location' },
  'exec': { actions: ['create'], object: 'application' },
  'extensions': { actions: ['invoke'], object: 'name' },
  'gpgkeys': { actions: ['get', 'create', 'delete'], object: 'nothing' },
  'logs': { actions: ['get'], object: 'application' },
  'projects': { actions: CRUD, object: 'name' },
  'repositories': { actions: CRUD, object: 'location' },
  'write-repositories': { actions: CRUD, object: 'location' },
};

/** Actions of Applications that go on with a path, and the parts of that path. */
export const ACTION_PATHS: Readonly<Record<string, readonly string[]>> = {
  action: ['group', 'kind', 'action'],
  delete: ['group', 'kind', 'namespace', 'name'],
  update: ['group', 'kind', 'namespace', 'name'],
};

/** The resource of this name, if there is one. */
export function rbacResource(name: string): Resource | undefined {
  return Object.hasOwn(RBAC_RESOURCES, name) ? RBAC_RESOURCES[name as RbacResource] : undefined;
}

/** What an object of each form is called. */
export const OBJECT_FORMS: Readonly<Record<ObjectForm, string>> = {
  application: '<project>/<name>, or <project>/<namespace>/<name>',
  location: 'a URL, or <project>/<URL>',
  name: 'a name without slashes',
  nothing: '*',
};
