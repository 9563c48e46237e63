import type { FieldOwner } from './field-owners';

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
  readonly managedFieldsManagers?: readonly string[];
}

/** An entry for one object, with fields that a controller writes, and who does. */
export interface WrittenEntry extends IgnoreDifference {
  readonly name: string;
  readonly jqPathExpressions: readonly string[];
  readonly owner: FieldOwner;
  /** The fields come to no harm unless the API server merges what Argo CD applies. */
  readonly onlyServerSide?: boolean;
  /** Who merges, where the object itself says so; otherwise its Application does. */
  readonly merged?: 'by the server' | 'by the client';
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
      managedFieldsManagers: together(known.managedFieldsManagers, entry.managedFieldsManagers),
    });
  }
  return [...merged.values()];
}

/** The entry as Argo CD reads it, without who writes the fields. */
export function asIgnoreDifference({ owner: _owner, onlyServerSide: _server, merged: _merged, ...entry }: WrittenEntry): IgnoreDifference {
  return entry;
}

/**
 * Whether a jq path or a JSON pointer goes through a list. When Argo CD keeps ignored fields as they are, it keeps the whole list of a
 * custom resource, and what Git changes in it is never applied (controller/sync.go in argoproj/argo-cd).
 */
export function leadsThroughList(path: string): boolean {
  return path.startsWith('/') ? /\/(\d+|-)(\/|$)/.test(path) : /\[\s*(\]|-?\d|:)/.test(withoutTexts(path));
}

/**
 * Whether a jq path or a JSON pointer may go through a list. A path that computes something on the way may go anywhere.
 */
export function mayLeadThroughList(path: string): boolean {
  return leadsThroughList(path) || (!path.startsWith('/') && /[|(,]|\.\./.test(withoutTexts(path)));
}

function withoutTexts(path: string): string {
  return path.replace(/"(?:[^"\\]|\\.)*"/g, '""');
}

function together(one: readonly string[] = [], other: readonly string[] = []): readonly string[] | undefined {
  const all = [...new Set([...one, ...other])];
  return all.length > 0 ? all : undefined;
}
