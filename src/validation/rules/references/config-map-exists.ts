import { referencesOf, resolve } from '../../../manifests/references';
import { defineRule } from '../../rule';
import { examplePods } from '../pods/example-pods';
import { POD_KINDS } from '../pods/pods-of';
import { joinDocuments } from '../rollouts/example-rollout';
import { nearlyNamed } from './config-named';

const PODS = examplePods({ container: 'envFrom:\n  - configMapRef:\n      name: settings' });
const SETTINGS = `apiVersion: v1
kind: ConfigMap
metadata:
  name: settings
data:
  CURRENCY: EUR
`;

/** Controllers of Kubernetes, OpenShift and Istio put these into each namespace. */
const EVERYWHERE = ['istio-ca-root-cert', 'kube-root-ca.crt', 'openshift-service-ca.crt'];

/** Finds pods that read a ConfigMap which nobody here makes. */
export const configMapExists = defineRule({
  id: 'references/config-map-exists',
  severity: 'info',
  strict: true,
  kinds: POD_KINDS,
  since: '0.1.0',
  implements: [],
  title: 'the ConfigMaps that pods read are there',
  rationale: 'Pods wait for a ConfigMap that does not exist and never start, and the release waits until its progress deadline. ConfigMaps are often made by '
    + 'operators, so this is said in the profile strict alone.',
  bad: PODS,
  good: joinDocuments(PODS, SETTINGS),
  needsCompleteSet: true,
  check(entry, context) {
    for (const reference of referencesOf(entry)) {
      const { kind, group, name, namespace, optional } = reference;
      if (kind !== 'ConfigMap' || group !== '' || optional || EVERYWHERE.includes(name) || resolve(context.manifests, entry, reference)) continue;
      // A name that is there but for a letter is a mistake and no matter of taste: references/config-named.
      if (nearlyNamed(reference, entry, context.manifests) !== undefined) continue;
      context.report(reference.pointer, `there is no ConfigMap ${name} in namespace ${namespace}`, {
        received: name, expected: 'a ConfigMap that is delivered too', fix: 'add the ConfigMap, correct the name, or acknowledge this when somebody else makes it',
      });
    }
  },
});
