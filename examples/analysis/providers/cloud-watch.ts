import { AnalysisCheck, Arg, Condition, Metric } from 'cdk8s-argo';
import type { Construct } from 'constructs';

/** Messages that a queue gave up on, compared with those that it took. */
export function cloudWatchCheck(scope: Construct) {
  return new AnalysisCheck(scope, 'CloudWatch', {
    args: { queue: Arg.required() },
    metrics: (arg) => {
      const sum = (QueueName: string, metricName: string) => ({
        metricStat: { metric: { namespace: 'AWS/SQS', metricName, dimensions: { QueueName } }, period: '5m', stat: 'Sum' },
        returnData: false,
      } as const);
      return [Metric.cloudWatch('dead-letters', {
        metricDataQueries: [
          { id: 'dead', ...sum(`${arg.queue}-dead`, 'NumberOfMessagesSent') },
          { id: 'taken', ...sum(arg.queue, 'NumberOfMessagesReceived') },
          { id: 'rate', expression: 'FILL(dead, 0) / taken' },
        ],
        success: Condition.below(0.01),
        window: '15m',
      })];
    },
  });
}
