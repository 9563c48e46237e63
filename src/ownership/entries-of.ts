import type { FieldOwner } from './field-owners';
import type { IgnoreDifference, WrittenEntry } from './ignore-difference';

/** Entries of one object, one for each reason that there is something to ignore. */
export function entriesOf(
  id: Pick<IgnoreDifference, 'group' | 'kind' | 'namespace'> & { readonly name: string },
  fields: ReadonlyArray<readonly [owner: FieldOwner, jqPathExpressions: readonly string[]]>,
): WrittenEntry[] {
  return fields.filter(([, paths]) => paths.length > 0).map(([owner, jqPathExpressions]) => ({ ...id, jqPathExpressions, owner }));
}
