import { analysisToKube, type AnalysisTarget, type BoundAnalysis } from '../analysis/bound-analysis';
import { type DurationLike, durationText } from '../manifests/duration';
import { InputError } from '../manifests/input-error';
import type { CanaryStepWire } from './wire';

/** How `CanaryStep.ramp` waits between two weights. */
export interface RampOptions {
  /** How long each weight is held. */
  readonly pause: DurationLike;
}

/** One step of a canary: exactly one action. */
export class CanaryStep {
  /** Sends this share of the traffic to the canary: a whole percentage, 0 to 100. The last step is followed by 100 unasked. */
  public static setWeight(weight: number): CanaryStep {
    if (!Number.isInteger(weight) || weight < 0 || weight > 100) {
      throw new InputError(`setWeight is ${weight}, which is not a percentage. give a whole number from 0 to 100`);
    }
    return new CanaryStep(() => ({ setWeight: weight }), [], weight);
  }

  /** Waits for this long: `90s`, `5m`, `1h` or a cdk8s `Duration`. */
  public static pause(duration: DurationLike): CanaryStep {
    const text = durationText(duration, 'the duration of a pause');
    return new CanaryStep(() => ({ pause: { duration: text } }));
  }

  /**
   * Waits until a person promotes the rollout, for ever if nobody does. Argo CD shows the Application as Suspended, and
   * nothing of a later sync wave is applied meanwhile.
   */
  public static pauseUntilPromoted(): CanaryStep {
    return new CanaryStep(() => ({ pause: {} }));
  }

  /** Runs checks and goes on when all succeed; when one fails the rollout is aborted and the stable version gets all traffic. */
  public static analysis(...checks: readonly [BoundAnalysis, ...BoundAnalysis[]]): CanaryStep {
    return new CanaryStep((target) => ({ analysis: analysisToKube(checks, target) }), checks);
  }

  /** Weights with a pause after each: `ramp([20, 50], { pause: '10m' })` is weight 20, 10 minutes, weight 50, 10 minutes. */
  public static ramp(weights: readonly [number, ...number[]], options: RampOptions): CanaryStep[] {
    const lowered = weights.findIndex((weight, i) => i > 0 && weight <= weights[i - 1]!);
    if (lowered > 0) {
      throw new InputError(`ramp goes from ${weights[lowered - 1]} to ${weights[lowered]}. order the weights from small to large`);
    }
    return weights.flatMap((weight) => [CanaryStep.setWeight(weight), CanaryStep.pause(options.pause)]);
  }

  private constructor(
    private readonly produce: (target: AnalysisTarget) => CanaryStepWire,
    /** The checks that the step runs. */
    public readonly analyses: readonly BoundAnalysis[] = [],
    /** The weight that the step sets. */
    public readonly weight?: number,
  ) {}

  /** @internal */
  public _toKube(target: AnalysisTarget): CanaryStepWire {
    return this.produce(target);
  }
}
