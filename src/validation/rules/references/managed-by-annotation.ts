import { referencesOf, resolve } from '../../../manifests/references';
import { madeAt } from '../../made-at';
import { defineRule } from '../../rule';
import { exampleBlueGreen, exampleServices, joinDocuments } from '../rollouts/example-rollout';
import { ROLLOUT } from '../rollouts/rollout-strategy';

const ANNOTATION = 'argo-rollouts.argoproj.io/managed-by-rollouts';

/** The Service `web`, which says that it belongs to this Rollout. */
function managedBy(rollout: string): string {
  return exampleServices('web').replace('name: web\n', `name: web\n  annotations:\n    ${ANNOTATION}: ${rollout}\n`);
}

/** Finds Services that say that they belong to another Rollout. */
export const managedByAnnotation = defineRule({
  id: 'references/managed-by-annotation',
  severity: 'error',
  kinds: [ROLLOUT],
  since: '0.1.0',
  implements: ['AR-074'],
  title: 'a Service is not annotated as that of another Rollout',
  rationale: 'The controller notes on a Service whose it is. A Rollout that names a Service with the name of another one on it is '
    + 'InvalidSpec. The annotation comes into Git with a copied live object; it is best left out.',
  bad: joinDocuments(exampleBlueGreen('activeService: web'), managedBy('api')),
  good: joinDocuments(exampleBlueGreen('activeService: web'), managedBy('web')),
  check(entry, context) {
    for (const reference of referencesOf(entry)) {
      if (reference.group !== '' || reference.kind !== 'Service') continue;
      const found = resolve(context.manifests, entry, reference);
      const owner = found && found !== 'external' ? found.entry.manifest.metadata.annotations?.[ANNOTATION] : undefined;
      if (!found || found === 'external' || owner === undefined || owner === entry.id.name) continue;
      context.report(reference.pointer, `Service ${reference.name}${madeAt(found.entry, entry)} says that it belongs to Rollout ${owner}`, {
        received: `${ANNOTATION}: ${owner}`,
        expected: `no such annotation, or ${entry.id.name}`,
        fix: 'remove the annotation: the controller writes it',
      });
    }
  },
});
