import type { JsonValue } from '../../manifests/json';
import { type Pointer, pointer } from '../../manifests/pointer';
import type { Edit } from '../finding';

/** What was checked when a problem was found. */
export type Keyword =
  | 'type' | 'unknown' | 'required' | 'enum' | 'format' | 'pattern' | 'minimum' | 'maximum' | 'multipleOf' | 'minLength' | 'maxLength'
  | 'minItems' | 'maxItems' | 'minProperties' | 'maxProperties' | 'duplicate' | 'oneOf' | 'anyOf' | 'not' | 'rule';

/** One way in which an object departs from its schema. */
export interface SchemaProblem {
  /** Where in the object. */
  readonly pointer: Pointer;
  readonly keyword: Keyword;
  /** Lower case: what was got. */
  readonly message: string;
  readonly received?: string;
  readonly expected?: string;
  /** What to change. */
  readonly fix?: string;
  /** The same for a program, where it is certain. */
  readonly edit?: Edit;
  /** The shape is not what the types say, so that rules which rely on it cannot be run. */
  readonly structural: boolean;
}

/** A problem without its place. What is certain to be meant is given as the edit without its place. */
export type ProblemDetails = Omit<SchemaProblem, 'pointer' | 'structural' | 'keyword' | 'edit'> & {
  readonly structural?: boolean;
  readonly edit?: Meant;
};

/** A value to be set, or a name to be given. */
export type Meant = { readonly op: 'set'; readonly value: JsonValue } | { readonly op: 'rename'; readonly value: string };

/** Collects problems while an object is walked. Pointers are only built when there is something to say. */
export class ProblemList {
  public readonly problems: SchemaProblem[] = [];
  public readonly path: Array<string | number> = [];

  public add(keyword: Keyword, details: ProblemDetails, ...below: ReadonlyArray<string | number>): void {
    const at = pointer('', ...this.path, ...below);
    const { edit, ...rest } = details;
    this.problems.push({ pointer: at, keyword, structural: false, ...rest, ...(edit && { edit: { ...edit, pointer: at } }) });
  }
}
