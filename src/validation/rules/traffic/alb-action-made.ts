import { EntryIndex } from '../../../manifests/entry-index';
import { Place } from '../../../manifests/references/place';
import { mayMeet } from '../../../manifests/unit';
import { defineRule } from '../../rule';
import { joinDocuments } from '../rollouts/example-rollout';
import { exampleAlbIngress, exampleRouted } from './example-routers';
import { pathsOf } from './ingress-routing';
import { canaryPlace } from './router-objects';

const INGRESS = exampleAlbIngress('web-stable');

/** Finds paths of the AWS controller that wait for an annotation which nobody writes. */
export const albActionMade = defineRule({
  id: 'traffic/alb-action-made',
  severity: 'error',
  kinds: ['networking.k8s.io/Ingress'],
  since: '0.1.0',
  implements: [],
  needsCompleteSet: true,
  title: 'a path by annotation has an action, in Git or by a Rollout',
  rationale: 'With the port name use-annotation the AWS controller looks for the annotation actions.<name> of the Ingress. Argo Rollouts '
    + 'writes it for the root Service of a Rollout, or for the stable one. Without it the controller cannot make the rules, and the load '
    + 'balancer stays as it was.',
  bad: INGRESS,
  good: joinDocuments(exampleRouted('alb:\n  ingress: web\n  servicePort: 80'), INGRESS),
  check(entry, context) {
    const spec = Place.root(entry.manifest).at('spec');
    const annotations = Object.keys(entry.manifest.metadata.annotations ?? {});
    const seen = new Set<string>();
    for (const backend of [spec.at('defaultBackend'), ...pathsOf(spec).map((path) => path.at('backend'))]) {
      const name = backend.at('service', 'name');
      const isByAnnotation = backend.at('service', 'port', 'name').text === 'use-annotation';
      if (!isByAnnotation || name.text.includes('{{') || seen.has(name.text)) continue;
      seen.add(name.text);
      if (annotations.some((key) => key.endsWith(`/actions.${name.text}`))) continue;
      const makers = MAKERS.find(context.manifests.entries, `${entry.id.namespace}/${name.text}`);
      if (makers.some(({ unit }) => mayMeet(unit, entry.unit))) continue;
      context.report(name.pointer, `nobody writes the annotation actions.${name.text} that this path is routed by`, {
        received: name.text,
        expected: 'the root or stable Service of a rollout with alb',
        fix: 'correct the name, or write the number of a port of the Service',
      });
    }
  },
});

/** Rollouts by the Services whose actions they write. */
const MAKERS = new EntryIndex((entry) => {
  if (entry.id.group !== 'argoproj.io' || entry.id.kind !== 'Rollout') return [];
  const canary = canaryPlace(entry);
  const routing = canary.at('trafficRouting');
  if (!routing.at('alb').exists) return [];
  const split = routing.at('alb', 'rootService').text || canary.at('stableService').text;
  return [split, ...routing.at('managedRoutes').items.map((route) => route.at('name').text)].map((name) => `${entry.id.namespace}/${name}`);
});
