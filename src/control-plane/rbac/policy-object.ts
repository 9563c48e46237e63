import { ApiObject } from 'cdk8s';
import { Construct } from 'constructs';
import type { MatchMode } from '../../languages/rbac-policy/decide';
import type { RbacResource } from '../../languages/rbac-policy/vocabulary';
import { fail } from '../../render/construct-error';
import type { User } from './user';

/** An AppProject of this app. */
export interface ProjectObject extends Construct {
  /** The name of the project. */
  readonly name: string;
}

/**
 * Applications, by patterns in which `*` stands for anything, slashes too: `shop/*`, `shop/web`, `shop/teams/web` for an Application in
 * the namespace `teams`, or a project for all of its Applications.
 */
export type ApplicationObject = ProjectObject | '*' | `${string}/${string}`;

/** What policies speak of, by resource. */
export interface RbacObjects {
  /** Local accounts. */
  readonly accounts: User | string;
  /** Applications: a project for all of its own, `<project>/<name>`, or a pattern of it. */
  readonly applications: ApplicationObject;
  /** ApplicationSets, said as Applications are, by the project that their template names. */
  readonly applicationsets: ApplicationObject;
  /** There are none apart: who may, may with all of them. */
  readonly certificates: '*';
  /** URLs of API servers, `<project>/<URL>` for a cluster of a project; never names. */
  readonly clusters: { readonly server: string } | '*' | `${string}/${string}`;
  /** Applications whose pods a terminal is opened in. */
  readonly exec: ApplicationObject;
  /** Names of extensions. */
  readonly extensions: string;
  /** There are none apart: who may, may with all of them. */
  readonly gpgkeys: '*';
  /** Applications whose logs of pods are read. */
  readonly logs: ApplicationObject;
  /** AppProjects: the construct, a name or a pattern of names. */
  readonly projects: ProjectObject | string;
  /** URLs, `<project>/<URL>` for a repository of a project. */
  readonly repositories: { readonly url: string } | '*' | `${string}/${string}`;
  /** URLs of repositories that hydrated manifests are pushed to. */
  readonly 'write-repositories': { readonly url: string } | '*' | `${string}/${string}`;
}

type AnyObject = RbacObjects[RbacResource];

/** The object as a policy of this mode writes it. */
export function objectText(resource: RbacResource, object: AnyObject, mode: MatchMode): string {
  if (typeof object === 'string') return mode === 'regex' && object === '*' ? '.*' : object;
  if (object instanceof Construct) {
    const project = projectName(object);
    if (resource === 'projects') return mode === 'regex' ? `^${literal(project)}$` : project;
    return mode === 'regex' ? `^${literal(project)}/.*` : `${project}/*`;
  }
  const name = 'subject' in object ? object.subject : 'server' in object ? object.server : object.url;
  return mode === 'regex' ? `^${literal(name)}$` : name;
}

function projectName(project: ProjectObject): string {
  const kinds = project.node.findAll().filter((child) => ApiObject.isApiObject(child)).map(({ kind }) => kind);
  if (kinds.includes('AppProject')) return project.name;
  throw fail(project, `a policy is about this construct, which makes ${kinds.join(' and ') || 'no object'} and no AppProject. `
    + 'name an Application by its project and its name, such as shop/web');
}

function literal(text: string): string {
  return text.replace(/[\\.+*?()|[\]{}^$]/g, '\\$&');
}
