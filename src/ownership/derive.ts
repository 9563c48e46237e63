import { groupOf, type Manifest } from '../manifests/manifest';
import { albEntries } from './alb-entries';
import type { IgnoreDifference } from './ignore-difference';
import { istioEntries } from './istio-entries';
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
    const routed = [...istioEntries(rollout), ...albEntries(rollout), ...routerEntries(rollout, manifests)];
    for (const entry of [...routed, ...workloadEntries(rollout)]) {
      const key = `${entry.group}/${entry.kind}/${entry.namespace ?? ''}/${entry.name}`;
      // Two rollouts may be behind one object, each with header routes of its own.
      const known = entries.get(key)?.jqPathExpressions ?? [];
      entries.set(key, { ...entry, jqPathExpressions: [...new Set([...known, ...entry.jqPathExpressions])] });
    }
  }
  return [...entries.values()];
}
