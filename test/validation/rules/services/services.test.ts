import { ports } from '../../../../src/validation/rules/services/ports';
import { type } from '../../../../src/validation/rules/services/type';
import { pointersOf } from '../rollouts/run-rule';

const service = (spec: string) => `{ apiVersion: v1, kind: Service, metadata: { name: web }, spec: ${spec} }`;

test.each([
  ['{ ports: [{ port: 80 }] }', []],
  ['{ ports: [{ port: 80 }, { port: 81, name: b }] }', ['/spec/ports/0']],
  ['{ ports: [{ port: 80, name: a }, { port: 81, name: a }] }', ['/spec/ports/1/name']],
  ['{ ports: [{ port: 80, name: Http_1 }] }', ['/spec/ports/0/name']],
  ['{ ports: [{ port: 80, name: a-name-longer-than-those-of-containers }] }', []],
  ['{ ports: [{ port: 70000, targetPort: 80 }] }', ['/spec/ports/0/port']],
  ['{ ports: [{ port: 80, targetPort: "8080" }] }', ['/spec/ports/0/targetPort']],
])('ports of %s are wrong at %p', (spec, pointers) => {
  expect(pointersOf(ports, service(spec))).toEqual(pointers);
});

test.each([
  ['{ selector: { app: web } }', ['/spec']],
  ['{ clusterIP: None }', []],
  ['{ type: ExternalName, externalName: example.com }', []],
  ['{ type: ExternalName }', ['/spec']],
  ['{ type: LoadBalancer, clusterIP: None, ports: [{ port: 80 }] }', ['/spec/clusterIP']],
  ['{ type: NodePort, ports: [{ port: 80, nodePort: 30080 }] }', []],
  ['{ ports: [{ port: 80, nodePort: 30080 }] }', ['/spec/ports/0/nodePort']],
  ['{ ports: [{ port: 80, nodePort: 0 }] }', []],
])('%s is wrong at %p', (spec, pointers) => {
  expect(pointersOf(type, service(spec))).toEqual(pointers);
});
