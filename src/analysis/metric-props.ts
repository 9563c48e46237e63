import type { DurationLike } from '../manifests/duration';
import type { DefaultedReference } from './argument';
import type { Measurements } from './measurements';

/** How often a metric is measured: once, or every `interval`. */
export type Repetition =
  | {
    /** Time between two measurements. */
    readonly interval: DurationLike;
    /**
     * How many measurements are taken: a number, or an argument with a default. Argo Rollouts checks analyses with the defaults alone.
     * @default - no end: right for a background analysis only, which runs as long as the rollout does
     */
    readonly count?: number | DefaultedReference;
  }
  | { readonly interval?: undefined; readonly count?: undefined };

/** The repetition and the limits of a metric as Argo Rollouts names them. */
export type RawLimits = Repetition & {
  /** The raw limits stand for it. */
  readonly measure?: undefined;
  /**
   * Time before the first measurement, for a metric that lags.
   * @default - none
   */
  readonly initialDelay?: DurationLike;
  /**
   * How many measurements may fail; one more fails the analysis. -1 is no limit, with a `consecutiveSuccessLimit` alone.
   * @default 0
   */
  readonly failureLimit?: number;
  /**
   * How many measurements may be inconclusive; one more pauses the rollout for a person to decide.
   * @default 0
   */
  readonly inconclusiveLimit?: number;
  /**
   * How many measurements in a row may end in an error, such as an unreachable server. Each is taken again after 10 seconds.
   * @default 4
   */
  readonly consecutiveErrorLimit?: number;
  /**
   * How many good measurements in a row end the metric as successful. Where the count ends first, it is inconclusive.
   * @default - the metric is measured `count` times
   */
  readonly consecutiveSuccessLimit?: number;
};

/** The repetition and the limits of a metric by what they are for. */
export interface IntendedLimits {
  /** How often the metric is measured, and what decides: `Measurements.of({ every: '1m', times: 5, failAfter: 2 })`. */
  readonly measure: Measurements;
  /** `every` of `measure` stands for it. */
  readonly interval?: undefined;
  /** `times` of `measure` stands for it. */
  readonly count?: undefined;
  /** `initialDelay` of `measure` stands for it. */
  readonly initialDelay?: undefined;
  /** `failAfter` of `measure` stands for it. */
  readonly failureLimit?: undefined;
  /** `pauseAfter` of `measure` stands for it. */
  readonly inconclusiveLimit?: undefined;
  /** `giveUpAfter` of `measure` stands for it. */
  readonly consecutiveErrorLimit?: undefined;
  /** `succeedAfter` of `measure` stands for it. */
  readonly consecutiveSuccessLimit?: undefined;
}

/** What every metric has, whatever measures it: `measure`, or the raw limits. */
export type MetricProps = RawLimits | IntendedLimits;
