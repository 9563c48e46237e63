import { defineRule } from '../../rule';
import { exampleBlueGreen, exampleServices, joinDocuments } from './example-rollout';
import { numberField } from './fields';
import { BLUE_GREEN, blueGreenOf, ROLLOUT, specOf } from './rollout-strategy';

/** Four pods of which a preview has this many. */
function previewExample(count: number): string {
  return joinDocuments(
    exampleBlueGreen(`activeService: web\npreviewService: web-preview\npreviewReplicaCount: ${count}`), exampleServices('web', 'web-preview'),
  );
}

/** Finds previews that are larger than what follows them. */
export const previewReplicas = defineRule({
  id: 'rollouts/preview-replicas',
  severity: 'warning',
  kinds: [ROLLOUT],
  since: '0.1.0',
  implements: [],
  title: 'a preview has no more pods than the rollout',
  rationale: 'previewReplicaCount is the size of the new version until its promotion, meant to spare pods. With more of them than the '
    + 'rollout has, the preview is scaled down in the moment in which it is to take over all requests.',
  bad: previewExample(10),
  good: previewExample(1),
  check(entry, context) {
    const count = numberField(blueGreenOf(entry.manifest), 'previewReplicaCount');
    const replicas = numberField(specOf(entry.manifest), 'replicas');
    // Without replicas in Git an autoscaler says how many there are.
    if (count === undefined || replicas === undefined || count <= replicas) return;
    context.report(`${BLUE_GREEN}/previewReplicaCount`, `the preview has ${count} pods, and the rollout ${replicas}`, {
      received: String(count), expected: `${replicas} or less`, fix: `lower previewReplicaCount to ${replicas} or less, or leave it out for as many as replicas`,
    });
  },
});
