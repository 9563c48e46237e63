import type { ManifestEntry, ManifestSet } from '../../../manifests/manifest-set';
import { Place } from '../../../manifests/references/place';
import { defineRule } from '../../rule';
import { joinDocuments } from '../rollouts/example-rollout';
import { exampleApplicationSet, exampleTemplate } from './example-application-set';
import { generatorsOf } from './generator-entries';

/** Finds cluster decision generators that no resource is found for. */
export const clusterDecision = defineRule({
  id: 'appsets/cluster-decision',
  severity: 'error',
  kinds: ['argoproj.io/ApplicationSet'],
  since: '0.1.0',
  implements: ['CD-167', 'CD-168', 'CD-169'],
  title: 'a cluster decision generator finds its resource by name or by labels, of a kind that its ConfigMap names',
  rationale: 'With both, or with neither, the set is in error. The ConfigMap names the kind to look at, which has to be of an API group, '
    + 'and statusListKey and matchKey: without matchKey no cluster is ever matched, without a word.',
  bad: joinDocuments(decision(''), config()),
  good: joinDocuments(decision('name: placement'), config()),
  check(entry, context) {
    for (const generator of generatorsOf(entry, 'clusterDecisionResource')) {
      const [byName, byLabels] = [generator.at('name').text !== '', generator.at('labelSelector').exists];
      if (byName === byLabels) {
        context.report(generator.pointer, byName ? 'the resource is looked for by name and by labels' : 'the resource is looked for by nothing', {
          expected: 'either name or labelSelector', fix: byName ? 'leave out one of them' : 'add name',
        });
      }
      const config = configMap(entry, generator.at('configMapRef').text, context.manifests);
      const data = config?.object;
      if (!config || !data) continue;
      const [group = '', version] = config.at('apiVersion').text.split('/');
      const reports: readonly [boolean, string, string][] = [
        [version === undefined || group === '', `names the apiVersion ${JSON.stringify(data.apiVersion ?? '')}, which has no group`, 'a group and a version'],
        [config.at('kind').text === '', 'names no kind', 'the plural name of the resource, as placementdecisions'],
        [config.at('statusListKey').text === '', 'names no statusListKey', 'the list in the status of the resource'],
        [config.at('matchKey').text === '', 'names no matchKey, so no cluster is matched', 'the key of a decision that holds the name of the cluster'],
      ];
      for (const [isWrong, what, expected] of reports) {
        if (isWrong) context.report(generator.at('configMapRef').pointer, `the ConfigMap ${generator.at('configMapRef').text} ${what}`, { expected });
      }
    }
  },
});

/** The data of a ConfigMap in the namespace of the set, if it is among the manifests. */
export function configMap(entry: ManifestEntry, name: string, manifests: ManifestSet): Place | undefined {
  const found = name === '' ? undefined : manifests.find(entry.unit, { group: '', kind: 'ConfigMap', namespace: entry.id.namespace, name });
  return found && Place.root(found.manifest).at('data');
}

function decision(by: string): string {
  return exampleApplicationSet(`
generators:
  - clusterDecisionResource:
      configMapRef: placements
      ${by === '' ? 'requeueAfterSeconds: 60' : by}
${exampleTemplate("'web-{{name}}'")}`);
}

function config(): string {
  return `apiVersion: v1
kind: ConfigMap
metadata:
  name: placements
  namespace: argocd
data:
  apiVersion: cluster.open-cluster-management.io/v1beta1
  kind: placementdecisions
  statusListKey: decisions
  matchKey: clusterName
`;
}
