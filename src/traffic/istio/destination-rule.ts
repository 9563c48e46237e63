import { ApiObject } from 'cdk8s';
import type { Construct } from 'constructs';
import { InputError } from '../../manifests/input-error';
import { DestinationRuleRef } from './destination-rule-ref';
import type { IstioAdditionalSubset } from './split';
import type { DestinationRuleWire, ManagedDestinationRuleWire, TrafficPolicyWire } from './wire';

/** The DestinationRule that divides a Service into subsets. */
export interface IstioDestinationRule {
  /**
   * How connections to the pods are made, in Istio's own fields: connection pools, load balancing, outlier detection, TLS.
   * @default - the settings of the mesh
   */
  readonly trafficPolicy?: TrafficPolicyWire;
  /**
   * Subsets of other DestinationRules that get a share of the traffic too.
   * @default - none
   */
  readonly additionalSubsets?: readonly IstioAdditionalSubset[];
}

const SUBSETS = { stableSubset: 'stable', canarySubset: 'canary' } as const;

/** Throws when the names or the shares of the subsets do not go together. */
export function checkDestinationRule(rule: IstioDestinationRule | DestinationRuleRef = {}): void {
  const { stableSubset, canarySubset } = rule instanceof DestinationRuleRef ? rule.subsets : SUBSETS;
  const additional = additionalSubsetsOf(rule);
  const names = [stableSubset, canarySubset, ...additional.map(({ name }) => name)];
  const twice = names.find((name, i) => names.indexOf(name) < i);
  if (twice !== undefined) throw new InputError(`two subsets are named ${twice}. give each a name of its own`);
  for (const { name, weight } of additional) {
    if (!Number.isInteger(weight) || weight < 1) throw new InputError(`the subset ${name} has the weight ${weight}. give a whole number from 1 to 99`);
  }
  const total = additional.reduce((sum, { weight }) => sum + weight, 0);
  if (total >= 100) throw new InputError(`additional subsets have ${total} % of the traffic, and nothing is left to split. keep their sum below 100`);
}

/** Makes the DestinationRule, unless it is made elsewhere, and says how the Rollout names it. */
export function bindDestinationRule(
  scope: Construct, name: string, host: string, rule: IstioDestinationRule | DestinationRuleRef = {},
): ManagedDestinationRuleWire {
  if (rule instanceof DestinationRuleRef) {
    rule._bind(scope);
    return managed(rule.name, rule.subsets, additionalSubsetsOf(rule));
  }
  // The controller adds the pod-template-hash to each subset; in Git both select every pod.
  const spec: DestinationRuleWire = {
    host,
    trafficPolicy: rule.trafficPolicy,
    subsets: [{ name: SUBSETS.stableSubset }, { name: SUBSETS.canarySubset }],
  };
  new ApiObject(scope, 'DestinationRule', { apiVersion: 'networking.istio.io/v1', kind: 'DestinationRule', metadata: { name }, spec });
  return managed(name, SUBSETS, additionalSubsetsOf(rule));
}

/** Subsets that get a share of the traffic without being released. */
export function additionalSubsetsOf(rule: IstioDestinationRule | DestinationRuleRef = {}): readonly IstioAdditionalSubset[] {
  return (rule instanceof DestinationRuleRef ? rule.subsets : rule).additionalSubsets ?? [];
}

function managed(
  name: string, subsets: { readonly stableSubset: string; readonly canarySubset: string }, additional: readonly IstioAdditionalSubset[],
): ManagedDestinationRuleWire {
  return {
    name,
    stableSubsetName: subsets.stableSubset,
    canarySubsetName: subsets.canarySubset,
    additionalSubsetNames: additional.length > 0 ? additional.map((subset) => subset.name) : undefined,
  };
}
