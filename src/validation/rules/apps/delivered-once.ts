import { ofKind } from '../../../manifests/entry-index';
import type { ManifestEntry, ManifestSet } from '../../../manifests/manifest-set';
import { readSetOnce } from '../../../manifests/read-once';
import type { Place } from '../../../manifests/references/place';
import { mayMeet } from '../../../manifests/unit';
import { madeAt } from '../../made-at';
import { defineRule } from '../../rule';
import { destinationOf } from '../projects/application-places';
import { deliveredObjects } from '../projects/delivered-objects';
import { joinDocuments } from '../rollouts/example-rollout';
import { applicationSpec, sourcesOf } from './application-spec';
import { exampleSource } from './example-application';

/** Finds Applications that deliver what another one delivers. */
export const deliveredOnce = defineRule({
  id: 'apps/delivered-once',
  severity: 'warning',
  kinds: ['argoproj.io/Application'],
  since: '0.1.0',
  implements: ['CD-082'],
  title: 'two Applications of one source have two destinations',
  rationale:
    'Both render the same objects for the same namespace of the same cluster. Each marks them as its own, both show SharedResourceWarning, and '
    + 'deleting or pruning by the one takes them from the other. Helm releases of two names are left alone, as their objects mostly have two names too.',
  bad: joinDocuments(exampleSource('path: web'), exampleSource('path: web', { name: 'web-again' })),
  good: joinDocuments(exampleSource('path: web'), exampleSource('path: web', { name: 'web-again' }).replace('namespace: shop', 'namespace: shop-again')),
  check(entry, context) {
    const same = bySource(context.manifests).get(keyOf(entry, context.manifests) ?? '') ?? [];
    // Said once, at the later of the two. One Application for two Argo CDs is not two.
    const first = same.slice(0, same.indexOf(entry)).find(({ id, unit }) =>
      mayMeet(unit, entry.unit) && !(id.name === entry.id.name && id.namespace === entry.id.namespace));
    // Of objects that are known another rule says which are shared.
    if (!first || deliveredObjects(entry, context.manifests).length > 0) return;
    context.report(sourcesOf(entry)[0]!.pointer, `the Application ${first.id.name} delivers the same source to the same place, so both own its objects${madeAt(first, entry)}`, {
      fix: 'remove one of the two, or give them different paths, clusters or namespaces',
    });
  },
});

const bySource = readSetOnce((manifests): ReadonlyMap<string, readonly ManifestEntry[]> => {
  const found = new Map<string, ManifestEntry[]>();
  for (const entry of ofKind(manifests.entries, 'argoproj.io/Application')) {
    const key = keyOf(entry, manifests);
    if (key === undefined) continue;
    const same = found.get(key);
    if (same) same.push(entry);
    else found.set(key, [entry]);
  }
  return found;
});

/** Everything that decides which objects come to which place; undefined where the name of the Application does too. */
function keyOf(entry: ManifestEntry, manifests: ManifestSet): string | undefined {
  const spec = applicationSpec(entry);
  const sources = sourcesOf(entry);
  const { server, name, namespace } = destinationOf(entry, manifests);
  const cluster = server ?? name;
  if (cluster === undefined || sources.length === 0 || spec.at('sourceHydrator').exists || sources.some(dependsOnName)) return undefined;
  return JSON.stringify([cluster, namespace, sources.map(({ value }) => value)]);
}

function dependsOnName(source: Place): boolean {
  const isHelm = source.at('chart').text !== '' || source.at('helm').exists;
  return (isHelm && source.at('helm', 'releaseName').text === '') || source.at('plugin').exists || JSON.stringify(source.value ?? null).includes('ARGOCD_APP_');
}
