import { isClusterScoped } from '../../../manifests/cluster-scoped';
import { describe } from '../../../manifests/manifest';
import { defineRule } from '../../rule';
import { deliveredObjects } from '../projects/delivered-objects';
import { applicationSpec, isPartial } from './application-spec';
import { exampleSource } from './example-application';

const CONFIG = `---
apiVersion: v1
kind: ConfigMap
metadata:
  name: colours
data:
  primary: blue
`;

/** Finds objects for which nobody has said a namespace. */
export const namespaceKnown = defineRule({
  id: 'apps/namespace-known',
  severity: 'error',
  kinds: ['argoproj.io/Application'],
  since: '0.1.0',
  implements: ['CD-079'],
  title: 'an Application has a namespace for objects that name none',
  rationale:
    'An object of a kind that lives in namespaces has to say one, or the destination of the Application has to. Otherwise the Application shows '
    + 'InvalidSpecError and nothing of it is synced.',
  bad: `${exampleSource('path: shop').replace('\n    namespace: shop', '')}${CONFIG}`,
  good: `${exampleSource('path: shop')}${CONFIG}`,
  check(entry, context) {
    const destination = applicationSpec(entry).at('destination');
    if (!destination.exists || destination.at('namespace').text !== '' || isPartial(entry)) return;
    const homeless = deliveredObjects(entry, context.manifests).filter(({ id, manifest }) =>
      manifest.metadata.namespace === undefined && BUILT_IN.test(id.group) && !isClusterScoped(id.group, id.kind));
    const [first] = homeless;
    if (!first) return;
    const more = homeless.length > 1 ? ` and ${homeless.length - 1} more` : '';
    context.report(destination.pointer, `nobody says in which namespace ${describe({ ...first.id, namespace: '' })}${more} belongs`, {
      expected: 'destination.namespace, or a namespace of each object',
      fix: 'add the namespace to the destination',
    });
  },
});

/** Of other groups we do not know every kind, and so not which of them live in namespaces. */
const BUILT_IN = /^(|apps|batch|autoscaling|policy|networking\.k8s\.io|argoproj\.io)$/;
