import { InputError } from '../manifests/input-error';
import { isLabelValue } from '../manifests/labels';
import { type DeepPartial, overlaid } from './overlay';

/**
 * A stage that releases go through, such as staging and production: what differs between them is chosen by it, and it is a
 * folder of the output.
 *
 * @typeParam N the names that it can have. A chart that takes an `Environment<'staging' | 'production'>` has to choose for both
 */
export class Environment<out N extends string = string> {
  /** An environment by its name, which may also be the value of a label: `production`. */
  public static named<const N extends string>(name: N): Environment<N> {
    if (name === '' || !isLabelValue(name) || name !== name.toLowerCase()) {
      throw new InputError(`the environment is named ${JSON.stringify(name)}, which cannot be a label and a folder. ` +
        'use lower-case letters, digits and inner hyphens only, such as production');
    }
    return new Environment(name);
  }

  private constructor(
    /** The name, such as `production`. */
    public readonly name: N,
  ) {}

  /** The value of this environment: `environment.choose({ staging: 2, production: 10 })`. One that is left out does not compile. */
  public choose<T>(values: { readonly [K in N]: T }): T {
    if (!Object.hasOwn(values, this.name)) {
      throw new InputError(`there is no value for the environment ${this.name}, only for ${Object.keys(values).sort().join(', ') || 'none'}. add one`);
    }
    return values[this.name];
  }

  /**
   * A base with what this environment changes in it. Objects are merged, at any depth; lists and all other values are replaced,
   * and `undefined` leaves the value of the base.
   */
  public overlay<T extends object>(base: T, changes: { readonly [K in N]?: DeepPartial<NoInfer<T>> }): T {
    const change = Object.hasOwn(changes, this.name) ? changes[this.name] : undefined;
    return change === undefined ? base : overlaid(base, change);
  }
}
