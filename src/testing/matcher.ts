import type { JsonValue } from '../manifests/json';
import type { Pointer } from '../manifests/pointer';

/** JSON in which any value may be described instead of given. `undefined`: the field has to be absent. */
export type WantedJson = Matcher | string | number | boolean | null | undefined | readonly WantedJson[] | WantedObject;

/** An object of which some fields are wanted. */
export interface WantedObject {
  /** A field, with what it is to be; fields that are not named may be anything. */
  readonly [key: string]: WantedJson;
}

/** A place where a manifest is not what was wanted. */
export interface Difference {
  readonly pointer: Pointer;
  /** `undefined`: the field was to be absent. */
  readonly wanted: WantedJson;
  readonly got: JsonValue | undefined;
  /** Of a list in which an item was looked for: how the closest one differs; nothing where there was none to compare. */
  readonly closest?: readonly Difference[];
}

/** Compares a value in a way of its own. */
export type Comparison = (got: JsonValue | undefined, at: Pointer) => readonly Difference[];

/** What stands for a value that is described rather than given. Made by `Match`. */
export class Matcher {
  private readonly comparison: Comparison;

  /** @internal */
  public constructor(
    /** How messages name it: `text like /re/`. */
    public readonly description: string,
    comparison: Comparison,
  ) {
    this.comparison = comparison;
  }

  /** @internal Where a value is not as described; nothing when it is. */
  public _differences(got: JsonValue | undefined, at: Pointer): readonly Difference[] {
    return this.comparison(got, at);
  }
}
