import { waveOf, WAVE_ANNOTATION } from '../../../manifests/apply-order';
import { EntryIndex, ofKind } from '../../../manifests/entry-index';
import { describe } from '../../../manifests/manifest';
import { pointer } from '../../../manifests/pointer';
import { referencesOf } from '../../../manifests/references';
import { defineRule } from '../../rule';
import { AUTOSCALER, exampleAutoscaler, SCALED_OBJECT, SCALED_ROLLOUT } from '../autoscaling/example-autoscaler';
import { joinDocuments } from '../rollouts/example-rollout';
import { ROLLOUT } from '../rollouts/rollout-strategy';

const inWave = (yaml: string, wave: number): string =>
  yaml.replace('metadata:\n  name: web', `metadata:\n  name: web\n  annotations:\n    argocd.argoproj.io/sync-wave: '${wave}'`);

/** Finds autoscalers that wait for the release of what they scale. */
export const autoscalerAfterRollout = defineRule({
  id: 'sync/autoscaler-after-rollout',
  severity: 'warning',
  kinds: [AUTOSCALER, SCALED_OBJECT],
  since: '0.1.0',
  implements: ['E43'],
  title: 'an autoscaler is in the wave of the rollout that it scales',
  rationale:
    'A wave ends when its objects are healthy, and a rollout is not while a release runs or is paused. An autoscaler in a later wave gets its changes '
    + 'when the release is over, though more pods may be needed just then. The first installation skips the steps, so it does not show then.',
  bad: joinDocuments(SCALED_ROLLOUT, inWave(exampleAutoscaler(), 1)),
  good: joinDocuments(SCALED_ROLLOUT, exampleAutoscaler()),
  check(entry, context) {
    const wave = waveOf(entry.manifest);
    const target = referencesOf(entry).find(({ role }) => role === 'scale target');
    const objects = context.manifests.of(entry.unit);
    // A fragment says elsewhere what is scaled: what stands in its file is nearest.
    const beside = ROLLOUTS.find(objects, `in ${entry.provenance.file ?? ''}`);
    const scaled = target
      ? ROLLOUTS.find(objects, `${target.kind} ${target.name}`)[0]
      : onlyOne(beside.length > 0 ? beside : ofKind(objects, ROLLOUT));
    if (!scaled || waveOf(scaled.manifest) >= wave) return;
    context.report(pointer('/metadata/annotations', WAVE_ANNOTATION),
      `changes of the autoscaler wait until the release of ${describe(scaled.id)} is over`, {
        received: `wave ${wave}`,
        expected: `wave ${waveOf(scaled.manifest)}, that of the rollout`,
        fix: 'put both into one wave',
      });
  },
});

/** Rollouts by their name, and by the file that they stand in. */
const ROLLOUTS = new EntryIndex(({ id, provenance: { file } }) =>
  (`${id.group}/${id.kind}` === ROLLOUT ? [`${id.kind} ${id.name}`, ...file === undefined ? [] : [`in ${file}`]] : []));

function onlyOne<T>(items: readonly T[]): T | undefined {
  return items.length === 1 ? items[0] : undefined;
}
