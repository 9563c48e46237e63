import type { JsonObject } from '../../../manifests/json';
import { isLabelKey, isLabelValue } from '../../../manifests/labels';
import type { ManifestEntry } from '../../../manifests/manifest-set';
import { type Pointer, pointer } from '../../../manifests/pointer';
import { defineRule } from '../../rule';
import { canarySteps } from '../rollouts/canary-steps';
import { objectField, objectsField, textsField } from '../rollouts/fields';
import { BLUE_GREEN, blueGreenOf, CANARY, canaryOf, ROLLOUT } from '../rollouts/rollout-strategy';
import { examplePods } from './example-pods';
import { POD_KINDS, podsOf } from './pods-of';

/** Finds labels and annotations that pods of a workload would get and cannot have. */
export const metadata = defineRule({
  id: 'pods/metadata',
  severity: 'error',
  kinds: POD_KINDS,
  since: '0.1.0',
  implements: ['AR-008'],
  title: 'labels and annotations of pods are ones that Kubernetes allows',
  rationale: 'The CRD of a Rollout takes any text. The controller refuses the template with InvalidSpec; what canaryMetadata and its like hold '
    + 'is not looked at before the next release, whose ReplicaSet the API server then refuses.',
  bad: examplePods({ metadata: 'annotations:\n  example.com/docs/runbook: web' }),
  good: examplePods({ metadata: 'annotations:\n  docs.example.com/runbook: web' }),
  check(entry, context) {
    const places = [...podsOf(entry).map(({ pointer: at, metadata: fields }) => [`${at}/metadata`, fields] as const), ...addedTo(entry)];
    for (const [at, fields] of places) {
      for (const [key, value] of Object.entries(textsField(fields, 'labels'))) {
        if (!isLabelKey(key)) {
          context.report(pointer(at, 'labels', key), `"${key}" is no label key`, {
            received: key, expected: 'an optional DNS prefix with "/", then up to 63 letters, digits, "-", "_" and "."', fix: 'rename the label',
          });
        } else if (!isLabelValue(value)) {
          context.report(pointer(at, 'labels', key), `"${value}" is no label value`, {
            received: value,
            expected: 'up to 63 letters, digits, "-", "_" and ".", beginning and ending with a letter or digit',
            fix: 'keep texts of other forms in an annotation',
          });
        }
      }
      for (const key of Object.keys(textsField(fields, 'annotations'))) {
        // The server looks at the key in lower case: `Example.com/x` is allowed here, though not as a label.
        if (isLabelKey(key.toLowerCase())) continue;
        context.report(pointer(at, 'annotations', key), `"${key}" is no annotation key`, {
          received: key, expected: 'an optional DNS prefix with one "/", then up to 63 letters, digits, "-", "_" and "."', fix: 'rename the annotation',
        });
      }
    }
  },
});

/** What the controller adds to pods, and to the analyses that it starts. */
function addedTo({ id, manifest }: ManifestEntry): Array<readonly [Pointer, JsonObject | undefined]> {
  if (`${id.group}/${id.kind}` !== ROLLOUT) return [];
  const [canary, blueGreen] = [canaryOf(manifest), blueGreenOf(manifest)];
  const started = (at: Pointer, parent: JsonObject | undefined) => (parent
    ? [[`${at}/analysisRunMetadata`, objectField(parent, 'analysisRunMetadata')] as const] : []);
  return [
    ...['canaryMetadata', 'stableMetadata'].map((key) => [pointer(CANARY, key), objectField(canary, key)] as const),
    ...['previewMetadata', 'activeMetadata'].map((key) => [pointer(BLUE_GREEN, key), objectField(blueGreen, key)] as const),
    ...started(pointer(CANARY, 'analysis'), objectField(canary, 'analysis')),
    ...['prePromotionAnalysis', 'postPromotionAnalysis'].flatMap((key) => started(pointer(BLUE_GREEN, key), objectField(blueGreen, key))),
    ...canarySteps(manifest).flatMap(({ pointer: at, step }) => [
      ...started(pointer(at, 'analysis'), objectField(step, 'analysis')),
      ...started(pointer(at, 'experiment'), objectField(step, 'experiment')),
      ...objectsField(objectField(step, 'experiment'), 'templates').map(([index, template]) =>
        [pointer(at, 'experiment', 'templates', index, 'metadata'), objectField(template, 'metadata')] as const),
    ]),
  ];
}
