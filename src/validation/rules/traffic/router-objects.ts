import type { ManifestEntry, ManifestSet } from '../../../manifests/manifest-set';
import type { Pointer } from '../../../manifests/pointer';
import { type Reference, referencesOf, resolve } from '../../../manifests/references';
import { Place } from '../../../manifests/references/place';
import { madeAt } from '../../made-at';
import { readOnceIn } from '../../readings';

/** An object that a Rollout gives to its router and that is in the set. */
export interface RouterObject {
  /** Where the Rollout names it. */
  readonly pointer: Pointer;
  readonly entry: ManifestEntry;
  readonly spec: Place;
  /** How messages about the Rollout name it: `Ingress web`, with the line that made it. */
  readonly title: string;
}

/** The objects that a Rollout names in these references, as far as they are in the set. */
export function routerObjects(rollout: ManifestEntry, manifests: ManifestSet, isMeant: (reference: Reference) => boolean): RouterObject[] {
  return namedObjects(rollout, manifests).filter(({ reference }) => isMeant(reference)).map(({ reference, entry }) => {
    const spec = Place.root(entry.manifest).at('spec');
    return {
      pointer: reference.pointer,
      entry,
      spec,
      // Built when it is said: to find a line is costly.
      get title() {
        return `${entry.id.kind} ${entry.id.name}${madeAt(entry, rollout)}`;
      },
    };
  });
}

// A dozen rules ask, each for objects of its own kind.
const namedObjects = readOnceIn((rollout: ManifestEntry, manifests: ManifestSet) => referencesOf(rollout).flatMap((reference) => {
  const found = resolve(manifests, rollout, reference);
  return found && found !== 'external' ? [{ reference, entry: found.entry }] : [];
}));

/** `spec.strategy.canary` of a Rollout. */
export function canaryPlace(rollout: ManifestEntry): Place {
  return Place.root(rollout.manifest).at('spec', 'strategy', 'canary');
}
