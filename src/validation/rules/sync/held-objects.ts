import { waveOf } from '../../../manifests/apply-order';
import { EntryIndex } from '../../../manifests/entry-index';
import { isHook, syncPhasesOf } from '../../../manifests/hooks';
import { describe } from '../../../manifests/manifest';
import type { ManifestEntry } from '../../../manifests/manifest-set';
import { LaterObjects } from './later-objects';
import type { Moment } from './moments';

/** What waits for objects of a unit. Of an object in several phases the last one counts; SyncFail is none that a sync comes to. */
export const HELD_OBJECTS = new LaterObjects(({ manifest }) => {
  const phase = syncPhasesOf(manifest).filter((one) => one !== 'SyncFail').at(-1);
  return phase && { phase, wave: waveOf(manifest) };
}, ({ id }) => describe(id));

/** Whether a sync that is to succeed waits for what it applies at a moment: because of what comes later, or of a hook among it. */
export function isWaitedFor(objects: readonly ManifestEntry[], moment: Moment): boolean {
  return HELD_OBJECTS.after(objects, moment).count > 0 || HOOKS.find(objects, keyOf(moment)).length > 0;
}

const HOOKS = new EntryIndex(({ manifest }) =>
  (isHook(manifest) ? syncPhasesOf(manifest).map((phase) => keyOf({ phase, wave: waveOf(manifest) })) : []));

function keyOf({ phase, wave }: Moment): string {
  return `${phase} ${wave}`;
}
