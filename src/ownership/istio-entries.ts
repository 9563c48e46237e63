import type { Manifest } from '../manifests/manifest';
import { Place } from '../manifests/references/place';
import type { WrittenEntry } from './ignore-difference';

const GROUP = 'networking.istio.io';

/** Weights, routes of steps, and the pods of subsets, which Argo Rollouts writes into objects of Istio. */
export function istioEntries(rollout: Manifest): WrittenEntry[] {
  const canary = Place.root(rollout).at('spec', 'strategy', 'canary');
  const istio = canary.at('trafficRouting', 'istio');
  const { namespace } = rollout.metadata;
  const managed = canary.at('trafficRouting', 'managedRoutes').items.map((route) => route.at('name').text).filter((name) => name !== '');
  const services = [istio.at('virtualService'), ...istio.at('virtualServices').items].map((service): WrittenEntry => {
    const [name = '', elsewhere] = service.at('name').text.split('.');
    return {
      group: GROUP,
      kind: 'VirtualService',
      name,
      namespace: elsewhere ?? namespace,
      jqPathExpressions: [
        '.spec.http[]?.route[]?.weight',
        '.spec.tls[]?.route[]?.weight',
        '.spec.tcp[]?.route[]?.weight',
        ...managed.map((route) => `.spec.http[]? | select(.name == ${JSON.stringify(route)})`),
        ...(hasWeightedExperiment(canary) ? experimentRoutes(service) : []),
      ],
    };
  });
  const rule = istio.at('destinationRule');
  const subsets = ['stableSubsetName', 'canarySubsetName'].map((key) => `.name != ${JSON.stringify(rule.at(key).text)}`);
  const destinationRule: WrittenEntry = {
    group: GROUP,
    kind: 'DestinationRule',
    name: rule.at('name').text,
    namespace,
    jqPathExpressions: [
      '.spec.subsets[]?.labels."rollouts-pod-template-hash"',
      ...(hasWeightedExperiment(canary) ? [`.spec.subsets[]? | select(${subsets.join(' and ')})`] : []),
    ],
  };
  return [...services, destinationRule].filter(({ name }) => name !== '');
}

// While an experiment runs its Services are destinations of the routes, and its pods subsets of the DestinationRule.
function experimentRoutes(service: Place): string[] {
  const http = service.at('routes').items.map((route) => `.spec.http[]? | select(.name == ${JSON.stringify(route.text)}) | .route`);
  return [...(http.length > 0 ? http : ['.spec.http[]?.route']), '.spec.tls[]?.route', '.spec.tcp[]?.route'];
}

function hasWeightedExperiment(canary: Place): boolean {
  return canary.at('steps').items.some((step) => step.at('experiment', 'templates').items.some((template) => template.at('weight').exists));
}
