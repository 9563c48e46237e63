import type { JsonObject } from '../../../manifests/json';
import { pointer } from '../../../manifests/pointer';
import { defineRule } from '../../rule';
import { nearest } from '../../schema/similar-name';
import { objectField, objectsField, textField } from '../rollouts/fields';

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
  rationale: 'The API server refuses any other kind, and a ClusterRoleBinding to a Role; the sync fails.',
  bad: binding('Rol'),
  good: binding('ClusterRole'),
  check({ id, manifest }, context) {
    const fields = manifest as unknown as JsonObject;
    const kind = textField(objectField(fields, 'roleRef'), 'kind');
    const roles = id.kind === 'ClusterRoleBinding' ? ['ClusterRole'] : ['ClusterRole', 'Role'];
    if (kind !== '' && !roles.includes(kind)) {
      context.report('/roleRef/kind', `${id.kind} cannot bind a ${kind}`, { received: kind, expected: roles.join(' or '), fix: meant(kind, roles) });
    }
    for (const [index, subject] of objectsField(fields, 'subjects')) {
      const type = textField(subject, 'kind');
      if (type === '' || SUBJECTS.includes(type)) continue;
      context.report(pointer('/subjects', index, 'kind'), `nobody is a ${type}`, { received: type, expected: SUBJECTS.join(', '), fix: meant(type, SUBJECTS) });
    }
  },
});

function meant(word: string, words: readonly string[]): string {
  const near = nearest(word, words);
  return near === undefined ? 'write one of these' : `did you mean ${near}?`;
}
