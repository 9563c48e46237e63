import type { ManifestEntry } from '../../../manifests/manifest-set';
import { Place } from '../../../manifests/references/place';
import { certainlyMeant, corrected } from '../../certain-edit';
import { defineRule, type RuleContext } from '../../rule';
import { exampleServices, joinDocuments } from '../rollouts/example-rollout';
import { exampleHttpRoute } from '../traffic/example-routers';

/** The group of the Gateway API. */
const GATEWAY_API = 'gateway.networking.k8s.io';

/** What routes hang on and lead to, by kind: those of the Gateway API, and of meshes. */
const GROUPS: Readonly<Record<string, readonly string[]>> = {
  Gateway: [GATEWAY_API],
  ListenerSet: [GATEWAY_API],
  Service: [''],
  ServiceImport: ['multicluster.x-k8s.io'],
  XListenerSet: ['gateway.networking.x-k8s.io'],
};

/** A route on a Gateway of this kind. */
function parentExample(kind: string): string {
  return joinDocuments(exampleServices('web-stable', 'web-canary'), exampleHttpRoute().replace('kind: Gateway', `kind: ${kind}`));
}

/** Finds kinds and groups in references of routes that are nearly those of the Gateway API. */
export const gatewayReferenceKinds = defineRule({
  id: 'gateway-api/reference-kinds',
  severity: 'error',
  kinds: [`${GATEWAY_API}/GRPCRoute`, `${GATEWAY_API}/HTTPRoute`],
  since: '0.1.0',
  implements: [],
  title: 'a route hangs on a Gateway and leads to a Service, in their groups',
  rationale: 'The API server takes any kind and group in a reference. A controller that does not know it does not serve the route, or answers '
    + 'with 500 where it should lead. Kinds of other projects are not looked at.',
  bad: parentExample('Gatway'),
  good: parentExample('Gateway'),
  check(entry, context) {
    for (const [place, group, kind] of referencesOf(entry)) {
      const own = { group: textAt(place, 'group', group), kind: textAt(place, 'kind', kind) };
      if (`${own.group}${own.kind}`.includes('{{')) continue;
      const groups = GROUPS[own.kind];
      if (groups) verify(place, 'group', own.group, groups, own.kind, context);
      else verify(place, 'kind', own.kind, Object.keys(GROUPS).filter((known) => GROUPS[known]!.includes(own.group)), own.kind, context);
    }
  },
});

function referencesOf(entry: ManifestEntry): Array<readonly [place: Place, group: string, kind: string]> {
  const spec = Place.root(entry.manifest).at('spec');
  return [
    ...spec.at('parentRefs').items.map((place) => [place, GATEWAY_API, 'Gateway'] as const),
    ...spec.at('rules').items.flatMap((rule) => rule.at('backendRefs').items).map((place) => [place, '', 'Service'] as const),
  ];
}

function textAt(place: Place, field: string, otherwise: string): string {
  return place.at(field).exists ? place.at(field).text : otherwise;
}

/** Says nothing of what is right, or of what may be right in another project: only what is nearly known is wrong. */
function verify(place: Place, field: 'group' | 'kind', written: string, known: readonly string[], kind: string, context: RuleContext): void {
  if (known.includes(written)) return;
  // Knative has Services too; the groups of projects have a dot.
  const isOfNobody = field === 'group' && kind === 'Service' && !written.includes('.');
  const meant = isOfNobody ? '' : certainlyMeant(written, known);
  if (meant === undefined) return;
  const at = place.at(field);
  context.report(at.exists ? at.pointer : place.pointer, `there is no ${field === 'kind' ? `kind ${written}` : `${kind} in the group ${written || '""'}`}`, {
    received: written || '""', expected: meant || '""', fix: meant === '' ? 'leave group out' : `did you mean ${meant}?`,
    ...corrected(at.pointer, at.exists ? meant : undefined),
  });
}
