import { InputError } from '../manifests/input-error';
import type { JsonValue } from '../manifests/json';

/** A parameter that is a list. What a template can say of it depends on what it holds. */
export class ParameterList<out E = unknown> {
  /** @internal */
  public constructor(
    /**
     * What gives the list in a Go template.
     * @internal
     */
    public readonly _expression: string,
    /**
     * An item, with everything in it that a template can rely on.
     * @internal
     */
    public readonly _example: JsonValue,
    private readonly itemOf: (expression: string) => E,
  ) {}

  /** One item, counted from 0. Argo CD makes no Application at all when a list is shorter. */
  public at(index: number): E {
    if (!Number.isInteger(index) || index < 0) throw new InputError(`the item ${index} of a list is asked for. count from 0`);
    return this.itemOf(`index ${this._expression} ${index}`);
  }

  /** Refuses to be a text: there would be nothing that Argo CD fills in. */
  public toString(): string {
    throw new InputError(`the list ${this._expression} is taken for a text. say what of it: at(0), join(',') or toJson()`);
  }

  /** The items as one text. */
  public join(separator: string): string {
    return `{{ join ${JSON.stringify(separator)} ${this._expression} }}`;
  }

  /** The list as JSON, which YAML can read too. */
  public toJson(): string {
    return `{{ toJson ${this._expression} }}`;
  }
}
