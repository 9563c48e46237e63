import { describe } from '../../../manifests/manifest';
import type { ManifestEntry } from '../../../manifests/manifest-set';
import { referencesOf } from '../../../manifests/references';
import { madeAt } from '../../made-at';
import { defineRule } from '../../rule';
import { exampleIngress, exampleIstioCanary, exampleIstioCompanions, exampleServices, joinDocuments } from '../rollouts/example-rollout';
import { splitterOf } from './split-services';

const ROLLOUT_YAML = joinDocuments(exampleIstioCanary('steps:\n  - setWeight: 25'), exampleIstioCompanions());

/** Finds Ingresses, and routes of Traefik and APISIX, that lead to one version of a Rollout, past its router. */
export const ingressPastRouter = defineRule({
  id: 'traffic/ingress-past-router',
  severity: 'warning',
  kinds: ['networking.k8s.io/Ingress', 'traefik.io/IngressRoute', 'traefik.containo.us/IngressRoute', 'apisix.apache.org/ApisixRoute'],
  since: '0.1.0',
  implements: [],
  title: 'an Ingress leads to a Service that is split through the router',
  rationale: 'The stable Service selects the pods of the stable version alone, and a Service that Istio splits by subsets all pods alike. '
    + 'An Ingress, IngressRoute or ApisixRoute that leads there goes past the weights: its users never meet the canary, or meet it from '
    + 'the first pod on (IST0140).',
  bad: joinDocuments(ROLLOUT_YAML, exampleIngress('web-stable')),
  good: joinDocuments(ROLLOUT_YAML, exampleServices('docs'), exampleIngress('docs')),
  check(entry, context) {
    const seen = new Set<string>();
    for (const { kind, name, pointer } of referencesOf(entry)) {
      const splitter = kind === 'Service' && !seen.has(name) ? splitterOf(entry, name, context.manifests) : undefined;
      if (!splitter || isGivenTo(splitter, entry)) continue;
      seen.add(name);
      context.report(pointer, `${name} is reached past the weights of ${describe(splitter.id)}${madeAt(splitter, entry)}`, {
        received: name,
        expected: 'a way through the router',
        fix: 'let the traffic in by the router, or acknowledge this when these users are to see one version',
      });
    }
  },
});

/** Whether a Rollout names the object, so that its controller splits there. */
function isGivenTo(splitter: ManifestEntry, { id }: ManifestEntry): boolean {
  return referencesOf(splitter).some(({ kind, name, namespace }) => kind === id.kind && name === id.name && namespace === id.namespace);
}
