import { type ClusterFacts, comparableServer } from '../../../manifests/cluster-facts';
import { defineRule } from '../../rule';
import { exampleCluster } from './example-registration';
import { fieldText, type Registration, registrationOfType, SECRET_KINDS, SECRET_TYPE } from './registrations';

/** Finds registrations that say something else of a cluster than the fleet does. */
export const registeredAsDeclared = defineRule({
  id: 'fleet/registered-as-declared',
  severity: 'error',
  kinds: SECRET_KINDS,
  since: '0.1.0',
  implements: ['CD-013'],
  title: 'a cluster is registered as it is declared',
  rationale: 'Destinations, selectors and paths are held against the declared clusters, and Argo CD uses the registered ones. It compares URLs letter by '
    + 'letter, port and all, and generators see the labels of the Secret.',
  exampleClusters: [{ name: 'eu', server: 'https://eu.example.com:6443', labels: { env: 'production' } }],
  bad: exampleCluster({ server: 'https://eu.example.com' }, { env: 'production' }),
  good: exampleCluster({ server: 'https://eu.example.com:6443/' }, { env: 'production' }),
  check(entry, context) {
    const registration = registrationOfType(entry, 'cluster');
    if (!registration || context.manifests.clusters.length === 0) return;
    const [name, server] = [fieldText(registration, 'name'), comparableServer(fieldText(registration, 'server'))];
    const cluster = context.manifests.clusters.find((one) => one.name === name) ?? context.manifests.clusters.find((one) => one.server === server && server !== '');
    if (!cluster) return;
    const difference = differenceTo(registration, cluster, name, server);
    if (!difference) return;
    context.report(difference.pointer, `the cluster ${cluster.name} is declared with another ${difference.what}`, {
      received: difference.received, expected: difference.expected, fix: 'say the same in both places, or make the Secret with a ClusterRegistration',
    });
  },
});

interface Difference {
  readonly what: string;
  readonly pointer: string;
  readonly received: string;
  readonly expected: string;
}

function differenceTo({ fields, labels }: Registration, cluster: ClusterFacts, name: string, server: string): Difference | undefined {
  if (name !== '' && name !== cluster.name) return { what: 'name', pointer: fields.get('name')!.pointer, received: name, expected: cluster.name };
  if (server !== '' && cluster.server !== undefined && server !== cluster.server) {
    return { what: 'server', pointer: fields.get('server')!.pointer, received: server, expected: cluster.server };
  }
  if (cluster.labels === undefined) return undefined;
  const own = new Map(labels.fields.filter(([key]) => key !== SECRET_TYPE).map(([key, at]) => [key, at.text]));
  for (const [key, value] of Object.entries(cluster.labels)) {
    if (own.get(key) === value) continue;
    const received = own.has(key) ? `${key}: ${own.get(key)}` : `no label ${key}`;
    return { what: 'label', pointer: labels.pointer, received, expected: `${key}: ${value}` };
  }
  return undefined;
}
