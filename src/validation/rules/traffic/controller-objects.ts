import type { ManifestEntry } from '../../../manifests/manifest-set';
import type { Place } from '../../../manifests/references/place';
import { madeAt } from '../../made-at';
import { defineRule } from '../../rule';
import { joinDocuments } from '../rollouts/example-rollout';
import { ROLLOUT } from '../rollouts/rollout-strategy';
import { exampleRouted, exampleRouterObject } from './example-routers';
import { canaryPlace } from './router-objects';

const ROLLOUT_YAML = exampleRouted('smi: {}');

function split(name: string): string {
  return exampleRouterObject('split.smi-spec.io/v1alpha1', 'TrafficSplit', `
service: web-stable
backends:
  - service: web-stable
    weight: 100
  - service: web-canary
    weight: 0
`, name);
}

/** Finds objects in Git that the controller makes. */
export const controllerObjects = defineRule({
  id: 'traffic/controller-objects',
  severity: 'error',
  kinds: [ROLLOUT],
  since: '0.1.0',
  implements: ['AR-181', 'AR-182', 'AR-186'],
  title: 'objects that the controller makes are not made by anybody else',
  rationale: 'For NGINX, SMI, Ambassador and header routes of APISIX the controller makes an object of its own. It does not touch one '
    + 'of that name that it has not made, and fails in every reconciliation. A canary Mapping it takes over, and deletes with the '
    + 'end of the release.',
  bad: joinDocuments(ROLLOUT_YAML, split('web')),
  good: joinDocuments(ROLLOUT_YAML, split('other')),
  check(entry, context) {
    for (const { place, group, kind, name } of madeByController(entry)) {
      const found = context.manifests.find(entry.unit, { group, kind, namespace: entry.id.namespace, name });
      if (!found) continue;
      context.report(place.pointer, `${kind} ${name}${madeAt(found, entry)} is one that the controller makes for this rollout`, {
        received: `${kind} ${name}`, expected: `no ${kind} of that name in Git`, fix: `remove the ${kind}, or give it another name`,
      });
    }
  },
});

interface OwnObject {
  /** What in the Rollout makes the controller make it. */
  readonly place: Place;
  readonly group: string;
  readonly kind: string;
  readonly name: string;
}

/** The objects that the controller makes for a Rollout, named and cut as it does. */
function madeByController(rollout: ManifestEntry): OwnObject[] {
  const canary = canaryPlace(rollout);
  const { name } = rollout.id;
  const routing = canary.at('trafficRouting');
  const [nginx, smi] = [routing.at('nginx'), routing.at('smi')];
  const stable = [nginx.at('stableIngress'), ...nginx.at('stableIngresses').items].filter((place) => place.text !== '');
  return [
    ...stable.map((place) => ({
      place, group: 'networking.k8s.io', kind: 'Ingress', name: `${`${name}-${place.text}`.slice(0, 246)}-canary`,
    })),
    ...(smi.exists ? [{ place: smi, group: 'split.smi-spec.io', kind: 'TrafficSplit', name: smi.at('trafficSplitName').text || name }] : []),
    ...routing.at('ambassador', 'mappings').items.flatMap((place) =>
      [['getambassador.io', 'Mapping'], ['x.getambassador.io', 'AmbassadorMapping']].map(([group = '', kind = '']) => ({
        place, group, kind, name: `${place.text.slice(0, 246)}-canary`,
      }))),
    ...(routing.at('apisix').exists ? canary.at('steps').items : []).map((step) => step.at('setHeaderRoute', 'name'))
      .filter((place) => place.text !== '')
      .map((place) => ({ place, group: 'apisix.apache.org', kind: 'ApisixRoute', name: place.text })),
  ];
}
