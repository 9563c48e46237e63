import { groupOf } from '../manifest';
import type { Place } from './place';
import type { ReferenceList } from './reference';

/** HorizontalPodAutoscaler: what it scales. */
export function autoscalerReferences(list: ReferenceList, root: Place): void {
  const target = root.at('spec', 'scaleTargetRef');
  list.add(target.at('name'), 'scale target', { group: groupOf(target.at('apiVersion').text), kind: target.at('kind').text });
}

/** ScaledObject of KEDA: what it scales, a Deployment unless it says otherwise. */
export function scaledObjectReferences(list: ReferenceList, root: Place): void {
  const target = root.at('spec', 'scaleTargetRef');
  const apiVersion = target.at('apiVersion').text;
  list.add(target.at('name'), 'scale target', { group: apiVersion ? groupOf(apiVersion) : 'apps', kind: target.at('kind').text || 'Deployment' });
}

/** Ingress: the Services behind it. */
export function ingressReferences(list: ReferenceList, root: Place): void {
  backendReference(list, root.at('spec', 'defaultBackend'));
  for (const rule of root.at('spec', 'rules').items) {
    for (const path of rule.at('http', 'paths').items) backendReference(list, path.at('backend'));
  }
}

function backendReference(list: ReferenceList, backend: Place): void {
  // With this port name the AWS controller takes the name for an annotation `actions.<name>`, not for a Service.
  if (backend.at('service', 'port', 'name').text === 'use-annotation') return;
  list.addService(backend.at('service', 'name'), 'backend');
}

/** VirtualService: its gateways, the Services it routes to, and VirtualServices it delegates to. */
export function virtualServiceReferences(list: ReferenceList, root: Place): void {
  const spec = root.at('spec');
  for (const place of spec.at('gateways').items) {
    if (place.text === 'mesh') continue;
    const slash = place.text.indexOf('/');
    list.add(place, 'gateway', {
      group: 'networking.istio.io',
      kind: 'Gateway',
      name: place.text.slice(slash + 1),
      namespace: slash < 0 ? undefined : place.text.slice(0, slash),
      elsewhere: true,
    });
  }
  for (const protocol of ['http', 'tls', 'tcp']) {
    for (const route of spec.at(protocol).items) {
      for (const destination of route.at('route').items) hostReference(list, destination.at('destination', 'host'), 'destination');
      for (const mirror of route.at('mirrors').items) hostReference(list, mirror.at('destination', 'host'), 'mirror');
      hostReference(list, route.at('mirror', 'host'), 'mirror');
      const delegate = route.at('delegate');
      list.add(delegate.at('name'), 'delegate', {
        group: 'networking.istio.io',
        kind: 'VirtualService',
        namespace: delegate.at('namespace').text || undefined,
      });
    }
  }
}

/** DestinationRule: the Service whose subsets it declares. */
export function destinationRuleReferences(list: ReferenceList, root: Place): void {
  hostReference(list, root.at('spec', 'host'), 'host');
}

/** A host is a Service when it is a short name or ends in `svc`. Any other name with dots may be a ServiceEntry or a host outside. */
export function hostReference(list: ReferenceList, place: Place, role: string, host = place.text): void {
  const [name = '', namespace, svc, ...domain] = host.split('.');
  if (name.includes('*')) return;
  if (namespace === undefined) list.add(place, role, { group: '', kind: 'Service', name });
  else if (svc === 'svc' && (domain.length === 0 || domain.join('.') === 'cluster.local')) {
    list.add(place, role, { group: '', kind: 'Service', name, namespace });
  }
}
