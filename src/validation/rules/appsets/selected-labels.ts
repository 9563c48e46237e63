import { Definition } from '../../../expansion/definition';
import { selects } from '../../../expansion/selector';
import { Unknown } from '../../../languages/go-templates/values';
import type { ClusterFacts } from '../../../manifests/cluster-facts';
import { IN_CLUSTER } from '../../../manifests/unit';
import { defineRule } from '../../rule';
import { nearest } from '../../schema/similar-name';
import { SECRET_TYPE } from '../fleet/registrations';
import { exampleApplicationSet, exampleTemplate, GO_TEMPLATE } from './example-application-set';
import { listed } from './generated';
import { generatorEntries } from './generator-entries';

/** Finds selectors that no declared cluster answers to. */
export const selectedLabels = defineRule({
  id: 'appsets/selected-labels',
  severity: 'error',
  kinds: ['argoproj.io/ApplicationSet'],
  since: '0.1.0',
  implements: [],
  title: 'a generator of clusters selects some of the declared clusters',
  rationale: 'A selector that no cluster answers to makes no Application, and deletes those that it used to make. The cluster that Argo CD '
    + 'runs in has labels only if a Secret registers it, so a selector never takes it otherwise. Looked at where clusters are declared.',
  exampleClusters: [{ name: 'eu', server: 'https://eu.example.com', labels: { env: 'production' }, annotations: {} }],
  bad: example('prod'),
  good: example('production'),
  check(entry, context) {
    const { clusters } = context.manifests;
    // Whose labels only Argo CD knows may have any.
    if (clusters.length === 0 || clusters.some(({ labels }) => labels === undefined)) return;
    for (const { entry: place, types, inside } of generatorEntries(entry)) {
      const selector = place.at('clusters', 'selector');
      const definition = Definition.of(selector.value, selector.pointer);
      if (!types.includes('clusters') || !selector.exists || (inside.length > 0 && JSON.stringify(selector.value).includes('{{'))) continue;
      if (clusters.some((cluster) => selects(definition, (key) => labelOf(cluster, key)) !== false)) continue;
      const wrong = selector.at('matchLabels').fields.find(([key, { text }]) => !clusters.some((cluster) => labelOf(cluster, key) === text));
      const values = wrong && clusters.flatMap(({ labels }) => (labels && Object.hasOwn(labels, wrong[0]) ? [labels[wrong[0]]!] : []));
      const keys = clusters.flatMap(({ labels }) => Object.keys(labels ?? {}));
      const near = wrong && (values!.length > 0 ? nearest(wrong[1].text, values!) : nearest(wrong[0], keys));
      context.report(wrong ? wrong[1].pointer : selector.pointer, wrong && values!.length === 0 ? `no declared cluster has a label ${wrong[0]}, so nothing is generated` :
        'no declared cluster carries these labels, so nothing is generated', {
        received: wrong ? `${wrong[0]}: ${wrong[1].text}` : JSON.stringify(selector.value),
        expected: wrong && values!.length > 0 ? `${wrong[0]}: ${listed(values!)}` : listed(keys) || 'labels on the clusters',
        fix: near && `did you mean ${near}?`,
      });
    }
  },
});

function labelOf({ labels, server }: ClusterFacts, key: string): string | Unknown | undefined {
  if (labels && Object.hasOwn(labels, key)) return labels[key];
  // Argo CD writes others of its own, such as the version of the cluster, where it is asked to.
  if (key.startsWith('argocd.argoproj.io/') && key !== SECRET_TYPE) return new Unknown(`the label ${key}`);
  const isRegistered = server !== IN_CLUSTER || Object.keys(labels ?? {}).length > 0;
  return key === SECRET_TYPE && isRegistered ? 'cluster' : undefined;
}

function example(env: string): string {
  return exampleApplicationSet(`${GO_TEMPLATE}
generators:
  - clusters:
      selector:
        matchLabels:
          env: ${env}
${exampleTemplate("'web-{{ .nameNormalized }}'")}`);
}
