import type { ManifestEntry, ManifestSet } from '../../../manifests/manifest-set';
import { pointer } from '../../../manifests/pointer';
import { Place } from '../../../manifests/references/place';
import { certainlyMeant, corrected } from '../../certain-edit';
import { defineRule } from '../../rule';
import { nearest } from '../../schema/similar-name';
import { podContainersOf } from '../pods/pods-of';
import { exampleRollout, joinDocuments } from '../rollouts/example-rollout';
import { objectsField, textField } from '../rollouts/fields';
import { selectorsOf } from './pod-selectors';
import { hasPodsFromElsewhere, podsSelected } from './pods-behind';
import { servicesSelected } from './selected-services';

/** Finds monitors that read a port of a name which nothing that they select has. */
export const monitorPort = defineRule({
  id: 'references/monitor-port',
  severity: 'error',
  kinds: ['monitoring.coreos.com/PodMonitor', 'monitoring.coreos.com/ServiceMonitor'],
  since: '0.1.0',
  implements: [],
  title: 'a monitor reads a port that what it selects has',
  rationale: 'Prometheus keeps the targets whose port has the name, and drops all the others: with another name it reads nothing and says nothing, and an '
    + 'analysis has no metrics to decide by. A PodMonitor means ports of containers, a ServiceMonitor those of the Service.',
  bad: joinDocuments(exampleRollout(), monitor('htpp')),
  good: joinDocuments(exampleRollout(), monitor('http')),
  needsCompleteSet: true,
  check(entry, context) {
    const key = entry.id.kind === 'PodMonitor' ? 'podMetricsEndpoints' : 'endpoints';
    const endpoints = objectsField(Place.root(entry.manifest).at('spec').object, key).filter(([, endpoint]) => textField(endpoint, 'port') !== '');
    if (endpoints.length === 0) return;
    const names = portNamesOf(entry, context.manifests);
    if (!names) return;
    for (const [index, endpoint] of endpoints) {
      const port = textField(endpoint, 'port');
      if (names.has(port)) continue;
      const at = pointer('/spec', key, index, 'port');
      const near = nearest(port, names);
      context.report(at, `no ${entry.id.kind === 'PodMonitor' ? 'container of the pods' : 'Service'} that the monitor selects has a port named ${port}`, {
        received: port,
        expected: [...names].sort().join(', ') || 'the name of a port',
        fix: near ? `did you mean ${near}?` : 'write the name of a port, or name the port there',
        ...corrected(at, certainlyMeant(port, names)),
      });
    }
  },
});

/** The names of the ports that a monitor may mean; undefined where it selects nothing that is here, or something of unknown ports. */
function portNamesOf(entry: ManifestEntry, manifests: ManifestSet): ReadonlySet<string> | undefined {
  const selected = selectorsOf(entry).flatMap(({ selector, picks, namespaces }) => namespaces.flatMap((namespace) =>
    (picks === 'pods' ? podsSelected : servicesSelected)(selector.object, namespace, entry, manifests)));
  if (selected.length === 0 || selected.some(hasPodsFromElsewhere)) return undefined;
  return new Set(selected.flatMap(portsOf).filter((name) => name !== ''));
}

function portsOf(entry: ManifestEntry): string[] {
  const lists = entry.id.kind === 'Service' ? [Place.root(entry.manifest).at('spec').object] : podContainersOf(entry).map(({ container }) => container);
  return lists.flatMap((list) => objectsField(list, 'ports').map(([, port]) => textField(port, 'name')));
}

function monitor(port: string): string {
  return `apiVersion: monitoring.coreos.com/v1
kind: PodMonitor
metadata:
  name: web
spec:
  selector:
    matchLabels:
      app: web
  podMetricsEndpoints:
    - port: ${port}
`;
}
