import { RbacPolicy } from './policy';

const EVERYTHING = '*';
const EVERY_APPLICATION = '*/*';

/** What `role:readonly` and `role:admin` may do: resource, actions of each, objects. The administrator has the other role too. */
const READONLY = [
  [['applications', 'applicationsets', 'logs'], ['get'], EVERY_APPLICATION],
  [['certificates', 'clusters', 'repositories', 'write-repositories', 'projects', 'accounts', 'gpgkeys'], ['get'], EVERYTHING],
] as const;
const ADMIN = [
  [['applications'], ['create', 'update', 'update/*', 'delete', 'delete/*', 'sync', 'override', 'action/*'], EVERY_APPLICATION],
  [['applicationsets'], ['get', 'create', 'update', 'delete'], EVERY_APPLICATION],
  [['certificates', 'clusters', 'repositories', 'write-repositories', 'projects'], ['create', 'update', 'delete'], EVERYTHING],
  [['accounts'], ['update'], EVERYTHING],
  [['gpgkeys'], ['create', 'delete'], EVERYTHING],
  [['exec'], ['create'], EVERY_APPLICATION],
] as const;

/** The roles that Argo CD brings along. */
export const BUILT_IN_ROLES: readonly string[] = ['role:admin', 'role:readonly'];

/**
 * The policy that Argo CD 3.5 puts before that of the user. It can be added to, and denied, but not taken out.
 *
 * @see assets/builtin-policy.csv in argoproj/argo-cd
 */
export const BUILT_IN_POLICY = RbacPolicy.of({
  source: 'the built-in policy',
  text: [
    ...linesOf('role:readonly', READONLY),
    ...linesOf('role:admin', ADMIN),
    'g, role:admin, role:readonly',
    'g, admin, role:admin',
  ].join('\n'),
});

function linesOf(role: string, grants: typeof READONLY | typeof ADMIN): string[] {
  return grants.flatMap(([resources, actions, objects]) =>
    resources.flatMap((resource) => actions.map((action) => `p, ${role}, ${resource}, ${action}, ${objects}, allow`)));
}
