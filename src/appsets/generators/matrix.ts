import type { ApplicationSetSpecGenerator } from '../../../imports/types/argo-cd/application-set';
import type { Fleet } from '../../fleet/fleet';
import type { GitRepository } from '../../fleet/git-repository';
import { InputError } from '../../manifests/input-error';
import type { JsonObject } from '../../manifests/json';
import { ApplicationSetGenerator, type GeneratorOptions } from '../application-set-generator';
import { flattened, type KnownSet, maySelect, merged, type SetFacts } from '../known-set';
import { hasValues, nestedToKube } from './nested';

/** Makes one Application for each pair of what two generators yield. */
export class MatrixGenerator<out A, out B> extends ApplicationSetGenerator<A & B> {
  /** @internal */
  public constructor(
    private readonly first: ApplicationSetGenerator<A>,
    private readonly second: ApplicationSetGenerator<B>,
    options: GeneratorOptions,
  ) {
    super(options);
    refuseCollisions(first, second);
  }

  /** @internal */
  public _examples(): readonly JsonObject[] {
    return this.first._examples().flatMap((a) => this.second._examples().map((b) => merged(b, a)));
  }

  /** @internal */
  public _sets(facts: SetFacts): readonly KnownSet[] {
    const { first, second } = this;
    return first._sets(facts).filter((set) => maySelect(first.selector, set)).flatMap((a) => {
      const given = merged(facts.given ?? {}, a.parameters);
      return second._sets({ ...facts, given }).filter((set) => maySelect(second.selector, set))
        .map((b) => ({ parameters: merged(b.parameters, a.parameters), open: [...a.open, ...b.open] }));
    });
  }

  /** @internal */
  public override get _hasLooseValues(): boolean {
    return hasValues(this.second) ? this.second._hasLooseValues : this.first._hasLooseValues;
  }

  /** @internal */
  public override _problems(facts: SetFacts): readonly string[] {
    return [...this.first._problems(facts), ...this.second._problems(facts)];
  }

  /** @internal */
  public override get _repositories(): readonly GitRepository[] {
    return [...this.first._repositories, ...this.second._repositories];
  }

  /** @internal */
  public override get _fleets(): readonly Fleet[] {
    return [...this.first._fleets, ...this.second._fleets];
  }

  /** @internal */
  public _toKube(): ApplicationSetSpecGenerator {
    return { matrix: { generators: [nestedToKube(this.first, 'matrix'), nestedToKube(this.second, 'matrix')] } };
  }
}

// The first one would win without a word, even with an empty text.
function refuseCollisions(first: ApplicationSetGenerator, second: ApplicationSetGenerator): void {
  for (const a of first._examples()) {
    for (const b of second._examples()) {
      const [left, right] = [flattened(a), flattened(b)];
      const both = Object.keys(left).filter((key) => Object.hasOwn(right, key));
      if (both.length > 0) {
        throw new InputError(`both generators of the matrix provide the parameter ${both.join(', ')}, and the second one's would be lost. ` +
          `give it another name in one of them${both.some((key) => key.startsWith('path')) ? ', or pass pathParamPrefix to one' : ''}`);
      }
    }
  }
  // Argo CD panics when it puts values of any type into the second one's map of texts.
  if (first._hasLooseValues && hasValues(second) && !second._hasLooseValues) {
    throw new InputError('the first generator of the matrix has a parameter `values` and the second one adds values of its own, and Argo CD cannot put them ' +
      'together. give the parameter another name');
  }
}
