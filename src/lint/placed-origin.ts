import type { Provenance } from '../manifests/provenance';
import type { Position } from './positions';

/** Where something was written that is no object and that a finding may be about, such as a waiver. */
export interface PlacedOrigin extends Provenance {
  /** A function, because looking for a place is dear and only a message needs it. */
  readonly place: () => Position;
}

/** The place of an origin in its file, when it is known. */
export function placeOf(origin: Provenance): Partial<Position> {
  return 'place' in origin ? (origin as PlacedOrigin).place() : {};
}
