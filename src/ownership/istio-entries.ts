import type { Manifest } from '../manifests/manifest';
import { Place } from '../manifests/references/place';
import { entriesOf } from './entries-of';
import { FIELD_OWNERS } from './field-owners';
import type { WrittenEntry } from './ignore-difference';

const GROUP = 'networking.istio.io';
const WEIGHTS = ['.spec.http[]?.route[]?.weight', '.spec.tls[]?.route[]?.weight', '.spec.tcp[]?.route[]?.weight'];

/** Weights, routes of steps, and the pods of subsets, which Argo Rollouts writes into objects of Istio. */
export function istioEntries(rollout: Manifest): WrittenEntry[] {
  const canary = Place.root(rollout).at('spec', 'strategy', 'canary');
  const istio = canary.at('trafficRouting', 'istio');
  const { namespace } = rollout.metadata;
  const managed = canary.at('trafficRouting', 'managedRoutes').items.map((route) => route.at('name').text).filter((name) => name !== '');
  const weighted = hasWeightedExperiment(canary);
  const services = [istio.at('virtualService'), ...istio.at('virtualServices').items].flatMap((service) => {
    const [name = '', elsewhere] = service.at('name').text.split('.');
    const id = { group: GROUP, kind: 'VirtualService', name, namespace: elsewhere ?? namespace };
    return entriesOf(id, [
      [FIELD_OWNERS.weights, WEIGHTS],
      [FIELD_OWNERS.managedRoutes, managed.map((route) => `.spec.http[]? | select(.name == ${JSON.stringify(route)})`)],
      [FIELD_OWNERS.experimentRoutes, weighted ? experimentRoutes(service) : []],
    ]);
  });
  const rule = istio.at('destinationRule');
  const subsets = ['stableSubsetName', 'canarySubsetName'].map((key) => `.name != ${JSON.stringify(rule.at(key).text)}`);
  const destinationRule = entriesOf({ group: GROUP, kind: 'DestinationRule', name: rule.at('name').text, namespace }, [
    [FIELD_OWNERS.subsetHash, ['.spec.subsets[]?.labels."rollouts-pod-template-hash"']],
    [FIELD_OWNERS.experimentSubsets, weighted ? [`.spec.subsets[]? | select(${subsets.join(' and ')})`] : []],
  ]);
  return [...services, ...destinationRule].filter(({ name }) => name !== '');
}

// While an experiment runs its Services are destinations of the routes, and its pods subsets of the DestinationRule.
function experimentRoutes(service: Place): string[] {
  const http = service.at('routes').items.map((route) => `.spec.http[]? | select(.name == ${JSON.stringify(route.text)}) | .route`);
  return [...(http.length > 0 ? http : ['.spec.http[]?.route']), '.spec.tls[]?.route', '.spec.tcp[]?.route'];
}

function hasWeightedExperiment(canary: Place): boolean {
  return canary.at('steps').items.some((step) => step.at('experiment', 'templates').items.some((template) => template.at('weight').exists));
}
