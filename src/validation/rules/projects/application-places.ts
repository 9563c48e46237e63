import { clusterOf } from '../../../manifests/cluster-facts';
import type { ManifestEntry, ManifestSet } from '../../../manifests/manifest-set';
import type { Place } from '../../../manifests/references/place';
import { IN_CLUSTER } from '../../../manifests/unit';
import { applicationSpec } from '../apps/application-spec';
import type { KnownDestination } from './project-permissions';

/** The URLs of every repository that an Application reads, or writes to, as Argo CD asks its project about them. */
export function repositoriesOf(entry: ManifestEntry): Place[] {
  const spec = applicationSpec(entry);
  const hydrator = spec.at('sourceHydrator');
  const several = spec.at('sources').items;
  const places = hydrator.exists
    ? [hydrator.at('drySource', 'repoURL'), hydrator.at('syncSource', 'repoURL')]
    : (several.length > 0 ? several : [spec.at('source')]).map((source) => source.at('repoURL'));
  return places.filter(({ text }) => text !== '' && !text.includes('{{'));
}

/** Where an Application goes. Of a cluster that is named in one way, the fleet tells the other. */
export function destinationOf(entry: ManifestEntry, manifests: ManifestSet): KnownDestination {
  const destination = applicationSpec(entry).at('destination');
  const literal = (field: string): string | undefined => {
    const { text } = destination.at(field);
    return text.includes('{{') ? undefined : text;
  };
  const [name, server] = [literal('name') || undefined, literal('server') || undefined];
  const said = server ?? name;
  const cluster = said === undefined ? undefined : clusterOf(manifests.clusters, said);
  return {
    name: name ?? cluster?.name,
    server: server?.replace(/\/+$/, '') ?? cluster?.server ?? (name === 'in-cluster' ? IN_CLUSTER : undefined),
    namespace: literal('namespace'),
  };
}

/** How messages name a destination. */
export function destinationText({ server, name, namespace }: KnownDestination): string {
  return `${name ?? server ?? 'the cluster'}, ${namespace === '' ? 'no namespace' : `namespace ${namespace ?? 'of a parameter'}`}`;
}
