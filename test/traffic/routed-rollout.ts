import type { ServicePort } from 'cdk8s-plus-27';
import { ArgoApp } from '../../src/app/argo-app';
import { ArgoChart } from '../../src/app/argo-chart';
import type { JsonObject } from '../../src/manifests/json';
import type { Manifest } from '../../src/manifests/manifest';
import { CanaryRollout } from '../../src/rollouts/canary-rollout';
import { CanaryStep } from '../../src/rollouts/canary-step';
import type { ITrafficRouter } from '../../src/traffic/router-binding';
import { specOf, webContainer } from '../shop';

/** What a rollout with this router renders, and what the rules say to it. */
export interface RoutedRollout {
  readonly manifests: readonly Manifest[];
  readonly findings: readonly string[];
  /** `spec.strategy.canary` of the Rollout. */
  readonly canary: JsonObject;
}

/** Renders and checks a rollout with this router, as a synth would. */
export function routedRollout(
  trafficRouting: ITrafficRouter,
  ports?: readonly ServicePort[],
  steps: readonly CanaryStep[] = [CanaryStep.setWeight(20), CanaryStep.pause('5m')],
): RoutedRollout {
  const app = new ArgoApp({ outdir: 'unused', report: 'none' });
  const chart = new ArgoChart(app, 'web', { namespace: 'shop' });
  new CanaryRollout(chart, 'Web', {
    containers: [webContainer()], replicas: 4, ports, trafficRouting, steps: steps as CanaryStep<never>[],
  });
  const manifests = chart.toJson();
  return {
    manifests,
    findings: app.check().findings.map(({ rule, message }) => `${rule}: ${message}`),
    canary: (specOf(manifests, 'Rollout').strategy as JsonObject).canary as JsonObject,
  };
}
