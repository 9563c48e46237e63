import type { JsonObject } from '../../../manifests/json';
import { type Pointer, pointer } from '../../../manifests/pointer';
import { defineRule, type RuleContext } from '../../rule';
import { nearest } from '../../schema/similar-name';
import { objectField, objectsField, textField } from '../rollouts/fields';

const GROUP = 'rbac.authorization.k8s.io';
const SUBJECTS = ['Group', 'ServiceAccount', 'User'];

/** A binding to a role of this kind. */
function binding(kind: string): string {
  return `apiVersion: rbac.authorization.k8s.io/v1
kind: RoleBinding
metadata:
  name: web
roleRef:
  apiGroup: rbac.authorization.k8s.io
  kind: ${kind}
  name: view
subjects:
  - apiGroup: rbac.authorization.k8s.io
    kind: Group
    name: shop
`;
}

/** Finds bindings of roles, or to somebody, of a kind that there is not. */
export const roleReference = defineRule({
  id: 'manifests/role-reference',
  severity: 'error',
  kinds: ['rbac.authorization.k8s.io/ClusterRoleBinding', 'rbac.authorization.k8s.io/RoleBinding'],
  since: '0.1.0',
  implements: [],
  title: 'a binding names a role, and users, groups or service accounts',
  rationale: 'The API server refuses any other kind, and a ClusterRoleBinding to a Role; the sync fails. Roles, users and groups are of rbac.authorization.k8s.io, which is '
    + 'what an apiGroup that is left out means, and accounts of the core group. A ClusterRoleBinding is in no namespace, so an account has to say its own.',
  bad: binding('Rol'),
  good: binding('ClusterRole'),
  check({ id, manifest }, context) {
    const fields = manifest as unknown as JsonObject;
    const kind = textField(objectField(fields, 'roleRef'), 'kind');
    const roles = id.kind === 'ClusterRoleBinding' ? ['ClusterRole'] : ['ClusterRole', 'Role'];
    if (kind !== '' && !roles.includes(kind)) {
      context.report('/roleRef/kind', `${id.kind} cannot bind a ${kind}`, { received: kind, expected: roles.join(' or '), fix: meant(kind, roles) });
    }
    const role = objectField(fields, 'roleRef');
    if (role?.name === '') context.report('/roleRef/name', 'the binding names no role', { received: 'an empty name', expected: 'the name of a role', fix: 'write the name' });
    reportGroup(context, '/roleRef/apiGroup', 'a role', textField(role, 'apiGroup'), GROUP);
    for (const [index, subject] of objectsField(fields, 'subjects')) {
      const type = textField(subject, 'kind');
      if (SUBJECTS.includes(type)) {
        reportGroup(context, pointer('/subjects', index, 'apiGroup'), `a ${type}`, textField(subject, 'apiGroup'), type === 'ServiceAccount' ? '' : GROUP);
        if (type === 'ServiceAccount' && id.kind === 'ClusterRoleBinding' && textField(subject, 'namespace') === '') {
          context.report(pointer('/subjects', index), `the namespace of ServiceAccount ${textField(subject, 'name')} is not said`, {
            received: 'no namespace', expected: 'the namespace of the account', fix: 'write namespace',
          });
        }
        continue;
      }
      if (type === '') continue;
      context.report(pointer('/subjects', index, 'kind'), `nobody is a ${type}`, { received: type, expected: SUBJECTS.join(', '), fix: meant(type, SUBJECTS) });
    }
  },
});

function reportGroup(context: RuleContext, at: Pointer, what: string, group: string, wanted: string): void {
  if (group === '' || group === wanted || group.includes('{{')) return;
  context.report(at, `${what} is not of the group ${group}`, {
    received: group, expected: wanted || 'no apiGroup', fix: wanted === '' ? 'leave apiGroup out' : `write ${wanted}`, edit: { op: 'set', pointer: at, value: wanted },
  });
}

function meant(word: string, words: readonly string[]): string {
  const near = nearest(word, words);
  return near === undefined ? 'write one of these' : `did you mean ${near}?`;
}
