import type { ApplicationOperationRetry } from '../../imports/types/argo-cd/application';
import { type DurationLike, durationText } from '../manifests/duration';
import { InputError } from '../manifests/input-error';

/** How long Argo CD waits before it tries again. */
export interface RetryBackoff {
  /**
   * Before the first retry.
   * @default '5s'
   */
  readonly duration?: DurationLike;
  /**
   * What each wait is multiplied with to give the next one.
   * @default 2
   */
  readonly factor?: number;
  /**
   * The longest wait.
   * @default '3m'
   */
  readonly maxDuration?: DurationLike;
}

/** How a sync is tried again. */
export interface RetryOptions {
  /**
   * How long Argo CD waits in between.
   * @default - 5 seconds at first, twice as long every time, at most 3 minutes
   */
  readonly backoff?: RetryBackoff;
  /**
   * Whether a retry takes the newest revision instead of the one that failed: a fix in Git does not have to wait for the retries to end.
   * @default false
   */
  readonly refresh?: boolean;
}

/**
 * What happens when a sync fails. Without one Argo CD retries its own syncs 5 times, after 5 seconds at first and at most 3 minutes
 * later, and those that a person started not at all. In a manifest, `retry` without `limit` means never; here it cannot be forgotten.
 *
 * @see pkg/apis/application/v1alpha1/types.go (RetryStrategy) in argoproj/argo-cd
 */
export class Retry {
  /** Tries again so many times. */
  public static times(limit: number, options: RetryOptions = {}): Retry {
    if (!Number.isInteger(limit) || limit < 1) {
      throw new InputError(`a sync cannot be tried again ${limit} times. give a whole number from 1, or write Retry.never() or Retry.unlimited()`);
    }
    return new Retry(wireOf(limit, options));
  }

  /** Tries again until it works, or until somebody ends the sync. */
  public static unlimited(options: RetryOptions = {}): Retry {
    return new Retry(wireOf(-1, options));
  }

  /** Leaves a sync failed. */
  public static never(): Retry {
    return new Retry({ limit: 0 });
  }

  private constructor(private readonly wire: ApplicationOperationRetry) {}

  /** @internal */
  public _toKube(): ApplicationOperationRetry {
    return this.wire;
  }
}

function wireOf(limit: number, { backoff, refresh }: RetryOptions): ApplicationOperationRetry {
  const factor = backoff?.factor;
  if (factor !== undefined && (!Number.isInteger(factor) || factor < 1)) {
    throw new InputError(`the factor of the backoff is ${factor}. give a whole number from 1, such as 2`);
  }
  return {
    limit,
    backoff: backoff && {
      duration: backoff.duration && durationText(backoff.duration, 'the duration of the backoff'),
      factor,
      maxDuration: backoff.maxDuration && durationText(backoff.maxDuration, 'the maxDuration of the backoff'),
    },
    refresh: refresh || undefined,
  };
}
