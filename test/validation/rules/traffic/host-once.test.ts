import { exampleServices, joinDocuments } from '../../../../src/validation/rules/rollouts/example-rollout';
import { hostOnce } from '../../../../src/validation/rules/traffic/host-once';
import { findingsOf } from '../findings-of';

const ALL = 'http: [{ route: [{ destination: { host: web } }] }]';
const SOME = 'http: [{ match: [{ uri: { prefix: /a } }], route: [{ destination: { host: web } }] }]';

function virtualService(name: string, spec: string, namespace = 'shop'): string {
  return `apiVersion: networking.istio.io/v1\nkind: VirtualService\nmetadata: { name: ${name}, namespace: ${namespace} }\nspec: { ${spec} }\n`;
}

const findings = (a: string, b: string, namespace?: string) =>
  findingsOf(hostOnce, joinDocuments(exampleServices('web'), virtualService('a', a), virtualService('b', b, namespace)));

test.each([
  ['in the mesh', `hosts: [web], ${ALL}`, `hosts: [web], ${ALL}`],
  ['in the mesh, in another spelling', `hosts: [web], ${ALL}`, `hosts: [web.shop.svc.cluster.local], ${ALL}`],
  ['in the mesh, even with matches', `hosts: [web], ${SOME}`, `hosts: [x, web.shop.svc], gateways: [mesh, g], ${SOME}`],
  ['at gateway g', `hosts: [web.example.com], gateways: [g], ${ALL}`, `hosts: [web.example.com], gateways: [shop/g], ${ALL}`],
])('two VirtualServices of one host %s', (_where, a, b) => {
  expect(findings(a, b)).toMatchObject([{ entry: { id: { name: 'b' } }, message: expect.stringMatching(/^VirtualService\/shop\/a routes \S+ (in the mesh|at gateway \S+) already$/) }]);
});

test.each([
  ['other hosts', `hosts: [web], ${ALL}`, `hosts: [api], ${ALL}`],
  ['one in the mesh and one at a gateway', `hosts: [web.example.com], ${ALL}`, `hosts: [web.example.com], gateways: [g], ${ALL}`],
  ['other gateways', `hosts: [web.example.com], gateways: [g], ${ALL}`, `hosts: [web.example.com], gateways: [h], ${ALL}`],
  // Istio merges these.
  ['other paths at a gateway', `hosts: [web.example.com], gateways: [g], ${SOME}`, `hosts: [web.example.com], gateways: [g], ${ALL}`],
  ['delegates', ALL, ALL],
])('%s are right', (_what, a, b) => {
  expect(findings(a, b)).toEqual([]);
});

test('a short name of another namespace is another host', () => {
  expect(findings(`hosts: [web], ${ALL}`, `hosts: [web], ${ALL}`, 'other')).toEqual([]);
});
