import { AnalysisCheck, Arg, Condition, Metric, promql } from 'cdk8s-argo';
import type { Construct } from 'constructs';

/** Restarts of the new pods, and how many requests wait in them, in a Prometheus with tenants that wants a token. */
export function prometheusCheck(scope: Construct) {
  return new AnalysisCheck(scope, 'Prometheus', {
    args: { hash: Arg.required(), token: Arg.fromSecret({ name: 'metrics-reader', key: 'token' }) },
    metrics: (arg) => {
      const server = {
        address: 'https://metrics.example.com/prometheus',
        headers: { 'X-Scope-OrgID': 'shop', Authorization: `Bearer ${arg.token}` },
      } as const;
      return [
        Metric.prometheus('restarts', {
          ...server,
          query: promql`sum(increase(kube_pod_container_status_restarts_total{namespace="shop",pod=~"web-${arg.hash}-.*"}[10m]))`,
          success: Condition.equals(0, { noData: 'fail' }),
        }),
        // Ten values a minute apart, each of which has to be good.
        Metric.prometheus('queue', {
          ...server,
          query: promql`max(http_requests_waiting{rollouts_pod_template_hash="${arg.hash}"})`,
          rangeQuery: { window: '10m', step: '1m' },
          success: Condition.between(0, 100),
        }),
        // One number instead of a list.
        Metric.prometheus('targets', { ...server, query: promql`scalar(sum(up{job="web"}))`, success: Condition.atLeast(2) }),
      ];
    },
  });
}
