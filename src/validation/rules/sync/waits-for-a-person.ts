import type { ManifestEntry } from '../../../manifests/manifest-set';
import type { Pointer } from '../../../manifests/pointer';
import { canarySteps } from '../rollouts/canary-steps';
import { isSet, objectField } from '../rollouts/fields';
import { BLUE_GREEN, blueGreenOf, specOf } from '../rollouts/rollout-strategy';

/** Where a Rollout says that it waits until somebody promotes it; undefined when it goes on by itself. */
export function waitsForAPerson(entry: ManifestEntry): Pointer | undefined {
  if (specOf(entry.manifest)?.paused === true) return '/spec/paused';
  const endless = canarySteps(entry.manifest).find(({ step }) => isSet(step, 'pause') && !isSet(objectField(step, 'pause'), 'duration'));
  if (endless) return `${endless.pointer}/pause`;
  return blueGreenOf(entry.manifest)?.autoPromotionEnabled === false ? `${BLUE_GREEN}/autoPromotionEnabled` : undefined;
}
