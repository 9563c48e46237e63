import { validate } from '../../../../src/validation/engine';
import { routeBackendsExist } from '../../../../src/validation/rules/references/route-backends-exist';
import { routerObjectsExist } from '../../../../src/validation/rules/references/router-objects-exist';
import { virtualServiceExists } from '../../../../src/validation/rules/references/virtual-service-exists';
import { exampleCanary, exampleVirtualService } from '../../../../src/validation/rules/rollouts/example-rollout';
import { knownKind } from '../../../../src/validation/rules/schema/known-kind';
import { unknownField } from '../../../../src/validation/rules/schema/unknown-field';
import { exampleRouterObject } from '../../../../src/validation/rules/traffic/example-routers';
import { DEFAULT_TARGETS } from '../../../../src/validation/targets';
import { exampleManifests } from '../../../../tools/docs/example-manifests';
import { findingsOf } from '../findings-of';

const ROUTING = '/spec/strategy/canary/trafficRouting';
const routed = (trafficRouting: string) => exampleCanary(`trafficRouting: ${trafficRouting}`);

test.each([
  ['{ ambassador: { mappings: [a, b] } }', ['/ambassador/mappings/0', '/ambassador/mappings/1']],
  ['{ traefik: { weightedTraefikServiceName: web } }', ['/traefik/weightedTraefikServiceName']],
  ['{ apisix: { route: { name: web } } }', ['/apisix/route/name']],
  ['{ appMesh: { virtualService: { name: web } } }', ['/appMesh/virtualService/name']],
  ['{ plugins: { argoproj-labs/gatewayAPI: { httpRoutes: [{ name: web }] } } }', ['/plugins/argoproj-labs~1gatewayAPI/httpRoutes/0/name']],
  // What it selects by label is not known here, and other plugins have fields of their own.
  ['{ plugins: { argoproj-labs/gatewayAPI: { httpRouteSelector: { matchLabels: { app: web } } } } }', []],
  ['{ plugins: { example/other: { httpRoute: web } } }', []],
])('%s names objects that are not there at %j', (trafficRouting, places) => {
  const pointers = findingsOf(routerObjectsExist, routed(trafficRouting)).map(({ pointer }) => pointer);
  expect(pointers).toEqual(places.map((place) => ROUTING + place));
});

test('a virtual service of App Mesh is none of Istio', () => {
  expect(findingsOf(virtualServiceExists, routed('{ appMesh: { virtualService: { name: web } } }'))).toEqual([]);
});

test('a destination with dots may be a host outside, one without is a Service', () => {
  const route = (host: string) => exampleVirtualService(`http: [{ route: [{ destination: { host: ${host} } }] }]`);
  expect(findingsOf(routeBackendsExist, route('www.example.com'))).toEqual([]);
  expect(findingsOf(routeBackendsExist, route('legacy'))).toMatchObject([{
    pointer: '/spec/http/0/route/0/destination/host',
    message: 'there is no Service legacy in namespace shop. requests that go there fail',
  }]);
});

test.each([
  ['getambassador.io/v2', 'Mapping', 'prefix'], ['getambassador.io/v3alpha1', 'Mapping', 'prefix'],
  ['traefik.io/v1alpha1', 'TraefikService', 'weighted'], ['traefik.io/v1alpha1', 'IngressRoute', 'routes'], ['apisix.apache.org/v2', 'ApisixRoute', 'http'],
  ['appmesh.k8s.aws/v1beta2', 'VirtualService', 'provider'], ['appmesh.k8s.aws/v1beta2', 'VirtualRouter', 'routes'],
  ['appmesh.k8s.aws/v1beta2', 'VirtualNode', 'listeners'],
])('%s %s has a schema: a misspelt field is found', (apiVersion, kind, field) => {
  const found = (name: string) => validate(exampleManifests(exampleRouterObject(apiVersion, kind, `{ ${name}: 1 }`)), { targets: DEFAULT_TARGETS })
    .findings.filter(({ rule }) => rule === unknownField.id).map(({ pointer, fix }) => [pointer, fix]);
  expect(found(`${field}x`)).toEqual([[`/spec/${field}x`, `did you mean "${field}"?`]]);
  expect(found(field)).toEqual([]);
});

test.each([
  ['x.getambassador.io/v3alpha1', 'AmbassadorMapping'], ['traefik.containo.us/v1alpha1', 'IngressRoute'], ['split.smi-spec.io/v1alpha1', 'TrafficSplit'],
  ['gateway.networking.k8s.io/v1alpha2', 'TCPRoute'], ['gateway.networking.k8s.io/v1alpha2', 'TLSRoute'],
])('%s %s is a kind that may well be there', (apiVersion, kind) => {
  const { findings, skipped } = validate(exampleManifests(exampleRouterObject(apiVersion, kind, '{}')), { targets: DEFAULT_TARGETS });
  expect(findings.filter(({ rule }) => rule === knownKind.id)).toEqual([]);
  expect(skipped).toMatchObject([{ kind, reason: 'no schema of this kind is known' }]);
});
