import type { JsonObject } from '../../../manifests/json';
import type { Manifest } from '../../../manifests/manifest';
import { madeAt } from '../../made-at';
import { defineRule } from '../../rule';
import { exampleMetric, exampleTemplate } from '../analysis/example-analysis';
import { rolloutAnalyses } from '../analysis/rollout-analyses';
import { flattenTemplates } from '../analysis/template-flattening';
import { metricsOfSpec } from '../analysis/template-metrics';
import { exampleCanary, joinDocuments } from './example-rollout';
import { objectField, textField, textsField } from './fields';
import { hasWorkloadRef, podTemplateOf } from './pod-template';
import { blueGreenOf, canaryOf, ROLLOUT } from './rollout-strategy';

/** Label matchers of PromQL that tell versions of a Rollout apart by a word. */
const MATCHER = /\b(track|role)\s*=~?\s*"(canary|stable|preview|active)"/g;

const METADATA = ['canaryMetadata', 'stableMetadata', 'previewMetadata', 'activeMetadata'];

const TEMPLATE = exampleTemplate({
  metrics: exampleMetric('count: 5', 'interval: 1m', 'failureLimit: 1', 'successCondition: result >= 0.95')
    .replace('web_success_ratio', 'web_success_ratio{track="canary"}'),
});

/** A canary that is measured, with these fields more. */
function measuredExample(fields: string): string {
  return joinDocuments(exampleCanary(`
${fields}
steps:
  - setWeight: 25
  - analysis:
      templates:
        - templateName: smoke
`), TEMPLATE);
}

/** Finds queries that ask for pods by a label which none carries. */
export const versionLabel = defineRule({
  id: 'rollouts/version-label',
  severity: 'warning',
  kinds: [ROLLOUT],
  since: '0.1.0',
  implements: ['E31'],
  title: 'a label that queries tell versions apart by is on the pods',
  rationale: 'Pods of a canary carry no label that says so, unless canaryMetadata and stableMetadata add one. A query for track="canary" '
    + 'finds nothing then, whatever the new version does. An argument with podTemplateHashValue tells versions apart without a label.',
  bad: measuredExample(''),
  good: measuredExample('canaryMetadata:\n  labels:\n    track: canary\nstableMetadata:\n  labels:\n    track: stable'),
  check(entry, context) {
    if (hasWorkloadRef(entry.manifest)) return;
    const carried = versionLabels(entry.manifest);
    for (const analysis of rolloutAnalyses(entry.manifest)) {
      for (const { label: template, entry: from, spec, pointer } of flattenTemplates(entry, analysis, context.manifests).templates) {
        for (const { name, metric } of metricsOfSpec(spec)) {
          const query = textField(objectField(objectField(metric, 'provider'), 'prometheus'), 'query');
          const missing = [...query.matchAll(MATCHER)].find(([, label = '', value = '']) => !carried.some((labels) => labels[label] === value));
          if (!missing) continue;
          const [text, label = '', value = ''] = missing;
          context.report(pointer, `metric ${name} of ${template}${madeAt(from, entry)} asks for ${text}, and no pod of this rollout carries ${label}=${value}`, {
            received: text,
            expected: 'a label that pods of one version carry',
            fix: `add ${label}: ${value} to the labels of ${METADATA.find((key) => key.startsWith(value))}, or ask by an argument with podTemplateHashValue`,
          });
        }
      }
    }
  },
});

/** Labels of the pods of each version, as far as the Rollout sets them. */
function versionLabels(manifest: Manifest): Array<Record<string, string>> {
  const labelsOf = (owner: JsonObject | undefined): Record<string, string> => textsField(owner, 'labels');
  const strategies = [canaryOf(manifest), blueGreenOf(manifest)];
  return [
    labelsOf(objectField(podTemplateOf(manifest), 'metadata')),
    ...strategies.flatMap((strategy) => METADATA.map((key) => labelsOf(objectField(strategy, key)))),
  ];
}
