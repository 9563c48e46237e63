import { gatewayReferenceKinds } from '../../../../src/validation/rules/gateway-api/reference-kinds';
import { findingsOf } from '../findings-of';

function route(parent: string, backend: string): string {
  return `apiVersion: gateway.networking.k8s.io/v1
kind: HTTPRoute
metadata: { name: web }
spec: { parentRefs: [{ name: a, ${parent} }], rules: [{ backendRefs: [{ name: web, port: 80, ${backend} }] }] }
`;
}

function found(parent: string, backend = ''): unknown[] {
  return findingsOf(gatewayReferenceKinds, route(parent, backend)).map(({ pointer, fix, edit }) => [pointer, fix, edit?.op === 'set' ? edit.value : undefined]);
}

test.each([
  ['kind: Gatewayx', ['/spec/parentRefs/0/kind', 'did you mean Gateway?', 'Gateway']],
  ['kind: gateway', ['/spec/parentRefs/0/kind', 'did you mean Gateway?', 'Gateway']],
  ['group: ateway.networking.k8s.io', ['/spec/parentRefs/0/group', 'did you mean gateway.networking.k8s.io?', 'gateway.networking.k8s.io']],
  ['kind: Service, group: core', ['/spec/parentRefs/0/group', 'leave group out', '']],
])('a route on %s', (parent, finding) => expect(found(parent)).toEqual([finding]));

test.each([
  ['kind: Servicex', ['/spec/rules/0/backendRefs/0/kind', 'did you mean Service?', 'Service']],
  ['group: v1', ['/spec/rules/0/backendRefs/0/group', 'leave group out', '']],
  ['group: multicluster.k8s.io, kind: ServiceImport', undefined],
])('a route to %s', (backend, finding) => expect(found('kind: Gateway', backend)).toEqual(finding ? [finding] : []));

test.each([
  ['kind: Gateway, group: gateway.networking.k8s.io', ''], ['kind: Service, group: ""', 'kind: Service, group: ""'], ['kind: ListenerSet', 'kind: ServiceImport, group: multicluster.x-k8s.io'],
  ['kind: "{{ kind }}"', 'kind: "{{ kind }}"'], ['kind: GammaMesh, group: mesh.example.com', 'kind: Backend, group: gateway.envoyproxy.io'],
  ['kind: Gateway, group: networking.istio.io', 'kind: Service, group: serving.knative.dev'],
])('a route on %s, to %s', (parent, backend) => expect(found(parent, backend)).toEqual([]));
