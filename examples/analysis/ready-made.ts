import { AlbMetrics, AnalysisCheck, Arg, EnvoyGatewayMetrics, HttpMetrics, IstioMetrics, LinkerdMetrics, NginxMetrics } from 'cdk8s-argo';
import type { Construct } from 'constructs';

const address = 'http://prometheus.monitoring:9090';
const often = { interval: '1m', count: 5, failureLimit: 1 } as const;
const atLeast = 0.95;
const slowest = { percentile: 99, below: '500ms' } as const;

/** What Istio's proxies say about the requests to a Service. */
export function istioCheck(scope: Construct) {
  return new AnalysisCheck(scope, 'Istio', {
    args: { service: Arg.required(), window: Arg.defaultsTo('5m') },
    metrics: ({ service, window }) => [
      IstioMetrics.successRate({ address, service, atLeast, window, ...often }),
      IstioMetrics.latency({ address, service, ...slowest, window, ...often }),
    ],
  });
}

/** What the NGINX ingress controller says about the requests to the canary. */
export function nginxCheck(scope: Construct) {
  const canary = { address, namespace: 'shop', ingress: 'web' };
  return new AnalysisCheck(scope, 'Nginx', {
    metrics: () => [NginxMetrics.successRate({ ...canary, atLeast, ...often }), NginxMetrics.latency({ ...canary, ...slowest, ...often })],
  });
}

/** What Linkerd's proxies say about the requests to the new pods. */
export function linkerdCheck(scope: Construct) {
  return new AnalysisCheck(scope, 'Linkerd', {
    args: { hash: Arg.required() },
    metrics: ({ hash }) => {
      const pods = { address, namespace: 'shop', podTemplateHash: hash };
      return [LinkerdMetrics.successRate({ ...pods, atLeast, ...often }), LinkerdMetrics.latency({ ...pods, ...slowest, ...often })];
    },
  });
}

/** What Envoy Gateway says about the requests that the first rule of a route sends on. */
export function envoyGatewayCheck(scope: Construct) {
  const route = { address, namespace: 'shop', httpRoute: 'web' };
  return new AnalysisCheck(scope, 'EnvoyGateway', {
    metrics: () => [
      EnvoyGatewayMetrics.successRate({ ...route, atLeast, ...often }), EnvoyGatewayMetrics.latency({ ...route, ...slowest, ...often }),
    ],
  });
}

/** What CloudWatch says about the requests that a load balancer sends to a target group. */
export function albCheck(scope: Construct) {
  return new AnalysisCheck(scope, 'Alb', {
    args: { loadBalancer: Arg.required(), targetGroup: Arg.required() },
    metrics: (target) => [
      AlbMetrics.successRate({ ...target, atLeast, ...often }), AlbMetrics.latency({ ...target, ...slowest, ...often }),
    ],
  });
}

/** What the pods count themselves. */
export function httpCheck(scope: Construct) {
  return new AnalysisCheck(scope, 'Http', {
    args: { hash: Arg.required() },
    metrics: ({ hash }) => {
      const pods = { address, labels: { namespace: 'shop', rollouts_pod_template_hash: hash } };
      return [HttpMetrics.successRate({ ...pods, atLeast, ...often }), HttpMetrics.latency({ ...pods, ...slowest, ...often })];
    },
  });
}
