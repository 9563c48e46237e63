import type { Construct } from 'constructs';
import { type DurationLike, secondsOf } from '../manifests/duration';
import { fail } from '../render/construct-error';
import type { RolloutWire } from './wire';

/** What a Rollout says beside its pods and its strategy. */
export interface RolloutSpecProps {
  /**
   * How many pods. Left out of the YAML when an autoscaler targets the rollout.
   * @default 1
   */
  readonly replicas?: number;
  /**
   * How long a new pod has to be ready before it counts as available.
   * @default - as soon as it is ready
   */
  readonly minReady?: DurationLike;
  /**
   * How long new pods may take to become available before the rollout is called degraded. Pauses and analyses do not count.
   * @default 10m
   */
  readonly progressDeadline?: DurationLike;
  /**
   * Whether the rollout is aborted when the deadline has passed, rather than only called degraded.
   * @default false
   */
  readonly progressDeadlineAbort?: boolean;
  /**
   * How many old ReplicaSets are kept to go back to.
   * @default 10
   */
  readonly revisionHistoryLimit?: number;
  /**
   * How many revisions one can go back without steps, pauses and analyses: straight to the old version.
   * @default - a step back is a release like any other
   */
  readonly rollbackWindow?: number;
  /**
   * Pods older than this moment are replaced, a few at a time.
   * @default - no restart
   */
  readonly restartAt?: Date;
  /**
   * Stops scaling and steps until it is taken away. At the first deployment nothing comes up at all.
   * @default false
   */
  readonly paused?: boolean;
  /**
   * How many finished AnalysisRuns and Experiments are kept to look at.
   * @default - 5 successful and 5 unsuccessful ones
   */
  readonly analysisHistory?: {
    /** @default 5 */
    readonly successful?: number;
    /** @default 5 */
    readonly unsuccessful?: number;
  };
}

/** The fields of `spec` that these props make. */
export function rolloutSpec(props: RolloutSpecProps, hasAutoscaler: boolean): Partial<RolloutWire['spec']> {
  const { minReady, progressDeadline, rollbackWindow, analysisHistory } = props;
  return {
    replicas: hasAutoscaler ? undefined : props.replicas,
    minReadySeconds: minReady && secondsOf(minReady, 'minReady'),
    progressDeadlineSeconds: progressDeadline && secondsOf(progressDeadline, 'progressDeadline'),
    progressDeadlineAbort: props.progressDeadlineAbort,
    revisionHistoryLimit: props.revisionHistoryLimit,
    rollbackWindow: rollbackWindow === undefined ? undefined : { revisions: rollbackWindow },
    restartAt: props.restartAt && withoutMilliseconds(props.restartAt),
    paused: props.paused,
    analysis: analysisHistory && {
      successfulRunHistoryLimit: analysisHistory.successful,
      unsuccessfulRunHistoryLimit: analysisHistory.unsuccessful,
    },
  };
}

/** Throws when the props contradict each other. */
export function checkRolloutSpec(scope: Construct, props: RolloutSpecProps): void {
  const counts = {
    replicas: props.replicas,
    revisionHistoryLimit: props.revisionHistoryLimit,
    'analysisHistory.successful': props.analysisHistory?.successful,
    'analysisHistory.unsuccessful': props.analysisHistory?.unsuccessful,
  };
  for (const [field, value] of Object.entries(counts)) {
    if (value !== undefined && (!Number.isInteger(value) || value < 0)) throw fail(scope, `${field} is ${value}. give a whole number, 0 or more`);
  }
  checkDeadline(scope, props);
  checkRollbackWindow(scope, props);
  if (props.restartAt && Number.isNaN(props.restartAt.getTime())) {
    throw fail(scope, 'restartAt is no date. write one such as new Date("2026-03-01T10:00:00Z")');
  }
}

function checkDeadline(scope: Construct, props: RolloutSpecProps): void {
  const ready = props.minReady ? secondsOf(props.minReady, 'minReady') : 0;
  const deadline = props.progressDeadline ? secondsOf(props.progressDeadline, 'progressDeadline') : 600;
  if (deadline <= ready) {
    throw fail(scope, `progressDeadline (${deadline}s) is not longer than minReady (${ready}s), so no pod could become available in time. ` +
      `set progressDeadline to more than ${ready}s`);
  }
}

function checkRollbackWindow(scope: Construct, { rollbackWindow, revisionHistoryLimit = 10 }: RolloutSpecProps): void {
  if (rollbackWindow === undefined) return;
  if (!Number.isInteger(rollbackWindow) || rollbackWindow < 1) {
    throw fail(scope, `rollbackWindow is ${rollbackWindow}. give the number of revisions that one may go back at once, 1 or more`);
  }
  if (rollbackWindow > revisionHistoryLimit) {
    throw fail(scope, `rollbackWindow is ${rollbackWindow}, but only ${revisionHistoryLimit} old ReplicaSets are kept to go back to. ` +
      `set revisionHistoryLimit to at least ${rollbackWindow}, or make the window smaller`);
  }
}

// Kubernetes writes times without fractions of a second.
function withoutMilliseconds(date: Date): string {
  return date.toISOString().replace(/\.\d+Z$/, 'Z');
}
