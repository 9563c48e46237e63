import { EntryIndex } from '../../../manifests/entry-index';
import { idOf } from '../../../manifests/manifest';
import { pointer } from '../../../manifests/pointer';
import { mayMeet } from '../../../manifests/unit';
import { defineRule } from '../../rule';
import { slipOf } from '../../slip';
import { joinDocuments } from '../rollouts/example-rollout';
import { objectsField, textField } from '../rollouts/fields';

const ACCOUNT = `apiVersion: v1
kind: ServiceAccount
metadata:
  name: deployer
  namespace: shop
`;

/** Finds bindings to accounts that are called nearly otherwise, or are in nearly that namespace. */
export const subjectExists = defineRule({
  id: 'access/subject-exists',
  severity: 'error',
  kinds: ['rbac.authorization.k8s.io/ClusterRoleBinding', 'rbac.authorization.k8s.io/RoleBinding'],
  since: '0.1.0',
  implements: [],
  title: 'a binding names its service accounts to the letter',
  rationale: 'A binding to an account that does not exist is valid and grants nothing: what runs as the account is refused its requests, long after the sync. '
    + 'Accounts are often made elsewhere, so a missing one is only told where one of nearly that name is there.',
  bad: joinDocuments(ACCOUNT, binding('deployr')),
  good: joinDocuments(ACCOUNT, binding('deployer')),
  needsCompleteSet: true,
  check(entry, context) {
    for (const [index, subject] of objectsField(entry.manifest, 'subjects')) {
      if (subject.kind !== 'ServiceAccount') continue;
      const name = textField(subject, 'name');
      const namespace = textField(subject, 'namespace') || entry.id.namespace;
      if (name === '' || `${name}${namespace}`.includes('{{') || name === 'default') continue;
      const id = idOf({ apiVersion: 'v1', kind: 'ServiceAccount', metadata: { name, namespace } }, '');
      if (context.manifests.find(entry.unit, id) || context.manifests.isExternal(entry.unit, id)) continue;
      const namesIn = (key: string): readonly string[] => ACCOUNTS.find(context.manifests.entries, key)
        .filter(({ unit }) => mayMeet(unit, entry.unit))
        .map((account) => (key.startsWith('in ') ? account.id.name : account.id.namespace));
      const names = [['name', name, namesIn(`in ${namespace}`)], ['namespace', namespace, namesIn(`called ${name}`)]] as const;
      for (const [field, written, known] of names) {
        const meant = slipOf(written, known);
        if (meant === undefined) continue;
        const at = pointer('/subjects', index, field);
        const there = field === 'name' ? meant : `${name} in ${meant}`;
        context.report(at, `there is no ServiceAccount ${name} in namespace ${namespace}, but ${there} is there`, {
          received: written, expected: meant, fix: `did you mean ${meant}? otherwise acknowledge this when somebody else makes the account`,
        });
      }
    }
  },
});

const ACCOUNTS = new EntryIndex(({ id: { group, kind, namespace, name } }) =>
  (kind === 'ServiceAccount' && group === '' ? [`in ${namespace}`, `called ${name}`] : []));

function binding(account: string): string {
  return `apiVersion: rbac.authorization.k8s.io/v1
kind: RoleBinding
metadata:
  name: deployer
roleRef:
  apiGroup: rbac.authorization.k8s.io
  kind: ClusterRole
  name: view
subjects:
  - kind: ServiceAccount
    name: ${account}
    namespace: shop
`;
}
