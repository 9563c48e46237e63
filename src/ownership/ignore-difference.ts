/** An entry of an Application's `ignoreDifferences`. */
export interface IgnoreDifference {
  /** Absent for the core group. */
  readonly group?: string;
  readonly kind: string;
  /** Absent for every object of the kind. */
  readonly name?: string;
  /** Absent for every namespace. */
  readonly namespace?: string;
  readonly jsonPointers?: readonly string[];
  readonly jqPathExpressions?: readonly string[];
}

/** An entry for one object, with the fields that its controller writes. */
export interface WrittenEntry extends IgnoreDifference {
  readonly name: string;
  readonly jqPathExpressions: readonly string[];
}

/** One entry an object, with the fields of all entries that name it, in the order in which they were first named. */
export function mergeIgnoreDifferences(entries: readonly IgnoreDifference[]): IgnoreDifference[] {
  const merged = new Map<string, IgnoreDifference>();
  for (const entry of entries) {
    const key = JSON.stringify([entry.group ?? '', entry.kind, entry.name ?? '', entry.namespace ?? '']);
    const known = merged.get(key);
    merged.set(key, known === undefined ? entry : {
      ...known,
      jsonPointers: together(known.jsonPointers, entry.jsonPointers),
      jqPathExpressions: together(known.jqPathExpressions, entry.jqPathExpressions),
    });
  }
  return [...merged.values()];
}

function together(one: readonly string[] = [], other: readonly string[] = []): readonly string[] | undefined {
  const all = [...new Set([...one, ...other])];
  return all.length > 0 ? all : undefined;
}
