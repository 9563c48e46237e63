import { referencesOf, resolve } from '../../../manifests/references';
import { defineRule } from '../../rule';
import { examplePods } from '../pods/example-pods';
import { POD_KINDS } from '../pods/pods-of';
import { joinDocuments } from '../rollouts/example-rollout';
import { nearlyNamed } from './config-named';

const PODS = examplePods({ pod: 'serviceAccountName: web' });
const ACCOUNT = `apiVersion: v1
kind: ServiceAccount
metadata:
  name: web
`;

/** Finds pods that run as an account which nobody here makes. */
export const serviceAccountExists = defineRule({
  id: 'references/service-account-exists',
  severity: 'info',
  strict: true,
  kinds: POD_KINDS,
  since: '0.1.0',
  implements: [],
  title: 'the account that pods run as is there',
  rationale: 'Pods of an account that does not exist are never made: the ReplicaSet is refused each of them, and the release waits until its progress '
    + 'deadline. Accounts are often made by a platform team, so this is said in the profile strict alone.',
  bad: PODS,
  good: joinDocuments(PODS, ACCOUNT),
  needsCompleteSet: true,
  check(entry, context) {
    for (const reference of referencesOf(entry)) {
      if (reference.role !== 'service account' || reference.name === 'default' || resolve(context.manifests, entry, reference)) continue;
      // A name that is there but for a letter is a mistake and no matter of taste: references/config-named.
      if (nearlyNamed(reference, entry, context.manifests) !== undefined) continue;
      context.report(reference.pointer, `there is no ServiceAccount ${reference.name} in namespace ${reference.namespace}`, {
        received: reference.name, expected: 'an account that is delivered too', fix: 'add the ServiceAccount, correct the name, or acknowledge this when somebody else makes it',
      });
    }
  },
});
