import type { ManifestEntry } from '../../../manifests/manifest-set';
import { Place } from '../../../manifests/references/place';

/** A label selector of an object, and what it picks from. */
export interface SelectorAt {
  readonly selector: Place;
  readonly picks: 'pods' | 'Services';
  readonly namespaces: readonly string[];
}

/** Kinds whose selectors pick pods, or Services, by their labels. */
export const SELECTING_KINDS = [
  'monitoring.coreos.com/PodMonitor', 'monitoring.coreos.com/ServiceMonitor', 'networking.k8s.io/NetworkPolicy', 'policy/PodDisruptionBudget',
];

/** The label selectors of an object that say which pods or Services it is about; not those over namespaces that nobody can list. */
export function selectorsOf({ id, manifest }: ManifestEntry): readonly SelectorAt[] {
  const spec = Place.root(manifest).at('spec');
  const own = [id.namespace];
  switch (id.kind) {
    case 'PodDisruptionBudget':
      return [{ selector: spec.at('selector'), picks: 'pods', namespaces: own }];
    case 'NetworkPolicy':
      return [
        { selector: spec.at('podSelector'), picks: 'pods', namespaces: own },
        ...[['ingress', 'from'] as const, ['egress', 'to'] as const].flatMap(([direction, side]) =>
          spec.at(direction).items.flatMap((rule) => rule.at(side).items).filter((peer) => !peer.at('namespaceSelector').exists)
            .map((peer): SelectorAt => ({ selector: peer.at('podSelector'), picks: 'pods', namespaces: own }))),
      ];
    default: {
      const places = spec.at('namespaceSelector');
      if (places.at('any').value === true) return [];
      const named = places.at('matchNames').items.map((name) => name.text);
      return [{ selector: spec.at('selector'), picks: id.kind === 'PodMonitor' ? 'pods' : 'Services', namespaces: named.length > 0 ? named : own }];
    }
  }
}
