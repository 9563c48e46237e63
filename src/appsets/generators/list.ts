import type { ApplicationSetSpecGenerator } from '../../../imports/types/argo-cd/application-set';
import { InputError } from '../../manifests/input-error';
import { isJsonObject, type JsonObject } from '../../manifests/json';
import { ApplicationSetGenerator, type GeneratorOptions } from '../application-set-generator';
import { fillAll } from '../fill';
import { flattened, type KnownSet, type SetFacts } from '../known-set';
import type { ParameterValue, ShapeOf } from '../parameters';
import { refuseUnreadableNumbers } from '../readable-numbers';

/** The parameters of one Application, by name. */
export type ListElement = Readonly<Record<string, ParameterValue>>;

/** Makes one Application for each element of a list. */
export class ListGenerator<out E extends ListElement> extends ApplicationSetGenerator<ShapeOf<E>> {
  /** The elements, as they were given. */
  public readonly elements: readonly ListElement[];

  /** @internal */
  public constructor(elements: readonly E[], options: GeneratorOptions) {
    super(options);
    if (elements.length === 0) {
      throw new InputError('the list of the generator is empty, so it makes no Application, and Argo CD deletes those that it made before. give it an element');
    }
    elements.forEach((element, i) => {
      if (Object.keys(flattened(element)).length === 0) {
        throw new InputError(`the element ${i} of the list has no parameters, and Argo CD would not fill in the template for it. give it one, such as { name: 'web' }`);
      }
      refuseUnreadableNumbers(element, `elements[${i}]`);
    });
    this.elements = elements.map((element) => ({ ...element }));
  }

  /** @internal */
  public _examples(): readonly JsonObject[] {
    return this.elements;
  }

  /** @internal */
  public _sets({ given = {} }: SetFacts): readonly KnownSet[] {
    return this.elements.map((element) => ({ parameters: fillAll<JsonObject>(element, given), open: [] }));
  }

  /** @internal */
  public override get _hasLooseValues(): boolean {
    return this.elements.some(({ values }) => isJsonObject(values));
  }

  /** @internal */
  public _toKube(): ApplicationSetSpecGenerator {
    return { list: { elements: this.elements } };
  }
}
