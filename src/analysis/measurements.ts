import { type DurationLike, durationText } from '../manifests/duration';
import { InputError } from '../manifests/input-error';
import { metricInWords } from '../simulation/metric-words';
import type { DefaultedReference } from './argument';
import type { LimitsWire } from './wire';

/** What ends a metric before its last measurement. */
type Decision =
  | {
    /**
     * The metric fails at the N-th failed measurement: `failAfter: 2` bears one failure.
     * @default 1
     */
    readonly failAfter?: number;
    /**
     * The metric succeeds at the N-th good measurement in a row. Where the measurements end first, it is inconclusive.
     * @default - after all measurements
     */
    readonly succeedAfter?: number;
  }
  | {
    /** Failed measurements end nothing: only good ones in a row decide. Where the measurements end first, the metric has failed. */
    readonly failAfter: 'never';
    /** The metric succeeds at the N-th good measurement in a row. */
    readonly succeedAfter: number;
  };

/** How often a metric is measured, and what decides. */
export type MeasurementsProps = Decision & {
  /** Time between two measurements. */
  readonly every: DurationLike;
  /**
   * How many measurements are taken: a number, or an argument with a default. Argo Rollouts checks analyses with the defaults alone.
   * @default - no end: right for a background analysis only, which runs as long as the rollout does
   */
  readonly times?: number | DefaultedReference;
  /**
   * Time before the first measurement, for a metric that lags.
   * @default - none
   */
  readonly initialDelay?: DurationLike;
  /**
   * The rollout pauses at the N-th inconclusive measurement, for a person to decide.
   * @default 1
   */
  readonly pauseAfter?: number;
  /**
   * The metric gives up at the N-th error in a row, such as an unreachable server. Each is tried again after 10 seconds.
   * @default 5
   */
  readonly giveUpAfter?: number;
};

/**
 * How often a metric is measured and what decides, said as people say it: `failAfter: 2` is "at the 2nd failure". It renders
 * Argo's `count`, `failureLimit` and so on, which count what is borne rather than what is too much.
 *
 * @see analysis/analysis.go in argoproj/argo-rollouts
 *
 * @example
 *   Measurements.of({ every: '1m', times: 5, failAfter: 2 }).inWords()
 *   // 5 measurements, one every 1m; fails at the 2nd failed one; ends after 4m
 */
export class Measurements {
  /** A measurement every so often. */
  public static of(props: MeasurementsProps): Measurements {
    check(props);
    const { failAfter, pauseAfter, giveUpAfter } = props;
    return new Measurements({
      interval: durationText(props.every, 'every'),
      initialDelay: props.initialDelay && durationText(props.initialDelay, 'initialDelay'),
      count: props.times,
      failureLimit: failAfter === 'never' ? -1 : borne(failAfter),
      inconclusiveLimit: borne(pauseAfter),
      consecutiveErrorLimit: borne(giveUpAfter),
      consecutiveSuccessLimit: props.succeedAfter,
    });
  }

  private constructor(
    /** @internal */
    public readonly _fields: LimitsWire,
  ) {}

  /** What it means: `5 measurements, one every 1m; fails at the 2nd failed one; ends after 4m`. */
  public inWords(): string {
    return metricInWords({ ...this._fields });
  }
}

/** Argo counts what is borne: failing at the 2nd failure bears one. */
function borne(after: number | undefined): number | undefined {
  return after === undefined ? undefined : after - 1;
}

function check(props: MeasurementsProps): void {
  for (const field of ['times', 'failAfter', 'succeedAfter', 'pauseAfter', 'giveUpAfter'] as const) {
    const value = props[field];
    if (typeof value === 'number' && (!Number.isInteger(value) || value < 1)) {
      throw new InputError(`${field} is ${value}. give a whole number, 1 or more`);
    }
  }
  const { times, failAfter = 1, succeedAfter = 0, pauseAfter = 1 } = props;
  if (failAfter === 'never' && succeedAfter === 0) {
    throw new InputError("failAfter is 'never' and there is no succeedAfter, so nothing would decide. give one of them a number");
  }
  if (typeof times !== 'number') return;
  if (failAfter !== 'never' && failAfter > times) {
    throw new InputError(`failAfter is ${failAfter}, but there are only ${times} measurements, so the metric could not fail. ` +
      `fail after ${times} at most, or take more measurements`);
  }
  const needed = (failAfter === 'never' ? 0 : failAfter - 1) + succeedAfter;
  if (needed > times) {
    throw new InputError(`${times} measurements are too few for ${succeedAfter} good ones in a row` +
      `${typeof failAfter === 'number' && failAfter > 1 ? ` beside ${failAfter - 1} failed` : ''}. take ${needed} or more`);
  }
  if (pauseAfter > times) {
    throw new InputError(`pauseAfter is ${pauseAfter}, but there are only ${times} measurements. pause after ${times} at most`);
  }
}
