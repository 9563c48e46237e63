import { ArgoChart, CanaryRollout, CanaryStep, TrafficRouter } from 'cdk8s-argo';
import { Probe } from 'cdk8s-plus-27';
import type { Construct } from 'constructs';

/** The web shop in one size for each environment: what generators of clusters deliver. */
export function webInEachSize(scope: Construct): void {
  for (const [size, replicas] of [['small', 2], ['large', 8]] as const) web(scope, `web-${size}`, `web/${size}`, replicas);
}

/** Tools that every team has, each in a folder of its own: what a generator of folders finds. */
export function tools(scope: Construct): void {
  for (const tool of ['tracing', 'dashboards']) web(scope, `tools-${tool}`, `tools/${tool}`, 1);
}

/** The chart that one Application a cluster delivers. */
export function agent(scope: Construct): ArgoChart {
  return web(scope, 'agent', 'agent', 1);
}

function web(scope: Construct, id: string, folder: string, replicas: number): ArgoChart {
  const chart = new ArgoChart(scope, id, { folder, namespace: 'web' });
  new CanaryRollout(chart, 'Web', {
    replicas,
    containers: [{ image: 'registry.example.com/web:3.1.0', portNumber: 8080, readiness: Probe.fromHttpGet('/healthz') }],
    trafficRouting: TrafficRouter.podRatio(),
    steps: [CanaryStep.setWeight(50), CanaryStep.pause('10m')],
  });
  return chart;
}
