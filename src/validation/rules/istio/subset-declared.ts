import type { ManifestEntry } from '../../../manifests/manifest-set';
import { referencesOf } from '../../../manifests/references';
import { Place } from '../../../manifests/references/place';
import { FirstInUnit } from '../../first-in-unit';
import { madeAt } from '../../made-at';
import { defineRule } from '../../rule';
import { exampleServices, exampleVirtualService, joinDocuments } from '../rollouts/example-rollout';
import { exampleDestinationRule } from '../traffic/example-subsets';
import { destinationsOf, VIRTUAL_SERVICE } from './destinations';
import { fullHost } from './host-names';

const ROUTE = joinDocuments(exampleServices('web'), exampleVirtualService(`
http:
  - route:
      - destination:
          host: web
          subset: stable
`));

/** Finds subsets that no DestinationRule of the host has. */
export const istioSubsetDeclared = defineRule({
  id: 'istio/subset-declared',
  severity: 'error',
  kinds: [VIRTUAL_SERVICE],
  since: '0.1.0',
  implements: ['IST0101'],
  needsCompleteSet: true,
  title: 'the DestinationRules of a host have the subsets that routes lead to',
  rationale: 'Istio has no endpoints for a subset that no DestinationRule of the host declares, and answers its requests with 503 '
    + '(IST0101).',
  bad: joinDocuments(ROUTE, exampleDestinationRule('v1', 'v2')),
  good: joinDocuments(ROUTE, exampleDestinationRule('stable')),
  check(entry, context) {
    for (const destination of destinationsOf(entry)) {
      const subset = destination.at('subset').text;
      const host = fullHost(destination.at('host').text, entry.id.namespace);
      // Without any DestinationRule in sight it may be that of somebody else.
      const rule = subset === '' ? undefined : SUBSETS.before(entry, `host ${host}`, context.manifests);
      if (!rule || SUBSETS.before(entry, `host ${host} subset ${subset}`, context.manifests)) continue;
      // Misspelt in the rollout, or in the DestinationRule that it names: that is said there.
      if (SUBSETS.before(entry, `rollout ${entry.id.namespace}/${entry.id.name} subset ${subset}`, context.manifests)) continue;
      context.report(destination.at('subset').pointer, `no DestinationRule of ${destination.at('host').text} has the subset ${subset}`, {
        received: subset,
        expected: namesOf(rule).join(', ') || 'a subset',
        fix: `add the subset to DestinationRule ${rule.id.name}${madeAt(rule, entry)}, or correct the name`,
      });
    }
  },
});

/** What DestinationRules declare, and which subsets Rollouts ask for in which VirtualService. */
const SUBSETS = new FirstInUnit((entry) => {
  if (entry.id.kind === 'DestinationRule') {
    const host = fullHost(Place.root(entry.manifest).at('spec', 'host').text, entry.id.namespace);
    return [`host ${host}`, ...namesOf(entry).map((subset) => `host ${host} subset ${subset}`)];
  }
  if (entry.id.kind !== 'Rollout') return [];
  const rule = Place.root(entry.manifest).at('spec', 'strategy', 'canary', 'trafficRouting', 'istio', 'destinationRule');
  const subsets = [rule.at('canarySubsetName'), rule.at('stableSubsetName'), ...rule.at('additionalSubsetNames').items].map((place) => place.text);
  return referencesOf(entry).filter(({ kind }) => kind === 'VirtualService').flatMap(({ namespace, name }) =>
    subsets.map((subset) => `rollout ${namespace}/${name} subset ${subset}`));
});

function namesOf(rule: ManifestEntry): string[] {
  return Place.root(rule.manifest).at('spec', 'subsets').items.map((subset) => subset.at('name').text);
}
