import { type ClusterFacts, comparableServer } from '../../../manifests/cluster-facts';
import { IN_CLUSTER } from '../../../manifests/unit';
import { defineRule } from '../../rule';
import { nearest } from '../../schema/similar-name';
import { APPLICATION_KINDS, applicationSpec, literalOf } from './application-spec';
import { EXAMPLE_SOURCE, exampleApplication } from './example-application';

/** Finds Applications for clusters that nobody has declared. */
export const destinationRegistered = defineRule({
  id: 'apps/destination-registered',
  severity: 'error',
  kinds: APPLICATION_KINDS,
  since: '0.1.0',
  implements: ['CD-011', 'CD-013'],
  title: 'the cluster of an Application is one that is declared',
  rationale:
    'Argo CD finds a cluster by its name, or by the address that it is registered with: letter by letter, with the port, and without slashes at '
    + 'the end. For any other text the Application shows InvalidSpecError and nothing is synced. Looked at where clusters are declared at all.',
  exampleClusters: [{ name: 'production', server: 'https://production.example.com:6443' }],
  bad: example('server: https://production.example.com'),
  good: example('server: https://production.example.com:6443/'),
  check(entry, context) {
    const { clusters } = context.manifests;
    if (clusters.length === 0) return;
    const destination = applicationSpec(entry).at('destination');
    const [server, name] = [destination.at('server'), destination.at('name')];
    const url = comparableServer(literalOf(server));
    if (url !== '' && url !== IN_CLUSTER && !clusters.some((cluster) => cluster.server === url)) {
      // The address of a cluster that only Argo CD knows may be any.
      if (clusters.some((cluster) => cluster.server === undefined)) return;
      const meant = clusters.find((cluster) => cluster.server !== undefined && hostOf(cluster.server) === hostOf(url));
      context.report(server.pointer, 'no declared cluster is registered with this address', {
        received: server.text,
        expected: listed(clusters.map((cluster) => cluster.server ?? '')),
        fix: meant ? `write ${meant.server}, or name: ${meant.name}` : 'declare the cluster, or write the name of one that is declared',
      });
    }
    const text = literalOf(name);
    if (text === '' || text === 'in-cluster' || clusters.some((cluster) => cluster.name === text)) return;
    const names = clusters.map((cluster) => cluster.name);
    const near = nearest(text, names);
    context.report(name.pointer, 'no declared cluster has this name', {
      received: text, expected: listed(names), fix: near ? `did you mean ${near}?` : 'declare the cluster, as one that only Argo CD knows if it is registered elsewhere',
    });
  },
});

function hostOf(server: NonNullable<ClusterFacts['server']>): string {
  return server.toLowerCase().replace(/^https?:\/\//, '').replace(/[:/].*$/, '');
}

function listed(texts: readonly string[]): string {
  return [...texts].sort().join(', ');
}

function example(cluster: string): string {
  return exampleApplication(EXAMPLE_SOURCE.replace('name: in-cluster', cluster));
}
