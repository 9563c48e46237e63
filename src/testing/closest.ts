import { differences, sizeOf } from './differences';
import type { LabelledManifest } from './manifest-source';
import type { WantedJson } from './matcher';
import { describeDifference } from './mismatch';
import type { ResourceFilter } from './resource-filter';

/** More differences than these nobody reads. */
const MOST_LINES = 30;

/** Says how the closest candidate differs from what was wanted; `undefined` when one of them is as wanted. */
export function missed(filter: ResourceFilter, candidates: readonly LabelledManifest[], wanted: WantedJson): string | undefined {
  const judged = candidates.map(({ manifest, label }) => ({ label, found: differences(wanted, manifest) }));
  // The sort is stable, so of equally close ones it is the first.
  const [closest] = judged.sort((a, b) => sizeOf(a.found) - sizeOf(b.found));
  if (!closest || closest.found.length === 0) return undefined;
  const among = candidates.length > 1 ? `the closest of ${candidates.length} is ${closest.label}` : `there is only ${closest.label}`;
  const lines = closest.found.flatMap((difference) => describeDifference(difference));
  const more = lines.length > MOST_LINES ? [`  ... and ${lines.length - MOST_LINES} more lines`] : [];
  return [`no ${filter.text} is as wanted. ${among}, where`, ...lines.slice(0, MOST_LINES), ...more].join('\n');
}
