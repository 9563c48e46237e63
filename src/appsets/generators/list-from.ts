import type { ApplicationSetSpecGenerator } from '../../../imports/types/argo-cd/application-set';
import { InputError } from '../../manifests/input-error';
import { isJsonObject, type JsonObject } from '../../manifests/json';
import { ApplicationSetGenerator, type GeneratorOptions } from '../application-set-generator';
import { itemsAt } from '../fill';
import { flattened, type KnownSet, type SetFacts } from '../known-set';
import type { ParameterList } from '../parameter-list';
import type { ShapeOfText } from '../parameters';

/** Makes one Application for each item of a list that is a parameter of the first generator of a matrix. */
export class ListFromGenerator<out E extends object> extends ApplicationSetGenerator<ShapeOfText<E>> {
  private readonly example: JsonObject;

  /** @internal */
  public constructor(private readonly list: ParameterList<E>, options: GeneratorOptions) {
    super(options);
    const { _example: example } = list;
    if (!isJsonObject(example) || Object.keys(flattened(example)).length === 0) {
      throw new InputError('the items of the list have no names for parameters, and Argo CD takes a list of maps alone. write them as maps, such as { name: \'web\' }');
    }
    this.example = example;
  }

  /** @internal */
  public _examples(): readonly JsonObject[] {
    return [this.example];
  }

  /** @internal */
  public _sets({ given = {} }: SetFacts): readonly KnownSet[] {
    const items = itemsAt(this.list._expression, given);
    if (items?.every((item): item is JsonObject => isJsonObject(item))) return items.map((parameters) => ({ parameters, open: [] }));
    // Two items may say the same, but nobody writes two of them for that.
    const [first, ...more] = Object.keys(flattened(this.example));
    return [{ parameters: {}, open: [{ one: 'item', many: 'items', toldApartBy: [first!, ...more] }] }];
  }

  /** @internal */
  public override get _hasLooseValues(): boolean {
    return isJsonObject(this.example.values);
  }

  /** @internal */
  public _toKube(): ApplicationSetSpecGenerator {
    return { list: { elementsYaml: this.list.toJson() } };
  }
}
