import { pointer } from '../../../manifests/pointer';
import { Place } from '../../../manifests/references/place';
import { defineRule } from '../../rule';
import { exampleCluster } from './example-registration';
import { registrationOf, SECRET_KINDS, SECRET_TYPE } from './registrations';

const LAST_APPLIED = 'kubectl.kubernetes.io/last-applied-configuration';

/** Finds what kubectl remembers, in a registration. */
export const lastApplied = defineRule({
  id: 'fleet/last-applied',
  severity: 'error',
  kinds: SECRET_KINDS,
  since: '0.1.0',
  implements: ['CD-253'],
  title: 'a registration carries no copy of itself',
  rationale: 'kubectl keeps the object that it applied in the annotation kubectl.kubernetes.io/last-applied-configuration, with every credential in plain '
    + 'text. A Secret that was read from a cluster brings it along. The API of Argo CD refuses it for a cluster.',
  bad: exampleCluster({}).replace('  labels:', `  annotations:\n    ${LAST_APPLIED}: "{}"\n  labels:`),
  good: exampleCluster({}).replace('  labels:', '  annotations:\n    managed-by: platform\n  labels:'),
  check(entry, context) {
    if (!registrationOf(entry).labels.at(SECRET_TYPE).exists) return;
    const root = Place.root(entry.manifest);
    for (const at of [root, root.at('spec', 'template'), root.at('spec', 'target', 'template')]) {
      const annotations = at.at('metadata', 'annotations');
      if (!annotations.at(LAST_APPLIED).exists) continue;
      context.report(pointer(annotations.pointer, LAST_APPLIED), 'the annotation of kubectl repeats the whole Secret in plain text', {
        fix: 'take the annotation out, and rotate the credentials that it held',
      });
    }
  },
});
