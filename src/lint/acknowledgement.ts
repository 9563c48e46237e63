import { isJsonObject } from '../manifests/json';
import { describe } from '../manifests/manifest';
import type { ManifestEntry } from '../manifests/manifest-set';
import { type Pointer, pointer } from '../manifests/pointer';
import { acknowledgementOf, unreadDate } from '../validation/acknowledgement';
import { Waiver } from '../validation/waivers';
import type { PlacedOrigin } from './placed-origin';
import type { Position } from './positions';

/** What the annotations of an object say. */
export interface Acknowledgements {
  readonly waivers: readonly Waiver[];
  readonly problems: ReadonlyArray<{ readonly pointer: Pointer; readonly message: string }>;
}

const NOTHING: Acknowledgements = { waivers: [], problems: [] };

/**
 * Findings about this object that its author answers for:
 * `acknowledge.cdk8s-argo/sync.paused-rollout-blocks: promoted by on-call (until 2027-03-01)`.
 *
 * @param positionOf where a field of the object is in its file
 */
export function acknowledgementsIn(entry: ManifestEntry, positionOf: (at: Pointer) => Position): Acknowledgements {
  const annotations: unknown = entry.manifest.metadata.annotations;
  if (!isJsonObject(annotations)) return NOTHING;
  const waivers: Waiver[] = [];
  const problems: Array<{ pointer: Pointer; message: string }> = [];
  for (const [key, value] of Object.entries(annotations)) {
    const said = typeof value === 'string' ? acknowledgementOf(key, value) : undefined;
    if (!said) continue;
    const unread = said.until === undefined ? unreadDate(said.reason) : undefined;
    if (unread !== undefined) {
      problems.push({ pointer: pointer('/metadata/annotations', key), message: `the acknowledgement of ${said.rule} would hold for ever: "${unread}" is not read as its last day. end it with (until 2027-03-01)` });
      continue;
    }
    try {
      waivers.push(new Waiver({
        ...said,
        scope: { matches: (finding) => finding.entry === entry, text: describe(entry.id) },
        origin: originAt(entry, () => positionOf(pointer('/metadata/annotations', key))),
      }));
    } catch (error) {
      problems.push({ pointer: pointer('/metadata/annotations', key), message: (error as Error).message });
    }
  }
  return waivers.length + problems.length > 0 ? { waivers, problems } : NOTHING;
}

function originAt({ provenance }: ManifestEntry, place: () => Position): PlacedOrigin {
  return { ...provenance, place };
}
