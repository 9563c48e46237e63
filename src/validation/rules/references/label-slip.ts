import { compareText } from '../../../manifests/apply-order';
import { isJsonObject, type JsonObject, type JsonValue } from '../../../manifests/json';
import type { ManifestEntry } from '../../../manifests/manifest-set';
import { unmatchedLabels } from '../../../manifests/selectors';
import { slipOf } from '../../slip';

/** Labels that a selector asks for, and those of an object that were most likely meant. */
export interface SlippedSelector {
  readonly entry: ManifestEntry;
  readonly labels: readonly LabelSlip[];
}

/** One label of a selector that the object has otherwise. */
export interface LabelSlip {
  /** As the selector has it. */
  readonly key: string;
  /** As the object has it. The same for a slip in the value. */
  readonly meantKey: string;
  /** The value that the object has. */
  readonly meantValue: string;
}

/** The first object, by name, that a selector misses by nothing but slips in its labels. */
export function slippedTo(
  selector: JsonValue | undefined, candidates: readonly ManifestEntry[], labelsOf: (entry: ManifestEntry) => JsonObject,
): SlippedSelector | undefined {
  const wanted = isJsonObject(selector) && isJsonObject(selector.matchLabels) ? selector.matchLabels : {};
  if (candidates.length > MANY) return undefined;
  const found = candidates.flatMap((entry): readonly SlippedSelector[] => {
    const labels = labelsOf(entry);
    const missed = unmatchedLabels(wanted, labels);
    const slips = missed.flatMap((key) => slipIn(key, wanted[key], labels) ?? []);
    return slips.length === missed.length && slips.length > 0 ? [{ entry, labels: slips }] : [];
  });
  return found.sort((a, b) => a.labels.length - b.labels.length || compareText(a.entry.id.name, b.entry.id.name))[0];
}

/** Of more objects than this one or the other is called nearly the same. */
const MANY = 1000;

function slipIn(key: string, value: JsonValue | undefined, labels: JsonObject): LabelSlip | undefined {
  if (typeof value !== 'string') return undefined;
  const own = Object.hasOwn(labels, key) ? labels[key] : undefined;
  if (typeof own === 'string') {
    const meantValue = slipOf(value, [own]);
    return meantValue === undefined ? undefined : { key, meantKey: key, meantValue };
  }
  const meantKey = slipOf(key, Object.keys(labels).filter((other) => labels[other] === value));
  return meantKey === undefined ? undefined : { key, meantKey, meantValue: value };
}
