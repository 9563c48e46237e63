import { compareText } from '../../../manifests/apply-order';
import { describe } from '../../../manifests/manifest';
import type { ManifestEntry } from '../../../manifests/manifest-set';
import { firstMoment, isBefore, type Moment } from './moments';

/** Applications that are applied later than others. */
export interface LaterApplications {
  readonly count: number;
  /** The first of them by name, as many as a message tells. */
  readonly first: readonly string[];
}

/** Which Applications of a unit are applied after one of theirs that is applied at this moment. */
export function applicationsAfter(objects: readonly ManifestEntry[], moment: Moment): LaterApplications {
  let found = known.get(objects);
  // Objects may have been added since.
  if (found?.size !== objects.length) {
    found = { size: objects.length, byMoment: laterByMoment(objects) };
    known.set(objects, found);
  }
  return found.byMoment.get(keyOf(moment)) ?? NONE;
}

const known = new WeakMap<readonly ManifestEntry[], { readonly size: number; readonly byMoment: ReadonlyMap<string, LaterApplications> }>();

const TOLD = 3;
const NONE: LaterApplications = { count: 0, first: [] };

// A root may have thousands, each after the one before: they are counted from the last to the first, once.
function laterByMoment(objects: readonly ManifestEntry[]): ReadonlyMap<string, LaterApplications> {
  const names = new Map<string, { readonly moment: Moment; readonly names: string[] }>();
  for (const { id, manifest } of objects) {
    const moment = id.kind === 'Application' ? firstMoment(manifest) : undefined;
    if (!moment) continue;
    const key = keyOf(moment);
    if (!names.has(key)) names.set(key, { moment, names: [] });
    names.get(key)!.names.push(describe(id));
  }
  const later = new Map<string, LaterApplications>();
  let behind = NONE;
  for (const one of [...names.values()].sort((a, b) => (isBefore(a.moment, b.moment) ? 1 : -1))) {
    later.set(keyOf(one.moment), behind);
    behind = { count: behind.count + one.names.length, first: [...behind.first, ...one.names].sort(compareText).slice(0, TOLD) };
  }
  return later;
}

function keyOf({ phase, wave }: Moment): string {
  return `${phase} ${wave}`;
}
