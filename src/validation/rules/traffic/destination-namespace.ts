import { EntryIndex } from '../../../manifests/entry-index';
import { pointer } from '../../../manifests/pointer';
import { Place } from '../../../manifests/references/place';
import { defineRule } from '../../rule';
import { exampleIstioCanary, exampleServices, exampleVirtualService, joinDocuments } from '../rollouts/example-rollout';
import { objectField, textField } from '../rollouts/fields';
import { ROLLOUT } from '../rollouts/rollout-strategy';
import { routedBy } from '../scopes';
import { managedVirtualServices, selectRoutes, splitSides, titleOf } from './istio-routing';

function hostExample(canary: string): string {
  return joinDocuments(exampleIstioCanary('steps:\n  - setWeight: 25'), exampleServices('web-stable', 'web-canary'), exampleVirtualService(`
http:
  - name: primary
    route:
      - destination:
          host: web-stable
        weight: 100
      - destination:
          host: ${canary}
        weight: 0
`));
}

/** Finds destinations that Argo Rollouts takes for a Service of the Rollout, and Istio for something else. */
export const destinationNamespace = defineRule({
  id: 'traffic/destination-namespace',
  severity: 'error',
  kinds: [ROLLOUT],
  scope: routedBy.istio,
  since: '0.1.0',
  implements: ['RI-01'],
  title: 'a split route leads to the Services of the Rollout\'s own namespace',
  rationale: 'Argo Rollouts compares a host up to its first dot. Istio reads all of it: the Service of another namespace gets the share of '
    + 'the canary, and name.namespace is no Service at all, so its share is answered with 503.',
  bad: hostExample('web-canary.shop'),
  good: hostExample('web-canary.shop.svc.cluster.local'),
  check(entry, context) {
    const sides = splitSides(entry).filter(({ label }) => label.startsWith('host '));
    const { namespace } = entry.id;
    if (sides.length === 0 || namespace === '') return;
    const services = managedVirtualServices(entry, context.manifests);
    for (const service of services) {
      for (const { label, destinations } of selectRoutes(service).routes) {
        for (const destination of destinations.filter((one) => sides.some((side) => side.matches(one)))) {
          const host = textField(objectField(destination, 'destination'), 'host');
          const [name = '', other, svc] = host.split('.');
          const isWrong = svc === undefined ? other !== undefined && DECLARED.find(context.manifests.entries, host).length === 0 : svc === 'svc' && other !== namespace;
          if (!isWrong || host.includes('{{')) continue;
          const what = svc === undefined ? 'no Service to Istio' : `a Service of namespace ${other}`;
          context.report(pointer(service.pointer, 'name'), `${label} of ${titleOf(service, entry)} leads to ${host}, ${what}`, {
            received: host, expected: `${name} or ${name}.${namespace}.svc.cluster.local`, fix: 'write the host of the Service that this rollout names',
          });
        }
      }
    }
  },
});

/** Hosts outside of the mesh that Istio is told about. */
const DECLARED = new EntryIndex(({ id, manifest }) => (id.group === 'networking.istio.io' && id.kind === 'ServiceEntry'
  ? Place.root(manifest).at('spec', 'hosts').items.map(({ text }) => text) : []));
