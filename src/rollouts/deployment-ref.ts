import * as kplus from 'cdk8s-plus-27';
import type { Construct } from 'constructs';
import { declareExternal } from '../render/external';

/** A Deployment that is made somewhere else. */
export interface DeploymentRef {
  /** Name of the Deployment, in the namespace of the chart. */
  readonly name: string;
  /** Labels that it selects its pods by: the Services of the rollout select by them too. */
  readonly selector: Readonly<Record<string, string>>;
  /** Ports of the Services: those that the containers listen on. */
  readonly ports: readonly [kplus.ServicePort, ...kplus.ServicePort[]];
}

/** What a rollout has to know of a Deployment. */
export interface KnownDeployment {
  readonly name: string;
  readonly selector: Readonly<Record<string, string>>;
  readonly ports?: readonly kplus.ServicePort[];
  readonly containers: readonly kplus.Container[];
  /** @internal */
  readonly construct?: kplus.Deployment;
}

/** Reads a Deployment, or takes note that it exists elsewhere. */
export function knownDeployment(scope: Construct, deployment: DeploymentRef | kplus.Deployment): KnownDeployment {
  if (deployment instanceof kplus.Deployment) {
    return {
      name: deployment.name,
      construct: deployment,
      // Labels and containers may be added to it later.
      get selector() { return deployment.matchLabels; },
      get containers() { return deployment.containers; },
    };
  }
  declareExternal(scope, { apiVersion: 'apps/v1', kind: 'Deployment', name: deployment.name });
  return { ...deployment, containers: [] };
}
