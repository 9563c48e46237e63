import type { Place } from './place';
import type { ReferenceList } from './reference';

/** The group of the kinds of the Gateway API. */
const GATEWAY_API = 'gateway.networking.k8s.io';

/** HTTPRoute, GRPCRoute, TCPRoute, TLSRoute: the Gateways they hang on and the Services behind them. */
export function gatewayRouteReferences(list: ReferenceList, root: Place): void {
  const spec = root.at('spec');
  for (const parent of spec.at('parentRefs').items) {
    list.add(parent.at('name'), 'gateway', {
      // An empty group is the core group: a Service of a mesh.
      group: parent.at('group').exists ? parent.at('group').text : GATEWAY_API,
      kind: parent.at('kind').text || 'Gateway',
      namespace: parent.at('namespace').text || undefined,
      elsewhere: true,
    });
  }
  for (const rule of spec.at('rules').items) {
    backendReferences(list, rule.at('backendRefs'));
    for (const filter of rule.at('filters').items) backendReference(list, filter.at('requestMirror', 'backendRef'), 'mirror');
  }
}

function backendReferences(list: ReferenceList, backends: Place): void {
  for (const backend of backends.items) backendReference(list, backend, 'backend');
}

function backendReference(list: ReferenceList, backend: Place, role: string): void {
  const [group, kind] = [backend.at('group').text, backend.at('kind').text || 'Service'];
  // Other kinds are those of an implementation.
  if (group !== '' || kind !== 'Service') return;
  list.add(backend.at('name'), role, { group, kind, namespace: backend.at('namespace').text || undefined });
}
