import { EntryIndex } from './entry-index';
import { isJsonObject, type JsonValue } from './json';
import type { ManifestEntry } from './manifest-set';
import { type Labels, selectorMatches } from './selectors';
import { clustersMet, clustersOf, type Unit } from './unit';

/** Finds the objects whose labels a selector picks, without a look at each of them for each selector. */
export class LabelledObjects {
  private readonly index: EntryIndex;

  /** @param labelsOf the labels that an object is picked by; several where any of them may do, none for objects that are no matter here */
  public constructor(private readonly labelsOf: (entry: ManifestEntry) => readonly Labels[]) {
    this.index = new EntryIndex((entry) => {
      const all = labelsOf(entry);
      if (all.length === 0) return [];
      const pairs = new Set(all.flatMap((labels) => Object.entries(labels).map(([label, value]) => pairOf(label, value))));
      return clustersOf(entry.unit).flatMap((cluster) => ['', ...pairs].map((pair) => keyOf(cluster, entry.id.namespace, pair)));
    });
  }

  /** The objects of a namespace that a label selector (`matchLabels`, `matchExpressions`) picks, among those that the unit may meet. */
  public select(
    entries: readonly ManifestEntry[], unit: Unit, namespace: string, selector: JsonValue | undefined,
  ): readonly ManifestEntry[] {
    if (!isJsonObject(selector)) return [];
    const [first] = Object.entries(isJsonObject(selector.matchLabels) ? selector.matchLabels : {});
    return clustersMet(unit)
      .flatMap((cluster) => this.index.find(entries, keyOf(cluster, namespace, first ? pairOf(...first) : '')))
      .filter((entry) => this.labelsOf(entry).some((labels) => selectorMatches(selector, labels)));
  }
}

function pairOf(label: string, value: JsonValue | undefined): string {
  return `${label}=${JSON.stringify(value) ?? ''}`;
}

function keyOf(cluster: string, namespace: string, pair: string): string {
  return `${cluster}\n${namespace}\n${pair}`;
}
