import { type AppProject, type ArgoCdRbac, Policy, Role, User } from 'cdk8s-argo';

const shop = Role.named('team-shop');

/** What can be done depends on the resource. */
export function actions(): void {
  Policy.allow(shop, ['get', 'sync'], 'applications', 'shop/*');
  Policy.allow(shop, 'action/argoproj.io/Rollout/promote-full', 'applications', 'shop/*');
  Policy.allow(shop, 'delete//Pod/shop/*', 'applications', 'shop/*');
  // @ts-expect-error logs are got
  Policy.allow(shop, 'create', 'logs', 'shop/*');
  // @ts-expect-error a terminal is created
  Policy.allow(shop, 'get', 'exec', 'shop/*');
  // @ts-expect-error certificates cannot be updated
  Policy.allow(shop, 'update', 'certificates', '*');
  // @ts-expect-error the group, the kind and the action
  Policy.allow(shop, 'action/Rollout', 'applications', 'shop/*');
  // @ts-expect-error a bare action is never asked for
  Policy.allow(shop, 'action', 'applications', 'shop/*');
  // @ts-expect-error misspelt
  Policy.allow(shop, 'get', 'application', 'shop/*');
}

/** Objects have the form of their resource. */
export function objects(project: AppProject): void {
  Policy.allow(shop, 'get', 'applications', project);
  Policy.allow(shop, 'get', 'projects', project);
  // @ts-expect-error the project is missing
  Policy.allow(shop, 'get', 'applications', 'web');
  // @ts-expect-error a cluster is its URL, not its name
  Policy.allow(shop, 'get', 'clusters', 'production');
  // @ts-expect-error keys have no names
  Policy.allow(shop, 'get', 'gpgkeys', 'shop');
}

/** Roles of Argo CD are given, not changed, and groups have roles. */
export function subjects(rbac: ArgoCdRbac): void {
  rbac.group('org:platform').has(Role.admin);
  Policy.deny(Role.readonly, 'get', 'applications', 'secret/*');
  Policy.allow(User.named('ci'), 'sync', 'applications', 'shop/*');
  // @ts-expect-error it is there before the policy is read
  Role.named('admin');
  // @ts-expect-error role: is put before the name
  Role.named('role:shop');
  // @ts-expect-error what is added everybody who reads may do
  Policy.allow(Role.readonly, 'sync', 'applications', 'shop/*');
  // @ts-expect-error a policy of a group is never looked at
  Policy.allow(rbac.group('org:shop'), 'get', 'applications', 'shop/*');
  // @ts-expect-error a group has roles, and a user is none
  rbac.group('org:shop').has(User.named('dave'));
}

/** What is asked is typed as what is allowed. */
export function questions(rbac: ArgoCdRbac): void {
  rbac.may({ groups: ['org:shop'] }, 'sync', 'applications', 'shop/web');
  // @ts-expect-error logs are got
  rbac.may({ user: 'dave' }, 'sync', 'logs', 'shop/web');
  // @ts-expect-error who
  rbac.may('dave', 'sync', 'applications', 'shop/web');
}
