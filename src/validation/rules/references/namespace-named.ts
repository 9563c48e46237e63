import type { ManifestEntry, ManifestSet } from '../../../manifests/manifest-set';
import { readListOnce } from '../../../manifests/read-once';
import { defineRule } from '../../rule';
import { slipOf } from '../../slip';
import { joinDocuments } from '../rollouts/example-rollout';

/** Finds objects in a namespace that is nearly the one of those beside them. */
export const namespaceNamed = defineRule({
  id: 'references/namespace-named',
  severity: 'warning',
  kinds: ['*'],
  since: '0.1.0',
  implements: [],
  title: 'objects that are applied together name their namespace to the letter',
  rationale: 'Argo CD applies an object to the namespace that it names. Where there is no such namespace the sync fails, and where there is, nobody there looks for the '
    + 'object. A namespace that another object is in as well, or that is made here, is none that somebody misspelt.',
  bad: joinDocuments(configMap('settings', 'shop-staging'), configMap('colours', 'shop-staging'), configMap('currencies', 'shop-stagin')),
  good: joinDocuments(configMap('settings', 'shop-staging'), configMap('colours', 'shop-staging'), configMap('currencies', 'shop-staging')),
  check(entry, context) {
    const { namespace } = entry.manifest.metadata;
    if (typeof namespace !== 'string' || namespace === '' || namespace === entry.unit.namespace || namespace.includes('{{')) return;
    const here = namespacesIn(context.manifests.of(entry.unit));
    if ((here.get(namespace) ?? 0) > 1 || isMade(namespace, entry, context.manifests)) return;
    const others = [...here].filter(([other, count]) => other !== namespace && count > 1).map(([other]) => other);
    const meant = slipOf(namespace, [...others, ...(entry.unit.namespace === '' ? [] : [entry.unit.namespace])]);
    if (meant === undefined) return;
    context.report('/metadata/namespace', `no other object is in namespace ${namespace}, and those beside it are in ${meant}`, {
      received: namespace, expected: meant, fix: `did you mean ${meant}? otherwise acknowledge this`,
    });
  },
});

function isMade(name: string, entry: ManifestEntry, manifests: ManifestSet): boolean {
  const id = { group: '', kind: 'Namespace', namespace: '', name };
  return manifests.find(entry.unit, id) !== undefined || manifests.isExternal(entry.unit, id);
}

/** How many objects of a unit are in which namespace. */
const namespacesIn = readListOnce((entries: readonly ManifestEntry[]): ReadonlyMap<string, number> => {
  const counts = new Map<string, number>();
  for (const { id: { namespace } } of entries) if (namespace !== '') counts.set(namespace, (counts.get(namespace) ?? 0) + 1);
  return counts;
});

function configMap(name: string, namespace: string): string {
  return `apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: ${name}\n  namespace: ${namespace}\ndata:\n  colour: blue\n`;
}
