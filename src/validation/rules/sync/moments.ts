import { waveOf } from '../../../manifests/apply-order';
import { EntryIndex } from '../../../manifests/entry-index';
import { isHook, SYNC_PHASES, type SyncPhase, syncPhasesOf } from '../../../manifests/hooks';
import type { Manifest } from '../../../manifests/manifest';
import type { ManifestEntry } from '../../../manifests/manifest-set';

/** When a sync applies an object first. */
export interface Moment {
  readonly phase: SyncPhase;
  readonly wave: number;
}

/** When a sync that goes well applies an object first; undefined when it never does. */
export function firstMoment(manifest: Manifest): Moment | undefined {
  const [phase] = syncPhasesOf(manifest);
  return phase === undefined || phase === 'SyncFail' ? undefined : { phase, wave: waveOf(manifest) };
}

/** Whether Argo CD is done with one moment before it begins the other. */
export function isBefore(one: Moment, other: Moment): boolean {
  return rankOf(one) < rankOf(other) || (one.phase === other.phase && one.wave < other.wave);
}

/** How messages name a moment: `wave 1`, `PreSync, wave 0`. */
export function momentText(manifest: Manifest, { phase, wave }: Moment): string {
  return isHook(manifest) ? `${phase}, wave ${wave}` : `wave ${wave}`;
}

/** Whether a unit has an order at all. Most have none, and rules about order need not look at their objects. */
export function areOrdered(objects: readonly ManifestEntry[]): boolean {
  return ORDERED.find(objects, '').length > 0;
}

const ORDERED = new EntryIndex(({ manifest }) => (waveOf(manifest) !== 0 || isHook(manifest) ? [''] : []));

function rankOf({ phase }: Moment): number {
  return SYNC_PHASES.indexOf(phase);
}
