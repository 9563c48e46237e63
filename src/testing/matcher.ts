import type { JsonValue } from '../manifests/json';
import type { Pointer } from '../manifests/pointer';
import type { Difference } from './differences';

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
