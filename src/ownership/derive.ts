import { isJsonObject, type JsonObject, type JsonValue } from '../manifests/json';
import { groupOf, type Manifest } from '../manifests/manifest';
import type { IgnoreDifference } from './ignore-difference';
import { routerEntries } from './router-entries';
import { workloadEntries } from './workload-entries';

export type { IgnoreDifference } from './ignore-difference';

/**
 * The fields that the Rollouts controller writes while a release runs. Argo CD has to leave them alone, or it resets the
 * weights that the controller has just set. Every expression has the `[]?` form: one that fails on a route without weights
 * would switch off its entry without a word (util/argo/normalizers/diff_normalizer.go in argoproj/argo-cd).
 */
export function deriveIgnoreDifferences(manifests: readonly Manifest[]): IgnoreDifference[] {
  const entries = new Map<string, IgnoreDifference>();
  for (const rollout of manifests) {
    if (rollout.kind !== 'Rollout' || groupOf(rollout.apiVersion) !== 'argoproj.io') continue;
    const routing = objectAt(rollout, 'spec', 'strategy', 'canary', 'trafficRouting');
    const routed = routing ? [...istioEntries(rollout, routing), ...routerEntries(rollout, manifests)] : [];
    for (const entry of [...routed, ...workloadEntries(rollout)]) {
      const key = `${entry.group}/${entry.kind}/${entry.namespace ?? ''}/${entry.name}`;
      // Two rollouts may be behind one object, each with header routes of its own.
      const known = entries.get(key)?.jqPathExpressions ?? [];
      entries.set(key, { ...entry, jqPathExpressions: [...new Set([...known, ...entry.jqPathExpressions])] });
    }
  }
  return [...entries.values()];
}

function istioEntries(rollout: Manifest, routing: JsonObject): IgnoreDifference[] {
  const istio = objectAt(routing, 'istio');
  if (!istio) return [];
  const managed = listAt(routing, 'managedRoutes').flatMap((route) => nameOf(route));
  const entries = [istio.virtualService, ...listAt(istio, 'virtualServices')].flatMap(nameOf).map((reference): IgnoreDifference => {
    const [name = '', namespace] = reference.split('.');
    return {
      group: 'networking.istio.io',
      kind: 'VirtualService',
      name,
      namespace: namespace ?? rollout.metadata.namespace,
      jqPathExpressions: [
        '.spec.http[]?.route[]?.weight',
        '.spec.tls[]?.route[]?.weight',
        '.spec.tcp[]?.route[]?.weight',
        ...managed.map((route) => `.spec.http[]? | select(.name == ${JSON.stringify(route)})`),
      ],
    };
  });
  for (const name of nameOf(istio.destinationRule)) {
    entries.push({
      group: 'networking.istio.io',
      kind: 'DestinationRule',
      name,
      namespace: rollout.metadata.namespace,
      jqPathExpressions: ['.spec.subsets[]?.labels."rollouts-pod-template-hash"'],
    });
  }
  return entries;
}

function objectAt(root: JsonObject, ...path: readonly string[]): JsonObject | undefined {
  let value: JsonValue | undefined = root;
  for (const key of path) value = isJsonObject(value) ? value[key] : undefined;
  return isJsonObject(value) ? value : undefined;
}

function listAt(root: JsonObject, key: string): readonly JsonValue[] {
  const value = root[key];
  return Array.isArray(value) ? (value as readonly JsonValue[]) : [];
}

function nameOf(value: JsonValue | undefined): string[] {
  return isJsonObject(value) && typeof value.name === 'string' ? [value.name] : [];
}
