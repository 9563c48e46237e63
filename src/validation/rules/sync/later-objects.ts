import { compareText } from '../../../manifests/apply-order';
import type { ManifestEntry } from '../../../manifests/manifest-set';
import { readListOnce } from '../../../manifests/read-once';
import { isBefore, type Moment } from './moments';

/** Objects that are applied later than another. */
export interface Later {
  readonly count: number;
  /** The first of them by name, as many as a message tells. */
  readonly first: readonly string[];
}

/** What of a unit is applied at a moment, with all that comes after it. */
interface Stage {
  readonly moment: Moment;
  readonly fromHere: Later;
}

const TOLD = 3;
const NONE: Later = { count: 0, first: [] };

/** Counts the objects of a unit that come after others, in one pass over the unit. */
export class LaterObjects {
  private readonly stages: (objects: readonly ManifestEntry[]) => readonly Stage[];

  /**
   * @param momentOf when an object comes; undefined where it is none that is counted
   * @param nameOf how messages name it
   */
  public constructor(momentOf: (entry: ManifestEntry) => Moment | undefined, nameOf: (entry: ManifestEntry) => string) {
    this.stages = readListOnce((objects) => stagesOf(objects, momentOf, nameOf));
  }

  /** What comes after this moment. */
  public after(objects: readonly ManifestEntry[], moment: Moment): Later {
    const stages = this.stages(objects);
    let [low, high] = [0, stages.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (isBefore(moment, stages[middle]!.moment)) high = middle;
      else low = middle + 1;
    }
    return stages[low]?.fromHere ?? NONE;
  }
}

/** How a message names them: the first ones, and how many more there are. */
export function laterText({ count, first }: Later): string {
  return `${first.join(', ')}${count > first.length ? ` and ${count - first.length} more` : ''}`;
}

// A unit may have thousands, each after the one before: they are counted from the last to the first, once.
function stagesOf(
  objects: readonly ManifestEntry[], momentOf: (entry: ManifestEntry) => Moment | undefined, nameOf: (entry: ManifestEntry) => string,
): readonly Stage[] {
  const names = new Map<string, { readonly moment: Moment; readonly names: string[] }>();
  for (const entry of objects) {
    const moment = momentOf(entry);
    if (!moment) continue;
    const key = `${moment.phase} ${moment.wave}`;
    if (!names.has(key)) names.set(key, { moment, names: [] });
    names.get(key)!.names.push(nameOf(entry));
  }
  const stages: Stage[] = [];
  let fromHere = NONE;
  for (const one of [...names.values()].sort((a, b) => (isBefore(a.moment, b.moment) ? 1 : -1))) {
    fromHere = { count: fromHere.count + one.names.length, first: [...fromHere.first, ...one.names].sort(compareText).slice(0, TOLD) };
    stages.push({ moment: one.moment, fromHere });
  }
  return stages.reverse();
}
