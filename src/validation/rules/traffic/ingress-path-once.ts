import { describe } from '../../../manifests/manifest';
import type { ManifestEntry } from '../../../manifests/manifest-set';
import { Place } from '../../../manifests/references/place';
import { FirstInUnit } from '../../first-in-unit';
import { madeAt } from '../../made-at';
import { defineRule } from '../../rule';
import { exampleIngress, exampleServices, joinDocuments } from '../rollouts/example-rollout';

const WEB = joinDocuments(exampleServices('web', 'docs'), exampleIngress('web'));
const DOCS = exampleIngress('docs').replace('name: web\n', 'name: docs\n');

/** Finds paths that two Ingresses of NGINX claim. */
export const ingressPathOnce = defineRule({
  id: 'traffic/ingress-path-once',
  severity: 'error',
  kinds: ['networking.k8s.io/Ingress'],
  since: '0.1.0',
  implements: [],
  title: 'a host and path of NGINX is in one Ingress',
  rationale: 'NGINX refuses an Ingress whose host and path another one of its class has, or without its webhook serves the older of the two '
    + 'and passes over the other. Argo Rollouts makes the Ingress of the canary itself.',
  bad: joinDocuments(WEB, DOCS),
  good: joinDocuments(WEB, DOCS.replace('path: /', 'path: /docs')),
  check(entry, context) {
    for (const { path, claim, what } of claimsOf(entry)) {
      const other = PATHS.before(entry, claim, context.manifests);
      if (!other) continue;
      context.report(path.pointer, `${describe(other.id)} has ${what} already${madeAt(other, entry)}`, {
        rival: other, received: what, expected: 'a path in one Ingress', fix: 'remove it from one of the two, or give this one another host or path',
      });
      return;
    }
  },
});

interface PathClaim {
  readonly path: Place;
  readonly claim: string;
  readonly what: string;
}

const PATHS = new FirstInUnit((entry) => claimsOf(entry).map(({ claim }) => claim));

/** Other controllers have load balancers and entry points of their own for Ingresses of one class. */
function claimsOf({ id, manifest }: ManifestEntry): PathClaim[] {
  if (id.group !== 'networking.k8s.io' || id.kind !== 'Ingress') return [];
  const annotations = manifest.metadata.annotations ?? {};
  const spec = Place.root(manifest).at('spec');
  const name = spec.at('ingressClassName').text || (annotations['kubernetes.io/ingress.class'] ?? '');
  // The annotation may have another prefix than that of NGINX itself.
  if (!name.includes('nginx') || Object.entries(annotations).some(([key, value]) => key.endsWith('/canary') && value === 'true')) return [];
  return spec.at('rules').items.flatMap((rule) => rule.at('http', 'paths').items.map((path) => {
    const what = `${rule.at('host').text}${path.at('path').text || '/'}`;
    return { path: path.at('path'), what, claim: `${name} ${path.at('pathType').text} ${what}` };
  }));
}
