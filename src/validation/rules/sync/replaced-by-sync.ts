import { EntryIndex } from '../../../manifests/entry-index';
import { describe } from '../../../manifests/manifest';
import type { ManifestEntry, ManifestSet } from '../../../manifests/manifest-set';
import { referencesOf } from '../../../manifests/references';
import { Place } from '../../../manifests/references/place';
import { defineRule } from '../../rule';
import { exampleAutoscaler, SCALED_ROLLOUT } from '../autoscaling/example-autoscaler';
import { joinDocuments } from '../rollouts/example-rollout';
import { annotated } from '../scopes';
import { argoAnnotationPointer, objectOptions } from './annotations';

const OPTIONS = 'metadata:\n  name: web\n  annotations:\n    argocd.argoproj.io/sync-options: Replace=true';

/** Finds objects whose replacement throws away what a controller wrote. */
export const replacedBySync = defineRule({
  id: 'sync/replaced-by-sync',
  severity: 'warning',
  kinds: ['*'],
  scope: annotated,
  since: '0.1.0',
  implements: [],
  title: 'no sync replaces what controllers write into',
  rationale:
    'Replace=true puts what Git says in place of the object, with every sync: the replicas that an autoscaler chose become those of Git or 1, a Service '
    + 'loses the selector and a route the weights that hold a release, until the controller comes by. A bound PersistentVolumeClaim cannot be '
    + 'replaced at all. Ignored differences do not help: they are about comparing.',
  bad: joinDocuments(SCALED_ROLLOUT.replace('metadata:\n  name: web', OPTIONS), exampleAutoscaler()),
  good: joinDocuments(SCALED_ROLLOUT, exampleAutoscaler()),
  check(entry, context) {
    const options = objectOptions(entry.manifest);
    // With Force=true it is deleted, which is worse.
    if (!options.includes('Replace=true') || options.includes('Force=true')) return;
    const loss = lossOf(entry, context.manifests);
    if (loss === undefined) return;
    context.report(argoAnnotationPointer('sync-options'), loss, { received: options.join(','), fix: 'take Replace=true out' });
  },
});

function lossOf(entry: ManifestEntry, manifests: ManifestSet): string | undefined {
  const { group, kind, namespace, name } = entry.id;
  if (kind === 'PersistentVolumeClaim' && group === '') {
    return Place.root(entry.manifest).at('spec', 'volumeName').exists ? undefined : 'a bound claim cannot be replaced without its volumeName, so syncs fail';
  }
  const [writer] = WRITERS.find(manifests.of(entry.unit), [group, kind, namespace, name].join('\n'));
  if (!writer) return undefined;
  if (writer.id.kind !== 'Rollout') return `every sync takes back the replicas that ${describe(writer.id)} chose`;
  const what = kind === 'Service' ? 'selector' : 'weights';
  return `every sync takes back the ${what} that ${describe(writer.id)} wrote, in the middle of a release too`;
}

const WRITTEN_ROLES = new Set([
  'active service', 'preview service', 'stable service', 'canary service', 'ping service', 'pong service', 'virtual service', 'destination rule', 'route',
  'traefik service', 'apisix route', 'scale target',
]);

/** Objects by the controller that writes into them. */
const WRITERS = new EntryIndex((entry) => {
  if (!['Rollout', 'HorizontalPodAutoscaler', 'ScaledObject'].includes(entry.id.kind)) return [];
  return referencesOf(entry)
    .filter(({ role }) => WRITTEN_ROLES.has(role))
    .map(({ group, kind, namespace, name }) => [group, kind, namespace, name].join('\n'));
});
