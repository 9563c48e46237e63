import type { BoundAnalysis } from '../analysis/bound-analysis';
import type { DurationLike } from '../manifests/duration';
import { InputError } from '../manifests/input-error';
import { CanaryStep } from './canary-step';

/** How a profile releases. */
export interface CanaryProfileProps {
  /** Shares of the traffic, from small to large. */
  readonly weights: readonly [number, ...number[]];
  /** How long each weight is held. One for all, or one a weight. */
  readonly pause: DurationLike | readonly [DurationLike, ...DurationLike[]];
  /**
   * Whether a person has to promote after the first weight, after the last one, or never.
   * @default 'never'
   */
  readonly promotedByHand?: 'afterFirst' | 'afterLast' | 'never';
}

/**
 * A named way of releasing that teams share as a value: `steps: CanaryProfile.STANDARD.steps(errorRate.withArgs(...))`. Define your
 * own once, and use it in every rollout.
 *
 * @example
 *   export const NIGHTLY = CanaryProfile.of('nightly', { weights: [10, 50], pause: '30m' });
 */
export class CanaryProfile {
  /** 1, 5, 10, 25, 50 and 75 %, with a person's consent after the first one; over two hours in all. */
  public static readonly CAUTIOUS = CanaryProfile.of('cautious', {
    weights: [1, 5, 10, 25, 50, 75], pause: ['10m', '15m', '20m', '30m', '30m', '30m'], promotedByHand: 'afterFirst',
  });

  /** 5, 20, 50 and 80 %, ten minutes each. */
  public static readonly STANDARD = CanaryProfile.of('standard', { weights: [5, 20, 50, 80], pause: '10m' });

  /** 20 and 60 %, two minutes each. */
  public static readonly FAST = CanaryProfile.of('fast', { weights: [20, 60], pause: '2m' });

  /** A profile of your own. */
  public static of(name: string, props: CanaryProfileProps): CanaryProfile {
    return new CanaryProfile(name, props);
  }

  private readonly pauses: readonly DurationLike[];

  private constructor(
    /** What the profile is called. */
    public readonly name: string,
    private readonly props: CanaryProfileProps,
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

  /** The steps: each weight, its pause, and the checks after it. */
  public steps(...checks: readonly BoundAnalysis[]): CanaryStep<never>[] {
    const { weights, promotedByHand = 'never' } = this.props;
    const byHand = { afterFirst: 0, afterLast: weights.length - 1, never: -1 }[promotedByHand];
    const [first, ...others] = checks;
    return weights.flatMap((weight, i) => [
      CanaryStep.setWeight(weight),
      CanaryStep.pause(this.pauses[i]!),
      ...(first ? [CanaryStep.analysis(first, ...others)] : []),
      ...(i === byHand ? [CanaryStep.pauseUntilPromoted()] : []),
    ]);
  }

  /** The same profile with some things changed, under a name of its own. */
  public with(name: string, changes: Partial<CanaryProfileProps>): CanaryProfile {
    return new CanaryProfile(name, { ...this.props, ...changes });
  }
}

function isList(pause: CanaryProfileProps['pause']): pause is readonly [DurationLike, ...DurationLike[]] {
  return Array.isArray(pause);
}
