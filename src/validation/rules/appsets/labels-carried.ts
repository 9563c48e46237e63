import type { ClusterFacts } from '../../../manifests/cluster-facts';
import type { Place } from '../../../manifests/references/place';
import type { FindingDetails } from '../../finding';
import { defineRule, type RuleContext } from '../../rule';
import { nearest } from '../../schema/similar-name';
import { exampleApplicationSet, exampleTemplate, GO_TEMPLATE } from './example-application-set';
import { listed } from './generated';
import { generatorEntries } from './generator-entries';

/** Finds conditions of selectors whose label or value no declared cluster has, where it is nearly one that there is. */
export const labelsCarried = defineRule({
  id: 'appsets/labels-carried',
  severity: 'warning',
  kinds: ['argoproj.io/ApplicationSet'],
  since: '0.1.0',
  implements: [],
  title: 'each condition of a selector names a label and values that declared clusters have',
  rationale: 'A cluster that lacks a label fulfils NotIn and DoesNotExist. Where the key or the value is misspelt, the clusters that were to be left '
    + 'out get the Application, and In leaves out clusters that were to have it. Looked at where clusters are declared. Clusters that are '
    + 'left out may come later, so only what is nearly a label or a value of a declared cluster is reported.',
  exampleClusters: ['eu', 'us'].map((region) => ({ name: region, server: `https://${region}.example.com`, labels: { region }, annotations: {} })),
  bad: example('regoin'),
  good: example('region'),
  check(entry, context) {
    const { clusters } = context.manifests;
    // Whose labels only Argo CD knows may have any.
    if (clusters.length === 0 || clusters.some(({ labels }) => labels === undefined)) return;
    for (const { entry: place, types } of generatorEntries(entry)) {
      if (!types.includes('clusters')) continue;
      for (const condition of place.at('clusters', 'selector', 'matchExpressions').items) checkCondition(condition, clusters, context);
    }
  },
});

function checkCondition(condition: Place, clusters: readonly ClusterFacts[], context: RuleContext): void {
  const [key, operator] = [condition.at('key'), condition.at('operator').text];
  const values = condition.at('values').items;
  if (key.text === '') return;
  const carried = clusters.flatMap(({ labels }) => (labels && Object.hasOwn(labels, key.text) ? [labels[key.text]!] : []));
  // Where nothing is selected at all, that is found by itself.
  if (carried.length === 0 && (operator === 'NotIn' || operator === 'DoesNotExist')) {
    const near = meant(key, clusters.flatMap(({ labels }) => Object.keys(labels ?? {})));
    if (near !== undefined) context.report(key.pointer, `no declared cluster has a label ${key.text}, so ${operator} leaves none out`, near);
  }
  if (carried.length === 0 || (operator === 'In' && !values.some(({ text }) => text.includes('{{') || carried.includes(text)))) return;
  for (const value of values) {
    const near = meant(value, carried);
    if (near !== undefined) {
      context.report(value.pointer, `no declared cluster has ${key.text}: ${value.text}, so it ${operator === 'In' ? 'takes' : 'leaves out'} none`, near);
    }
  }
}

/** What was probably meant by a label or a value that no cluster has. */
function meant({ text }: Place, known: readonly string[]): FindingDetails | undefined {
  // Argo CD writes labels of its own onto the Secrets of clusters.
  if (text === '' || text.includes('{{') || text.startsWith('argocd.argoproj.io/') || known.includes(text)) return undefined;
  const near = nearest(text, known) ?? [...known].sort().find((one) => one.startsWith(text) || text.startsWith(one));
  return near === undefined ? undefined : { received: text, expected: listed(known), fix: `did you mean ${near}?` };
}

function example(key: string): string {
  return exampleApplicationSet(`${GO_TEMPLATE}
generators:
  - clusters:
      selector:
        matchExpressions:
          - key: ${key}
            operator: NotIn
            values: [us]
${exampleTemplate("'web-{{ .nameNormalized }}'")}`);
}
