import { Definition } from '../../../expansion/definition';
import { isEmptySelector, selects } from '../../../expansion/selector';
import { comparableServer } from '../../../manifests/cluster-facts';
import type { ManifestSet } from '../../../manifests/manifest-set';
import { IN_CLUSTER } from '../../../manifests/unit';
import { defineRule } from '../../rule';
import { exampleCluster, exampleRegistration } from '../fleet/example-registration';
import { fieldText, type Registration, registrationsIn, SECRET_TYPE } from '../fleet/registrations';
import { exampleApplicationSet, exampleTemplate, GO_TEMPLATE } from './example-application-set';
import { generatorEntries } from './generator-entries';

const SET = exampleApplicationSet(`${GO_TEMPLATE}
generators:
  - clusters:
      selector:
        matchLabels:
          env: tools
${exampleTemplate("'web-{{ .nameNormalized }}'")}`);

/** Finds selectors that take the cluster of Argo CD for one with labels. */
export const inClusterRegistered = defineRule({
  id: 'appsets/in-cluster-registered',
  severity: 'warning',
  kinds: ['argoproj.io/ApplicationSet'],
  since: '0.1.0',
  implements: [],
  needsCompleteSet: true,
  title: 'the cluster that Argo CD runs in is registered where a generator selects it',
  rationale:
    'Argo CD knows its own cluster without a Secret, and then it has no labels: a selector never takes it, and no Application is made for it. A '
    + 'ClusterRegistration gives it the labels that it is declared with. Looked at where the registrations of other clusters are here.',
  exampleClusters: [
    { name: 'eu', server: 'https://eu.example.com', labels: {}, annotations: {} },
    { name: 'in-cluster', server: IN_CLUSTER, labels: { env: 'tools' }, annotations: {} },
  ],
  bad: `${exampleCluster({})}---\n${SET}`,
  good: `${exampleCluster({})}---\n${exampleRegistration('cluster', 'hub', { name: 'in-cluster', server: IN_CLUSTER }, { env: 'tools' })}---\n${SET}`,
  check(entry, context) {
    const own = context.manifests.clusters.find(({ server }) => server === IN_CLUSTER);
    const labels = own?.labels;
    if (!labels || Object.keys(labels).length === 0 || isElsewhere(context.manifests)) return;
    for (const { entry: place, types } of generatorEntries(entry)) {
      const selector = place.at('clusters', 'selector');
      const definition = Definition.of(selector.value, selector.pointer);
      // Without a selector it is taken as it is.
      if (!types.includes('clusters') || isEmptySelector(definition)) continue;
      if (selects(definition, (key) => (key === SECRET_TYPE ? 'cluster' : Object.hasOwn(labels, key) ? labels[key] : undefined)) !== true) continue;
      context.report(selector.pointer, `${own.name} is selected by labels, and no Secret here registers it with them`, {
        received: Object.entries(labels).map(([key, value]) => `${key}: ${value}`).sort().join(', '),
        fix: `add a ClusterRegistration for ${own.name}, or acknowledge this if it is registered elsewhere`,
      });
    }
  },
});

/** Whether the cluster is registered here, or may be: registrations are made elsewhere, or cannot be read. */
function isElsewhere(manifests: ManifestSet): boolean {
  const registrations = registrationsIn(manifests).filter(({ labels }) => labels.at(SECRET_TYPE).text === 'cluster');
  return registrations.length === 0 || registrations.some((one) => mayBeOwn(one));
}

function mayBeOwn(registration: Registration): boolean {
  const server = fieldText(registration, 'server');
  return server === '' || comparableServer(server) === IN_CLUSTER;
}
