import { pointer } from '../../../manifests/pointer';
import { defineRule } from '../../rule';
import { isSet, textField } from '../rollouts/fields';
import { examplePods } from './example-pods';
import { POD_KINDS, podsOf } from './pods-of';

/** Finds the old name of serviceAccountName. */
export const serviceAccountField = defineRule({
  id: 'pods/service-account-field',
  severity: 'info',
  kinds: POD_KINDS,
  since: '0.1.0',
  implements: [],
  title: 'pods say their account in serviceAccountName',
  rationale: 'serviceAccount is the name that the field had before Kubernetes 1.0. It is still read, but only where serviceAccountName says nothing: two '
    + 'that differ look as if the pods ran as the one that is not used.',
  bad: examplePods({ pod: 'serviceAccount: web' }),
  good: examplePods({ pod: 'serviceAccountName: web' }),
  check(entry, context) {
    for (const { pointer: at, spec } of podsOf(entry)) {
      const account = textField(spec, 'serviceAccount');
      if (account === '') continue;
      const field = pointer(`${at}/spec`, 'serviceAccount');
      const name = textField(spec, 'serviceAccountName');
      context.report(field, name === '' ? 'the account of the pods is in serviceAccount' : `serviceAccount is not read, as serviceAccountName says ${name}`, {
        received: account,
        expected: 'serviceAccountName alone',
        fix: name === '' ? 'rename it to serviceAccountName' : 'remove serviceAccount',
        // Kubernetes copies the old field into the new one where that is empty, so the pods keep their account.
        edit: name !== '' ? { op: 'remove', pointer: field } : isSet(spec, 'serviceAccountName') ? undefined : { op: 'rename', pointer: field, value: 'serviceAccountName' },
      });
    }
  },
});
