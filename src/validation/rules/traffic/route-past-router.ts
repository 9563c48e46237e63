import { describe } from '../../../manifests/manifest';
import type { ManifestEntry } from '../../../manifests/manifest-set';
import { referencesOf } from '../../../manifests/references';
import { madeAt } from '../../made-at';
import { defineRule } from '../../rule';
import { destinationsOf, VIRTUAL_SERVICE } from '../istio/destinations';
import { examplePublicRoute } from '../istio/example-istio';
import { exampleIstioCanary, exampleIstioCompanions, exampleServices, joinDocuments } from '../rollouts/example-rollout';
import { splitterOf } from './split-services';

const ROLLOUT_YAML = joinDocuments(exampleIstioCanary('steps:\n  - setWeight: 25'), exampleIstioCompanions());

function secondRoute(host: string): string {
  return examplePublicRoute(`http:\n  - route:\n      - destination:\n          host: ${host}`).replace('name: web\n', 'name: public\n');
}

/** Finds VirtualServices that lead to one version of a Rollout and that its controller does not know. */
export const routePastRouter = defineRule({
  id: 'traffic/route-past-router',
  severity: 'warning',
  kinds: [VIRTUAL_SERVICE],
  since: '0.1.0',
  implements: ['RI-12', 'IST0140'],
  title: 'every VirtualService to the stable version is one that the Rollout names',
  rationale: 'The controller writes weights into the VirtualServices that the Rollout names. Another one to the same Services, such as '
    + 'that of a gateway, keeps the weights of Git: its users never meet the canary (IST0140). Several are listed in virtualServices.',
  bad: joinDocuments(ROLLOUT_YAML, secondRoute('web-stable')),
  good: joinDocuments(ROLLOUT_YAML, exampleServices('docs'), secondRoute('docs')),
  check(entry, context) {
    const seen = new Set<string>();
    for (const destination of destinationsOf(entry)) {
      const host = destination.at('host').text;
      // A destination with a subset is one version on purpose.
      if (destination.at('subset').text !== '' || host.includes('.') || seen.has(host)) continue;
      const splitter = splitterOf(entry, host, context.manifests);
      if (!splitter || isGivenTo(splitter, entry)) continue;
      seen.add(host);
      context.report(destination.at('host').pointer, `${host} is reached past the weights of ${describe(splitter.id)}${madeAt(splitter, entry)}`, {
        received: host,
        expected: splitter.id.kind === 'Rollout' ? 'a VirtualService that the rollout names' : 'destinations with a subset',
        fix: splitter.id.kind === 'Rollout' ? 'list this VirtualService in istio.virtualServices of the rollout, with a destination for each version'
          : 'split here by the same subsets, or let one VirtualService serve both gateways and the mesh',
      });
    }
  },
});

function isGivenTo(splitter: ManifestEntry, route: ManifestEntry): boolean {
  return referencesOf(splitter).some(({ kind, name, namespace }) => kind === 'VirtualService' && name === route.id.name && namespace === route.id.namespace);
}
