// Types of a generator that is written where it is used: what a template may ask for is what was said, not what would be accepted.
import { type ArgoChart, Cluster, Destination, Fleet, Generator, MultiClusterAppSet, Repository, Source } from 'cdk8s-argo';

const fleet = Fleet.of([Cluster.registered({ name: 'eu', server: 'https://eu.example.com', labels: { env: 'production', region: 'eu' } })]);
const repository = Repository.git({ url: 'https://git.example.com/web/manifests.git', revision: 'main' });

const application = (p: { readonly nameNormalized: string; readonly server: string }, label: string) => ({
  name: p.nameNormalized, labels: { label }, source: Source.git({ repository, path: 'web' }), destination: Destination.server(p.server, 'web'),
});

/** No label is selected by with `matchLabels`, so none may be taken from it. */
export function labels(scope: ArgoChart): void {
  new MultiClusterAppSet(scope, 'Known', {
    generators: [Generator.clusters({ fleet, matchExpressions: [{ key: 'env', operator: 'Exists' }] })],
    template: (p) => application(p, p.label('region')),
  });
  new MultiClusterAppSet(scope, 'Unknown', {
    generators: [Generator.clusters({ fleet, matchExpressions: [{ key: 'env', operator: 'Exists' }] })],
    // @ts-expect-error no cluster of the fleet has the label `zone`
    template: (p) => application(p, p.label('zone')),
  });
  // @ts-expect-error nothing is known of the clusters
  new MultiClusterAppSet(scope, 'All', { generators: [Generator.clusters()], template: (p) => application(p, p.label('env')) });
}

/** No values are given, so there are none. */
export function values(scope: ArgoChart): void {
  // @ts-expect-error the generator has no values
  new MultiClusterAppSet(scope, 'Values', { generators: [Generator.clusters()], template: (p) => application(p, p.values.size) });
}
