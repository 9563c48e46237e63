import { isJsonObject } from '../manifests/json';
import { describe } from '../manifests/manifest';
import type { ManifestEntry } from '../manifests/manifest-set';
import { type Pointer, pointer } from '../manifests/pointer';
import { Waiver } from '../validation/waivers';

/** Before the id of a rule, whose slash is written as a dot, in the name of the annotation that acknowledges its findings. */
export const ACKNOWLEDGE_PREFIX = 'acknowledge.cdk8s-argo/';

/** What the annotations of an object say. */
export interface Acknowledgements {
  readonly waivers: readonly Waiver[];
  readonly problems: ReadonlyArray<{ readonly pointer: Pointer; readonly message: string }>;
}

const NOTHING: Acknowledgements = { waivers: [], problems: [] };

/**
 * Findings about this object that its author answers for:
 * `acknowledge.cdk8s-argo/sync.paused-rollout-blocks: promoted by on-call (until 2027-03-01)`.
 */
export function acknowledgementsIn(entry: ManifestEntry): Acknowledgements {
  const annotations: unknown = entry.manifest.metadata.annotations;
  if (!isJsonObject(annotations)) return NOTHING;
  const waivers: Waiver[] = [];
  const problems: Array<{ pointer: Pointer; message: string }> = [];
  for (const [key, value] of Object.entries(annotations)) {
    if (!key.startsWith(ACKNOWLEDGE_PREFIX) || typeof value !== 'string') continue;
    const [, reason = '', until] = /^(.*?)\s*(?:\(until ([^)]*)\))?$/s.exec(value.trim()) ?? [];
    try {
      waivers.push(new Waiver({
        rule: key.slice(ACKNOWLEDGE_PREFIX.length).replace('.', '/'), reason, until,
        scope: { matches: (finding) => finding.entry === entry, text: describe(entry.id) },
        origin: entry.provenance,
      }));
    } catch (error) {
      problems.push({ pointer: pointer('/metadata/annotations', key), message: (error as Error).message });
    }
  }
  return waivers.length + problems.length > 0 ? { waivers, problems } : NOTHING;
}
