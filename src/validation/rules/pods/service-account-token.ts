import type { JsonObject } from '../../../manifests/json';
import type { ManifestEntry, ManifestSet } from '../../../manifests/manifest-set';
import { pointer } from '../../../manifests/pointer';
import { defineRule } from '../../rule';
import { isSet, textField } from '../rollouts/fields';
import { examplePods } from './example-pods';
import { POD_KINDS, podsOf } from './pods-of';

/** Finds pods that carry the token of an account that nobody chose. */
export const serviceAccountToken = defineRule({
  id: 'pods/service-account-token',
  severity: 'info',
  strict: true,
  kinds: POD_KINDS,
  since: '0.1.0',
  implements: [],
  title: 'pods that nobody gave an account carry no token of the API server',
  rationale: 'Pods run as the account default of their namespace unless they say another, and its token is mounted into each container. What anybody ever '
    + 'allows that account, all of them may do, and so may who gets into one of them.',
  bad: examplePods(),
  good: examplePods({ pod: 'automountServiceAccountToken: false' }),
  check(entry, context) {
    for (const { pointer: at, spec } of podsOf(entry)) {
      const account = textField(spec, 'serviceAccountName') || textField(spec, 'serviceAccount') || 'default';
      if (account !== 'default' || !mountsToken(spec, entry, context.manifests)) continue;
      context.report(isSet(spec, 'serviceAccountName') ? pointer(`${at}/spec`, 'serviceAccountName') : `${at}/spec`, 'pods carry the token of the account default', {
        received: spec.automountServiceAccountToken === true ? 'automountServiceAccountToken: true' : 'automountServiceAccountToken not said, which mounts it',
        expected: 'no token, or an account of their own',
        fix: 'write automountServiceAccountToken: false, or a serviceAccountName if the program talks to the API server',
      });
    }
  },
});

/** The pod decides before its account does. */
function mountsToken(spec: JsonObject, { id, unit }: ManifestEntry, manifests: ManifestSet): boolean {
  if (isSet(spec, 'automountServiceAccountToken')) return spec.automountServiceAccountToken !== false;
  const account = manifests.find(unit, { group: '', kind: 'ServiceAccount', namespace: id.namespace, name: 'default' });
  return account?.manifest.automountServiceAccountToken !== false;
}
