import type { DurationLike } from '../manifests/duration';
import type { ArgReference } from './argument';

/** How often a metric is measured: once, or every `interval`. */
export type Repetition =
  | {
    /** Time between two measurements. */
    readonly interval: DurationLike;
    /**
     * How many measurements are taken.
     * @default - no end: right for a background analysis only, which runs as long as the rollout does
     */
    readonly count?: number | ArgReference;
  }
  | { readonly interval?: undefined; readonly count?: undefined };

/** What every metric has, whatever measures it. */
export type MetricProps = Repetition & {
  /**
   * Time before the first measurement, for a metric that lags.
   * @default - none
   */
  readonly initialDelay?: DurationLike;
  /**
   * How many measurements may fail; one more fails the analysis.
   * @default 0
   */
  readonly failureLimit?: number;
  /**
   * How many measurements may be inconclusive; one more pauses the rollout for a person to decide.
   * @default 0
   */
  readonly inconclusiveLimit?: number;
  /**
   * How many measurements in a row may end in an error, such as an unreachable server.
   * @default 4
   */
  readonly consecutiveErrorLimit?: number;
};
