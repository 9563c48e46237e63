import { EntryIndex } from './entry-index';
import { isJsonObject, type JsonValue } from './json';
import type { ManifestEntry } from './manifest-set';
import { type Labels, selectorMatches } from './selectors';

/** Finds the objects whose labels a selector picks, without a look at each of them for each selector. */
export class LabelledObjects {
  private readonly index: EntryIndex;

  /** @param labelsOf the labels that an object is picked by; several where any of them may do, none for objects that are no matter here */
  public constructor(private readonly labelsOf: (entry: ManifestEntry) => readonly Labels[]) {
    this.index = new EntryIndex((entry) => {
      const all = labelsOf(entry);
      const pairs = all.flatMap((labels) => Object.entries(labels).map(([label, value]) => keyOf(entry.id.namespace, label, value)));
      return all.length === 0 ? [] : [entry.id.namespace, ...new Set(pairs)];
    });
  }

  /** The objects of a namespace that a label selector (`matchLabels`, `matchExpressions`) picks, in the order of the list. */
  public select(entries: readonly ManifestEntry[], namespace: string, selector: JsonValue | undefined): readonly ManifestEntry[] {
    if (!isJsonObject(selector)) return [];
    const [first] = Object.entries(isJsonObject(selector.matchLabels) ? selector.matchLabels : {});
    return this.index.find(entries, first ? keyOf(namespace, ...first) : namespace)
      .filter((entry) => this.labelsOf(entry).some((labels) => selectorMatches(selector, labels)));
  }
}

function keyOf(namespace: string, label: string, value: JsonValue | undefined): string {
  return `${namespace}\n${label}=${JSON.stringify(value) ?? ''}`;
}
