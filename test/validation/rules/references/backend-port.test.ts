import { backendPort } from '../../../../src/validation/rules/references/backend-port';
import { exampleServices, joinDocuments } from '../../../../src/validation/rules/rollouts/example-rollout';
import { exampleRouterObject } from '../../../../src/validation/rules/traffic/example-routers';
import { runRule } from '../rollouts/run-rule';

/** The Service `web` has port 80, named http, that leads to port http of its pods. */
const found = (apiVersion: string, kind: string, spec: string, service = exampleServices('web')): string[] =>
  runRule(backendPort, joinDocuments(service, exampleRouterObject(apiVersion, kind, spec))).map(({ message }) => message);

const ingress = (port: string, more = ''): [string, string, string] =>
  ['networking.k8s.io/v1', 'Ingress', `{ ${more}rules: [{ http: { paths: [{ backend: { service: { name: web, port: { ${port} } } } }] } }] }`];
const gateway = (kind: string, backend: string): [string, string, string] =>
  ['gateway.networking.k8s.io/v1', kind, `{ rules: [{ backendRefs: [{ name: web, ${backend} }] }] }`];
const traefik = (port: string): [string, string, string] => ['traefik.io/v1alpha1', 'TraefikService', `{ weighted: { services: [{ name: web, port: ${port} }] } }`];
const apisix = (port: string): [string, string, string] => ['apisix.apache.org/v2', 'ApisixRoute', `{ http: [{ backends: [{ serviceName: web, servicePort: ${port} }] }] }`];
const mapping = (service: string): [string, string, string] => ['getambassador.io/v2', 'Mapping', `{ service: "${service}" }`];

test.each([
  [ingress('number: 80'), []],
  [ingress('name: http'), []],
  [ingress('name: use-annotation'), []],
  [ingress('number: 8080'), [8080]],
  [ingress('name: grpc'), ['grpc']],
  [gateway('HTTPRoute', 'port: 80'), []],
  [gateway('HTTPRoute', 'port: 8080'), [8080]],
  [gateway('GRPCRoute', 'port: 8080'), [8080]],
  [gateway('HTTPRoute', 'kind: ServiceImport, group: net.gke.io, port: 8080'), []],
  [traefik('http'), []],
  [traefik('8080'), [8080]],
  [['traefik.io/v1alpha1', 'IngressRoute', '{ routes: [{ services: [{ name: web, port: 81 }] }] }'], [81]],
  [apisix('80'), []],
  [apisix('"80"'), []],
  [apisix('web'), ['web']],
  [mapping('web:80'), []],
  [mapping('http://web.shop:8080'), []],
  [mapping('web'), []],
  [mapping('http://web:8080'), [8080]],
] as Array<[[string, string, string], unknown[]]>)('%j names the ports %j that the Service has not', ([apiVersion, kind, spec], ports) => {
  expect(found(apiVersion, kind, spec)).toEqual(ports.map((port) => `Service/web has no port ${String(port)}`));
});

test('NGINX finds a port by its target port too, and the AWS controller does not', () => {
  const numbered = exampleServices('web').replace('targetPort: http', 'targetPort: 8080');
  expect(found(...ingress('number: 8080', 'ingressClassName: nginx, '), numbered)).toEqual([]);
  expect(found(...ingress('number: 8080', 'ingressClassName: alb, '), numbered)).toEqual(['Service/web has no port 8080']);
});

test('a Service without ports, of a name outside or without an address is left alone', () => {
  const web = (spec: string): string => exampleRouterObject('v1', 'Service', spec);
  expect(found(...ingress('number: 81'), web('{ type: ExternalName, externalName: example.com, ports: [{ port: 80 }] }'))).toEqual([]);
  expect(found(...ingress('number: 81'), web('{ selector: { app: web } }'))).toEqual([]);
  expect(found(...mapping('web:81'), web('{ clusterIP: None, ports: [{ port: 80 }] }'))).toEqual([]);
});
