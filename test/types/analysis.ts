import { AnalysisCheck, Arg, CanaryStep, Condition, Measurements, Metric, type PrometheusMetricProps, promql } from 'cdk8s-argo';
import type { Construct } from 'constructs';

const query: Pick<PrometheusMetricProps, 'address' | 'query' | 'success'> = {
  address: 'http://prometheus.monitoring:9090',
  query: promql`up`,
  success: Condition.below(0.05),
};

/** Arguments are known where they are declared, used and supplied. */
export function args(scope: Construct): void {
  const check = new AnalysisCheck(scope, 'Check', {
    args: { service: Arg.required(), limit: Arg.defaultsTo(0.05) },
    metrics: (arg) => [
      Metric.prometheus('error-rate', { ...query, success: Condition.below(arg.limit), query: promql`up{service="${arg.service}"}` }),
      // @ts-expect-error the argument is `service`
      Metric.prometheus('typing-error', { ...query, query: promql`up{service="${arg.servce}"}` }),
      // @ts-expect-error the argument is `limit`
      Metric.prometheus('another', { ...query, success: Condition.below(arg.limt) }),
    ],
  });
  check.withArgs({ service: Arg.canaryService() });
  check.withArgs({ service: 'web', limit: 0.01 });
  // @ts-expect-error `service` is required
  check.withArgs({ limit: 0.01 });
  // @ts-expect-error `service` is required
  check.withArgs({});
  // @ts-expect-error `service` is required
  check.withArgs();
  // @ts-expect-error there is no argument `region`
  check.withArgs({ service: 'web', region: 'eu' });
  // @ts-expect-error the argument is `service`
  check.withArgs({ servce: 'web' });
  // @ts-expect-error a value is text, a number or made by `Arg`
  check.withArgs({ service: true });
  // @ts-expect-error a value is not a declaration
  check.withArgs({ service: Arg.required() });
  // @ts-expect-error a check runs with its arguments, not without
  CanaryStep.analysis(check);
}

/** A check that declares no arguments takes none. */
export function noArgs(scope: Construct): void {
  const check = new AnalysisCheck(scope, 'Check', { metrics: () => [Metric.prometheus('up', query)] });
  check.withArgs();
  check.withArgs({});
  // @ts-expect-error it has no arguments
  check.withArgs({ service: 'web' });
  // @ts-expect-error nothing is declared that metrics could use
  new AnalysisCheck(scope, 'Other', { metrics: (arg) => [Metric.prometheus(arg.name, query)] });
}

/** Conditions compare with a number, or with an argument. */
export function conditions(): void {
  Condition.below(0.05);
  Condition.below('{{args.limit}}');
  Condition.below(1, { noData: 'pass' });
  // @ts-expect-error a limit is a number or an argument
  Condition.below('abc');
  // @ts-expect-error a limit is a number: 0.05
  Condition.below('0.05');
  // @ts-expect-error no data is 'inconclusive', 'pass' or 'fail'
  Condition.below(1, { noData: 'ignore' });
  // @ts-expect-error conditions are made by their names
  new Condition({ successCondition: 'true' });
  // @ts-expect-error something has to be a success
  Condition.expression({ failureCondition: 'result > 1' });
}

/** A metric is measured once, or every so often. */
export function repetition(): void {
  Metric.prometheus('once', query);
  Metric.prometheus('often', { ...query, interval: '1m', count: 5 });
  Metric.prometheus('background', { ...query, interval: '1m' });
  // @ts-expect-error several measurements need time between them
  Metric.prometheus('no-interval', { ...query, count: 5 });
  // @ts-expect-error a duration is written 1m
  Metric.prometheus('words', { ...query, interval: '1 minute' });
  // @ts-expect-error a duration has a unit
  Metric.prometheus('unitless', { ...query, interval: 60 });
  Metric.prometheus('text', { ...query, query: 'up' });
}

/** How many measurements are taken may be an argument with a default. */
export function counts(scope: Construct): void {
  new AnalysisCheck(scope, 'Check', {
    args: { times: Arg.defaultsTo(5), needed: Arg.required(), secret: Arg.fromSecret({ name: 'metrics', key: 'times' }) },
    metrics: (arg) => [
      Metric.prometheus('raw', { ...query, interval: '1m', count: arg.times }),
      Metric.prometheus('intent', { ...query, measure: Measurements.of({ every: '1m', times: arg.times }) }),
      // @ts-expect-error Argo Rollouts checks the analysis with defaults alone, and this argument has none
      Metric.prometheus('raw', { ...query, interval: '1m', count: arg.needed }),
      // @ts-expect-error Argo Rollouts checks the analysis with defaults alone, and this argument has none
      Metric.prometheus('intent', { ...query, measure: Measurements.of({ every: '1m', times: arg.needed }) }),
      // @ts-expect-error Argo Rollouts checks the analysis without the Secret
      Metric.prometheus('secret', { ...query, interval: '1m', count: arg.secret }),
      // @ts-expect-error a text is no number
      Metric.prometheus('text', { ...query, interval: '1m', count: '5' }),
    ],
  });
}
