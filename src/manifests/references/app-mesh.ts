import type { Place } from './place';
import type { ReferenceList } from './reference';

/** The group of the kinds of AWS App Mesh. */
const APP_MESH = 'appmesh.k8s.aws';

/** What a route of a VirtualRouter can be about. Each has its targets in the same place. */
const ROUTE_TYPES = ['httpRoute', 'tcpRoute', 'http2Route', 'grpcRoute'] as const;

/** VirtualService of App Mesh: its router or its node. */
export function appMeshServiceReferences(list: ReferenceList, root: Place): void {
  const provider = root.at('spec', 'provider');
  meshReference(list, provider.at('virtualRouter', 'virtualRouterRef'), 'VirtualRouter', 'virtual router');
  meshReference(list, provider.at('virtualNode', 'virtualNodeRef'), 'VirtualNode', 'virtual node');
}

/** VirtualRouter of App Mesh: the nodes that it splits traffic between. */
export function appMeshRouterReferences(list: ReferenceList, root: Place): void {
  for (const route of root.at('spec', 'routes').items) {
    for (const type of ROUTE_TYPES) {
      for (const target of route.at(type, 'action', 'weightedTargets').items) {
        meshReference(list, target.at('virtualNodeRef'), 'VirtualNode', 'target');
      }
    }
  }
}

function meshReference(list: ReferenceList, owner: Place, kind: string, role: string): void {
  list.add(owner.at('name'), role, { group: APP_MESH, kind, namespace: owner.at('namespace').text || undefined });
}
