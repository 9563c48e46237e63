import { ofKind } from '../../../manifests/entry-index';
import { deletePhasesOf, syncPhasesOf } from '../../../manifests/hooks';
import { describe, type Manifest, type ObjectId } from '../../../manifests/manifest';
import type { ManifestEntry, ManifestSet } from '../../../manifests/manifest-set';
import { readSetOnce } from '../../../manifests/read-once';
import type { Place } from '../../../manifests/references/place';
import { appliedName } from '../../../manifests/unit';
import { madeAt } from '../../made-at';
import { defineRule } from '../../rule';
import { destinationOf } from '../projects/application-places';
import { deliveredObjects } from '../projects/delivered-objects';
import { applicationSpec, sourcesOf } from './application-spec';
import { exampleSource } from './example-application';

/** Finds objects that two Applications deliver to one cluster. */
export const sharedObject = defineRule({
  id: 'apps/shared-object',
  severity: 'warning',
  kinds: ['argoproj.io/Application'],
  since: '0.1.0',
  implements: ['CD-082'],
  title: 'an object on a cluster belongs to one Application',
  rationale:
    'Argo CD marks an object as that of the Application which applied it last. With two of them each shows SharedResourceWarning, both heal the '
    + 'object to their own version, and pruning by the one takes it from the other. With FailOnSharedResource=true the syncs fail.',
  bad: [twin('web'), CONFIG(), twin('web-again')].join('---\n'),
  good: [twin('web'), CONFIG(), twin('web-again').replace('name: in-cluster', 'name: eu')].join('---\n'),
  check(entry, context) {
    const owners = ownersOf(context.manifests);
    const shared = objectsOn(entry, context.manifests).map(([key, object]) => ({ object, first: owners.get(key)! }))
      .filter(({ first }) => first !== entry);
    const [one] = shared;
    if (!one) return;
    const more = shared.length > 1 ? ` and ${shared.length - 1} more` : '';
    const source = sourcesOf(entry)[0];
    context.report(source?.pointer ?? applicationSpec(entry).pointer,
      `${describe(one.object.id)}${more} is delivered to the same cluster by the Application ${one.first.id.name} too${madeAt(one.first, entry)}`, {
        fix: 'deliver it by one of the two, or give them namespaces of their own',
      });
  },
});

/** The first Application of each object on each cluster. */
const ownersOf = readSetOnce((manifests): ReadonlyMap<string, ManifestEntry> => {
  const owners = new Map<string, ManifestEntry>();
  for (const entry of ofKind(manifests.entries, 'argoproj.io/Application')) {
    for (const [key] of objectsOn(entry, manifests)) if (!owners.has(key)) owners.set(key, entry);
  }
  return owners;
});

function objectsOn(entry: ManifestEntry, manifests: ManifestSet): ReadonlyArray<readonly [key: string, object: ManifestEntry]> {
  const { server, name, namespace = '' } = destinationOf(entry, manifests);
  const cluster = server ?? name;
  if (cluster === undefined) return [];
  const keyOf = ({ group, kind, name: object }: ObjectId, own: string | undefined): string => [cluster, group, kind, own ?? namespace, object].join('\n');
  return deliveredObjects(entry, manifests, isAppliedAsItIs)
    // An Application that stands in the folder is no object of its own.
    .filter((object) => object !== entry && object.id.name !== '' && !isLeftAlone(object.manifest))
    .map((object) => [keyOf({ ...object.id, name: appliedName(object.unit, object.id) }, object.id.namespace === '' ? '' : object.manifest.metadata.namespace), object]);
}

/** Whether a source takes all of its folder, by the names that stand there. With others one folder may well be delivered twice. */
function isAppliedAsItIs(source: Place): boolean {
  const [kustomize, directory] = [source.at('kustomize'), source.at('directory')];
  return !source.at('helm').exists && !source.at('plugin').exists && !directory.at('include').exists && !directory.at('exclude').exists
    && !['namePrefix', 'nameSuffix', 'namespace', 'components'].some((field) => kustomize.at(field).exists);
}

function isLeftAlone(manifest: Manifest): boolean {
  return syncPhasesOf(manifest).length === 0 && deletePhasesOf(manifest).length === 0;
}

function twin(name: string): string {
  return exampleSource('path: shop', { name });
}

function CONFIG(): string {
  return `apiVersion: v1
kind: ConfigMap
metadata:
  name: colours
data:
  primary: blue
`;
}
