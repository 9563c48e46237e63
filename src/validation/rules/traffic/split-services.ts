import type { ManifestEntry, ManifestSet } from '../../../manifests/manifest-set';
import { FirstInUnit } from '../../first-in-unit';
import { destinationsOf } from '../istio/destinations';
import { canaryPlace } from './router-objects';

/** The object that splits the traffic of a Service: a Rollout of its stable Service, or a VirtualService by subsets. */
export function splitterOf(entry: ManifestEntry, service: string, manifests: ManifestSet): ManifestEntry | undefined {
  return SPLITTERS.before(entry, `${entry.id.namespace}/${service}`, manifests);
}

const SPLITTERS = new FirstInUnit((entry) => splitServices(entry).map((service) => `${entry.id.namespace}/${service}`));

function splitServices(entry: ManifestEntry): string[] {
  const { group, kind } = entry.id;
  if (group === 'networking.istio.io' && kind === 'VirtualService') {
    const split = destinationsOf(entry).filter((destination) => destination.at('subset').text !== '').map((destination) => destination.at('host').text);
    return split.filter((host) => host !== '' && !host.includes('.'));
  }
  if (group !== 'argoproj.io' || kind !== 'Rollout') return [];
  const canary = canaryPlace(entry);
  const [stable, routing] = [canary.at('stableService').text, canary.at('trafficRouting')];
  // A mesh splits for callers of its root Service, which may be the stable one.
  const isRoot = routing.at('appMesh').exists || (routing.at('smi').exists && ['', stable].includes(routing.at('smi', 'rootService').text));
  return stable === '' || isRoot ? [] : [stable];
}
