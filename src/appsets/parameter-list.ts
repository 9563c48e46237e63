import { InputError } from '../manifests/input-error';

/** A parameter that is a list. What a template can say of it depends on what it holds. */
export class ParameterList<out E = unknown> {
  /** @internal */
  public constructor(private readonly expression: string, private readonly itemOf: (expression: string) => E) {}

  /** One item, counted from 0. Argo CD makes no Application at all when a list is shorter. */
  public at(index: number): E {
    if (!Number.isInteger(index) || index < 0) throw new InputError(`the item ${index} of a list is asked for. count from 0`);
    return this.itemOf(`index ${this.expression} ${index}`);
  }

  /** The items as one text. */
  public join(separator: string): string {
    return `{{ join ${JSON.stringify(separator)} ${this.expression} }}`;
  }

  /** The list as JSON, which YAML can read too. */
  public toJson(): string {
    return `{{ toJson ${this.expression} }}`;
  }
}
