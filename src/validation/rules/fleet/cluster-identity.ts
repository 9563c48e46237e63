import { comparableServer } from '../../../manifests/cluster-facts';
import type { ManifestSet } from '../../../manifests/manifest-set';
import { readSetOnce } from '../../../manifests/read-once';
import { IN_CLUSTER } from '../../../manifests/unit';
import { madeAt } from '../../made-at';
import { defineRule, type RuleContext } from '../../rule';
import { exampleCluster, exampleRegistration } from './example-registration';
import { fieldText, isTogether, type Registration, registrationOfType, registrationsIn, SECRET_KINDS, SECRET_TYPE } from './registrations';

/** Finds clusters without a name or a server, and two with the same. */
export const clusterIdentity = defineRule({
  id: 'fleet/cluster-identity',
  severity: 'error',
  kinds: SECRET_KINDS,
  since: '0.1.0',
  implements: ['CD-012', 'CD-245'],
  title: 'a cluster is registered once, with a name and a server of its own',
  rationale: 'Destinations find a cluster by its name or by the URL of its server. With two clusters of one name Argo CD refuses to choose, and '
    + 'every Application that names it fails. Of two with one server it takes one, with its credentials and labels, and nobody can say which.',
  bad: `${exampleCluster({})}---\n${exampleRegistration('cluster', 'europe', { name: 'europe', server: 'https://eu.example.com/' })}`,
  good: `${exampleCluster({})}---\n${exampleRegistration('cluster', 'us', { name: 'us', server: 'https://us.example.com' })}`,
  check(entry, context) {
    const registration = registrationOfType(entry, 'cluster');
    if (!registration) return;
    for (const key of ['name', 'server']) {
      const field = registration.fields.get(key);
      if (field ? field.text !== '' : registration.isOpen) continue;
      context.report(field?.pointer ?? '', `the cluster has no ${key}, so no destination finds it by it`, {
        expected: key === 'server' ? 'the URL of its API server' : 'its name in Argo CD',
      });
    }
    const [name, server] = [fieldText(registration, 'name'), comparableServer(fieldText(registration, 'server'))];
    if (name === 'in-cluster' && server !== '' && server !== IN_CLUSTER) {
      context.report(registration.fields.get('name')!.pointer, `the cluster ${server} takes the name of the one that Argo CD runs in, and the Applications for that`, {
        received: name, expected: 'a name of its own', fix: 'rename it',
      });
    }
    reportTwin(registration, 'server', comparableServer, context);
    reportTwin(registration, 'name', (name) => name, context);
  },
});

function reportTwin(registration: Registration, key: string, comparable: Comparable, context: RuleContext): void {
  const text = comparable(fieldText(registration, key));
  if (text === '') return;
  const twins = twinsOf(context.manifests, key, comparable).get(text) ?? [];
  const first = twins.find(({ entry }) => isTogether(entry, registration.entry));
  if (!first || first === registration) return;
  context.report(registration.fields.get(key)!.pointer, `the cluster has the same ${key} as ${first.entry.id.name}${madeAt(first.entry, registration.entry)}`, {
    received: text,
    fix: key === 'server' ? 'register the cluster once' : 'rename one of the two',
  });
}

type Comparable = (text: string) => string;

type Twins = ReadonlyMap<string, readonly Registration[]>;

const twinsByKey = readSetOnce(() => new Map<string, Twins>());

/** One pass over the set serves all clusters. */
function twinsOf(manifests: ManifestSet, key: string, comparable: Comparable): Twins {
  const keys = twinsByKey(manifests);
  let twins = keys.get(key);
  if (!twins) {
    const byText = new Map<string, Registration[]>();
    for (const registration of registrationsIn(manifests)) {
      if (registration.labels.at(SECRET_TYPE).text !== 'cluster') continue;
      const text = comparable(fieldText(registration, key));
      byText.set(text, [...byText.get(text) ?? [], registration]);
    }
    twins = byText;
    keys.set(key, twins);
  }
  return twins;
}
