import type { ManifestEntry, ManifestSet } from '../../../manifests/manifest-set';
import { Place } from '../../../manifests/references/place';
import { defineRule } from '../../rule';
import { applicationSpec, isPartial, sourcesOf } from '../apps/application-spec';
import { exampleApplicationSet, exampleTemplate, GO_TEMPLATE } from '../appsets/example-application-set';
import { generatedBy } from '../appsets/generated';
import { generatorsOf } from '../appsets/generator-entries';
import { exampleSteps } from '../appsets/rolling-sync';

/** A parameter of a cluster in a template. */
const OF_CLUSTER = /\{\{[^}]*(?<!\w)(?:name|nameNormalized|server|project|metadata|values)\b/;

/** Finds sets that bring a commit to every cluster at once. */
export const clustersInSteps = defineRule({
  id: 'practices/clusters-in-steps',
  severity: 'info',
  strict: true,
  kinds: ['argoproj.io/ApplicationSet'],
  since: '0.1.0',
  implements: ['P11'],
  title: 'many clusters are updated in steps',
  rationale: 'An ApplicationSet that says no strategy leaves its Applications to themselves, and with automatic syncs all of them follow a commit at the same time. '
    + 'What is wrong in it is then wrong in every cluster. A RollingSync goes on to the next clusters when those before are healthy.',
  bad: example(''),
  good: example(exampleSteps('env')),
  check(entry, context) {
    const spec = Place.root(entry.manifest).at('spec');
    // Who writes AllAtOnce has decided.
    if (spec.at('strategy', 'type').exists || isPartial(entry)) return;
    const [generator] = [...generatorsOf(entry, 'clusters'), ...generatorsOf(entry, 'clusterDecisionResource')];
    const automated = applicationSpec(entry).at('syncPolicy', 'automated');
    if (!generator || !automated.exists || automated.at('enabled').value === false) return;
    if (hasItsOwnSource(entry) || !reachesSeveral(entry, context.manifests)) return;
    context.report(generator.pointer, 'a commit reaches all clusters of this generator at once', {
      received: 'automatic syncs and no strategy', expected: 'strategy: RollingSync, with a step for staging and more for production',
      fix: 'add steps by a label that the template sets, or write strategy: { type: AllAtOnce } when nothing depends on it',
    });
  },
});

/** Whether a cluster follows a revision or a folder of its own, which is a way to go in steps. */
function hasItsOwnSource(entry: ManifestEntry): boolean {
  return sourcesOf(entry).some((source) => source.at('targetRevision').text.includes('{{') || OF_CLUSTER.test(source.at('path').text));
}

/** False where all clusters are known, and are one or none. */
function reachesSeveral(entry: ManifestEntry, manifests: ManifestSet): boolean {
  const clusters = new Set(generatedBy(entry, manifests).map(({ root }) => {
    const destination = root.at('spec', 'destination');
    return destination.at('server').text || destination.at('name').text;
  }));
  return clusters.size > 1 || [...clusters].some((cluster) => cluster.includes('{{'));
}

function example(strategy: string): string {
  return exampleApplicationSet(`${GO_TEMPLATE}
generators:
  - clusters:
      selector:
        matchExpressions:
          - key: env
            operator: Exists
${exampleTemplate("'web-{{ .name }}'", { metadata: "labels:\n  env: '{{ .metadata.labels.env }}'", spec: 'syncPolicy:\n  automated:\n    selfHeal: true' })
    .replace('name: in-cluster', "name: '{{ .name }}'")}
${strategy}`);
}
