import type { DurationLike } from '../../manifests/duration';
import { Condition, type NoData } from '../condition';
import { Metric } from '../metric';
import type { MetricProps } from '../metric-props';
import type { CloudWatchMetricStat } from '../providers/cloud-watch';
import { checkedShare, latencyIn, quantileOf } from './limits';
import type { LatencyGoal, SuccessRateGoal } from './request-metrics';

/** Whose requests are counted, and how. */
export type AlbMetricProps = MetricProps & {
  /** The end of the load balancer's ARN: `app/web/50dc6c495c0c9188`. */
  readonly loadBalancer: string;
  /** The end of the target group's ARN: `targetgroup/web-canary/73e2d6bc24d8a067`. The canary's Service has a group of its own. */
  readonly targetGroup: string;
  /**
   * Name of the metric, unique in its analysis.
   * @default - `success-rate`, or `latency-p99` after the percentile
   */
  readonly name?: string;
  /**
   * Length of time that requests are counted over. CloudWatch has them a few minutes late.
   * @default 5m
   */
  readonly window?: DurationLike;
  /**
   * What targets that nobody calls count as.
   * @default 'inconclusive' - a person decides; a `pass` would also hide a wrong ARN, for which there never is data
   */
  readonly noData?: NoData;
};

/**
 * Metrics that CloudWatch has of an Application Load Balancer. The controller needs the permission `cloudwatch:GetMetricData`.
 * Failures that the load balancer answers itself, because no target does, are not among those of a target group.
 */
export class AlbMetrics {
  /** The share of requests that targets did not answer with a 5xx: `HTTPCode_Target_5XX_Count` and `RequestCount`. */
  public static successRate(props: AlbMetricProps & SuccessRateGoal): Metric {
    const name = props.name ?? 'success-rate';
    const sum = (metricName: string): { metricStat: CloudWatchMetricStat } => ({ metricStat: statOf(props, metricName, 'Sum') });
    return Metric.cloudWatch(name, {
      ...props,
      metricDataQueries: [
        { id: 'failures', ...sum('HTTPCode_Target_5XX_Count'), returnData: false },
        { id: 'requests', ...sum('RequestCount'), returnData: false },
        // CloudWatch has no points of failures where there were none.
        { id: 'rate', expression: '1 - FILL(failures, 0) / requests', label: name },
      ],
      success: Condition.atLeast(checkedShare(`metric ${JSON.stringify(name)}`, props.atLeast), { noData: props.noData }),
    });
  }

  /** A percentile of `TargetResponseTime`. */
  public static latency(props: AlbMetricProps & LatencyGoal): Metric {
    const name = props.name ?? `latency-p${String(props.percentile).replace('.', '-')}`;
    const what = `metric ${JSON.stringify(name)}`;
    quantileOf(what, props.percentile);
    return Metric.cloudWatch(name, {
      ...props,
      metricDataQueries: [{ id: 'latency', metricStat: statOf(props, 'TargetResponseTime', `p${props.percentile}`), label: name }],
      success: Condition.below(latencyIn(what, 's', props.below), { noData: props.noData }),
    });
  }

  private constructor() {}
}

function statOf(props: AlbMetricProps, metricName: string, stat: string): CloudWatchMetricStat {
  const dimensions = { LoadBalancer: props.loadBalancer, TargetGroup: props.targetGroup };
  return { metric: { namespace: 'AWS/ApplicationELB', metricName, dimensions }, period: props.window ?? '5m', stat };
}
