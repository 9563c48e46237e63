import type { BoundAnalysis } from '../analysis/bound-analysis';
import type { DurationLike } from '../manifests/duration';
import { InputError } from '../manifests/input-error';
import type { RouterAbility } from '../traffic/router-ability';
import { CanaryStep } from './canary-step';

/** One of the weights of a profile, or all of them. */
export type ProfilePlace = 'afterFirst' | 'afterEach' | 'afterLast' | 'never';

/** How a profile releases. `Needs` is what the router has to be able to do for the steps of `warmUp`. */
export interface CanaryProfileProps<Needs extends RouterAbility = never> {
  /** Shares of the traffic, from small to large. */
  readonly weights: readonly [number, ...number[]];
  /** How long each weight is held. One for all, or one a weight. */
  readonly pause: DurationLike | readonly [DurationLike, ...DurationLike[]];
  /**
   * Steps before the first weight: pods that get warm, testers with a header.
   * @default - none
   */
  readonly warmUp?: ReadonlyArray<CanaryStep<Needs>>;
  /**
   * After which weights the checks run.
   * @default 'afterEach'
   */
  readonly checked?: Exclude<ProfilePlace, 'never'>;
  /**
   * After which weights a person has to promote.
   * @default 'never'
   */
  readonly promotedByHand?: ProfilePlace;
}

/**
 * A named way of releasing that teams share as a value: `steps: CanaryProfile.STANDARD.steps(errorRate.withArgs(...))`. Define your
 * own once, and use it in every rollout.
 *
 * @example
 *   export const NIGHTLY = CanaryProfile.of('nightly', { weights: [10, 50], pause: '30m' });
 */
export class CanaryProfile<Needs extends RouterAbility = never> {
  /** 1, 5, 10, 25, 50 and 75 %, with a person's consent after the first one; over two hours in all. */
  public static readonly CAUTIOUS = CanaryProfile.of('cautious', {
    weights: [1, 5, 10, 25, 50, 75], pause: ['10m', '15m', '20m', '30m', '30m', '30m'], promotedByHand: 'afterFirst',
  });

  /** 5, 20, 50 and 80 %, ten minutes each. */
  public static readonly STANDARD = CanaryProfile.of('standard', { weights: [5, 20, 50, 80], pause: '10m' });

  /** 20 and 60 %, two minutes each. */
  public static readonly FAST = CanaryProfile.of('fast', { weights: [20, 60], pause: '2m' });

  /** A profile of your own. */
  public static of<Needs extends RouterAbility = never>(name: string, props: CanaryProfileProps<Needs>): CanaryProfile<Needs> {
    return new CanaryProfile(name, props);
  }

  private readonly pauses: readonly DurationLike[];

  private constructor(
    /** What the profile is called. */
    public readonly name: string,
    private readonly props: CanaryProfileProps<Needs>,
  ) {
    const { weights, pause } = props;
    this.pauses = isList(pause) ? pause : weights.map(() => pause);
    if (this.pauses.length !== weights.length) {
      throw new InputError(`the profile ${name} has ${weights.length} weights and ${this.pauses.length} pauses. give one pause, or one for each weight`);
    }
    const lowered = weights.findIndex((weight, i) => i > 0 && weight <= weights[i - 1]!);
    if (lowered > 0) {
      throw new InputError(`the profile ${name} goes from ${weights[lowered - 1]} to ${weights[lowered]}. order the weights from small to large`);
    }
  }

  /** The steps: what warms up, then each weight, its pause, and the checks after it. */
  public steps(...checks: readonly BoundAnalysis[]): Array<CanaryStep<Needs>> {
    const { weights, warmUp = [], checked = 'afterEach', promotedByHand = 'never' } = this.props;
    const [first, ...others] = checks;
    return [...warmUp, ...weights.flatMap((weight, i) => [
      CanaryStep.setWeight(weight),
      CanaryStep.pause(this.pauses[i]!),
      ...(first && this.isAt(checked, i) ? [CanaryStep.analysis(first, ...others)] : []),
      ...(this.isAt(promotedByHand, i) ? [CanaryStep.pauseUntilPromoted()] : []),
    ])];
  }

  /** The same profile with some things changed, under a name of its own. */
  public with<Other extends RouterAbility = Needs>(
    name: string, changes: Partial<CanaryProfileProps<Other>>,
  ): CanaryProfile<Needs | Other> {
    return new CanaryProfile<Needs | Other>(name, { ...this.props, ...changes });
  }

  private isAt(place: ProfilePlace, index: number): boolean {
    if (place === 'afterEach') return true;
    return index === { afterFirst: 0, afterLast: this.props.weights.length - 1, never: -1 }[place];
  }
}

function isList(pause: DurationLike | readonly [DurationLike, ...DurationLike[]]): pause is readonly [DurationLike, ...DurationLike[]] {
  return Array.isArray(pause);
}
