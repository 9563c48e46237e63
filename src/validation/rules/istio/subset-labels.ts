import type { ManifestEntry } from '../../../manifests/manifest-set';
import { referencesOf, resolve } from '../../../manifests/references';
import { Place } from '../../../manifests/references/place';
import { madeAt } from '../../made-at';
import { defineRule } from '../../rule';
import { workloadsOfService } from '../references/service-workloads';
import { exampleRollout, exampleServices, joinDocuments } from '../rollouts/example-rollout';
import { textsField } from '../rollouts/fields';
import { exampleDestinationRule } from '../traffic/example-subsets';
import { DESTINATION_RULE } from './destinations';

const PODS = joinDocuments(exampleRollout(), exampleServices('web'));

/** Labels that controllers, nodes and the injection of sidecars add to pods. */
const ADDED = /^(?:rollouts-)?pod-template-hash$|^controller-revision-hash$|istio\.io\/|^(?:topology|statefulset|apps)\.kubernetes\.io\//;

/** Finds subsets with labels that no pods of the Service have. */
export const istioSubsetLabels = defineRule({
  id: 'istio/subset-labels',
  severity: 'warning',
  kinds: [DESTINATION_RULE],
  since: '0.1.0',
  implements: [],
  needsCompleteSet: true,
  title: 'a subset has labels that pods of the Service have',
  rationale: 'A subset is the pods of a Service with certain labels. Where no workload behind the Service makes such pods Istio has no '
    + 'endpoints for the subset, and answers its requests with 503.',
  bad: joinDocuments(PODS, exampleDestinationRule('stable').replace('app: web', 'version: v1')),
  good: joinDocuments(PODS, exampleDestinationRule('stable')),
  check(entry, context) {
    const host = referencesOf(entry).find(({ kind }) => kind === 'Service');
    const service = host && resolve(context.manifests, entry, host);
    if (!service || service === 'external') return;
    const workloads = workloadsOfService(service.entry, context.manifests);
    const [workload] = workloads;
    if (!workload) return;
    const known = workloads.map(podLabels);
    for (const subset of Place.root(entry.manifest).at('spec', 'subsets').items) {
      const labels = Object.entries(textsField(subset.object, 'labels')).filter(([key, value]) => !ADDED.test(key) && !value.includes('{{'));
      if (known.some((pod) => labels.every(([key, value]) => pod.get(key)?.includes(value)))) continue;
      const wanted = labels.map(([key, value]) => `${key}: ${value}`).join(', ');
      context.report(subset.at('labels').pointer, `no pods behind Service ${service.entry.id.name} have the labels of subset ${subset.at('name').text}`, {
        received: wanted,
        expected: `labels of the pods of ${workload.id.kind} ${workload.id.name}${madeAt(workload, entry)}`,
        fix: 'write labels of the pod template; the controller adds the hash of a version itself',
      });
    }
  },
});

/** What the labels of a workload's pods can be: those of the template, and those that its versions have for a while. */
function podLabels({ manifest }: ManifestEntry): ReadonlyMap<string, string[]> {
  const spec = Place.root(manifest).at('spec');
  const sources = [
    spec.at('template', 'metadata'),
    ...['canaryMetadata', 'stableMetadata'].map((field) => spec.at('strategy', 'canary', field)),
    ...['previewMetadata', 'activeMetadata'].map((field) => spec.at('strategy', 'blueGreen', field)),
  ].flatMap((metadata) => Object.entries(textsField(metadata.object, 'labels')));
  return new Map(sources.map(([key]) => [key, sources.filter(([other]) => other === key).map(([, value]) => value)]));
}
