import { ApiObject } from 'cdk8s';
import type { Construct } from 'constructs';
import { decideByConfigMap } from '../../languages/rbac-policy/config-map';
import type { RbacDecision } from '../../languages/rbac-policy/decide';
import type { RbacResource } from '../../languages/rbac-policy/vocabulary';
import type { Manifest } from '../../manifests/manifest';
import { objectText, type RbacObjects } from './policy-object';
import type { RbacGroup } from './rbac-group';
import type { Role } from './role';
import type { User } from './user';

/** Somebody of whom a token says a name, groups, or both. */
export interface TokenBearer {
  /** What the token says in its claim `sub`, or the name of a local user. */
  readonly user?: string;
  /** The groups that the token says. */
  readonly groups?: readonly string[];
}

/** Who asks whether something is allowed. */
export type WhoAsks = Role | User | RbacGroup | TokenBearer;

interface Asked {
  readonly action: string;
  readonly resource: RbacResource;
  readonly object: RbacObjects[RbacResource];
}

/** What a ConfigMap decides, with the roles of the projects in the same app. */
export function askedOf(scope: Construct, data: Readonly<Record<string, string>>, who: WhoAsks, asked: Asked): RbacDecision {
  const { action, resource } = asked;
  const projects = scope.node.root.node.findAll()
    .filter((construct): construct is ApiObject => ApiObject.isApiObject(construct) && construct.kind === 'AppProject')
    .map((object) => object.toJson() as Manifest);
  // What is asked is no pattern: a project stands for any of its Applications.
  return decideByConfigMap(data, bearerOf(who), { action, resource, object: objectText(resource, asked.object, 'glob') }, projects);
}

function bearerOf(who: WhoAsks): TokenBearer {
  if ('subject' in who) return { user: who.subject };
  return 'name' in who ? { groups: [who.name] } : who;
}
