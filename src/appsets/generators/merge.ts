import type { ApplicationSetSpecGenerator } from '../../../imports/types/argo-cd/application-set';
import type { Fleet } from '../../fleet/fleet';
import type { GitRepository } from '../../fleet/git-repository';
import { InputError } from '../../manifests/input-error';
import type { JsonObject } from '../../manifests/json';
import { ApplicationSetGenerator, type GeneratorOptions } from '../application-set-generator';
import { type KnownSet, maySelect, merged, type SetFacts } from '../known-set';
import { hasValues, nestedToKube } from './nested';

/** Generators that are put together, and by what. */
export interface MergeProps<P, O = unknown> extends GeneratorOptions {
  /**
   * Parameters that tell which sets belong together, of the first level: `['server']`. Every generator provides them, and no two sets of
   * one generator are alike in all of them.
   */
  readonly mergeKeys: readonly [MergeKey<P, O>, ...MergeKey<P, O>[]];
  /** The first one says what Applications there are, the others what is different for some of them; the last one wins. */
  readonly generators: readonly [
    ApplicationSetGenerator<P>, ApplicationSetGenerator<O>, ...ApplicationSetGenerator<O>[],
  ];
}

/** A parameter of the first level that every generator provides. */
export type MergeKey<P, O> = keyof (P | O) & string;

/** Makes the Applications of the first generator, with parameters that the others say differently for some of them. */
export class MergeGenerator<out P> extends ApplicationSetGenerator<P> {
  /** @internal */
  public constructor(
    private readonly generators: readonly [ApplicationSetGenerator<P>, ...ApplicationSetGenerator[]],
    private readonly mergeKeys: readonly string[],
    options: GeneratorOptions,
  ) {
    super(options);
    for (const key of mergeKeys) {
      if (generators.some((generator) => generator._examples().some((example) => example[key] === undefined))) {
        throw new InputError(`mergeKeys names ${JSON.stringify(key)}, which not every generator of the merge provides, so nothing would be merged. ` +
          'name parameters of the first level that all of them provide');
      }
    }
    // Argo CD panics when it puts values of any type into a map of texts.
    const [base, ...others] = generators;
    if (hasValues(base) && !base._hasLooseValues && others.some((other) => other._hasLooseValues)) {
      throw new InputError('the first generator of the merge adds values, and another one has a parameter `values` of its own, and Argo CD cannot put ' +
        'them together. let a generator that adds values say what is different: Generator.clusters({ matchLabels, values })');
    }
  }

  /** @internal */
  public _examples(): readonly JsonObject[] {
    return this.generators[0]._examples();
  }

  /** @internal */
  public _sets(facts: SetFacts): readonly KnownSet[] {
    const [base, ...others] = this.generators.map((each) => each._sets(facts).filter((set) => maySelect(each.selector, set)));
    return base!.map((set) => others.reduce((result, sets, i) => this.overlaid(result, sets, this.generators[i + 1]!), set));
  }

  /** @internal */
  public override get _hasLooseValues(): boolean {
    return this.generators[0]._hasLooseValues;
  }

  /** @internal */
  public override _problems(facts: SetFacts): readonly string[] {
    return this.generators.flatMap((generator) => generator._problems(facts));
  }

  /** @internal */
  public override get _repositories(): readonly GitRepository[] {
    return this.generators.flatMap((generator) => generator._repositories);
  }

  /** @internal */
  public override get _fleets(): readonly Fleet[] {
    return this.generators.flatMap((generator) => generator._fleets);
  }

  /** @internal */
  public _toKube(): ApplicationSetSpecGenerator {
    return { merge: { mergeKeys: this.mergeKeys, generators: this.generators.map((generator) => nestedToKube(generator, 'merge')) } };
  }

  private overlaid(set: KnownSet, sets: readonly KnownSet[], generator: ApplicationSetGenerator): KnownSet {
    const isKnown = [set, ...sets].every(({ parameters }) => this.mergeKeys.every((key) => parameters[key] !== undefined));
    if (isKnown && sets.every(({ open }) => open.length === 0)) {
      const keyOf = ({ parameters }: KnownSet): string => JSON.stringify(this.mergeKeys.map((key) => parameters[key]));
      const over = sets.filter((other) => keyOf(other) === keyOf(set));
      return { ...set, parameters: over.reduce((result, { parameters }) => merged(result, parameters), set.parameters) };
    }
    // Which of them is said differently, only Argo CD knows.
    const doubtful = generator._examples().flatMap((example) => Object.keys(example)).filter((key) => !this.mergeKeys.includes(key));
    return { ...set, parameters: Object.fromEntries(Object.entries(set.parameters).filter(([key]) => !doubtful.includes(key))) };
  }
}
