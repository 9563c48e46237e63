import { ManifestSet } from '../../../../src/manifests/manifest-set';
import { exampleGateway } from '../../../../src/validation/rules/istio/example-istio';
import { istioNames } from '../../../../src/validation/rules/references/istio-names';
import { exampleServices, joinDocuments } from '../../../../src/validation/rules/rollouts/example-rollout';
import { EXAMPLE_UNIT, exampleManifests } from '../../../../tools/docs/example-manifests';
import { findingsOf } from '../findings-of';

function yaml(hosts: string, gateways: string): string {
  return joinDocuments(exampleServices('web-stable', 'web-canary'), exampleGateway('web.example.com'), `apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: { name: web }
spec: { hosts: [${hosts}], gateways: [${gateways}], http: [{ route: [{ destination: { host: web-stable } }] }] }
`);
}

const found = (hosts: string, gateways = ''): unknown[] => findingsOf(istioNames, yaml(hosts, gateways)).map(({ pointer, fix }) => [pointer, fix]);

test.each([
  ['web-stble', '', '/spec/hosts/0', 'did you mean web-stable?'],
  ['web-canaryx', 'mesh, public', '/spec/hosts/0', 'did you mean web-canary?'],
  ['web.example.com', 'shop/publicx', '/spec/gateways/0', 'did you mean shop/public?'],
  ['web.example.com', 'mesh, ublic', '/spec/gateways/1', 'did you mean public?'],
])('hosts %s at %s', (hosts, gateways, pointer, fix) => expect(found(hosts, gateways)).toEqual([[pointer, fix]]));

test.each([
  ['web-stable', ''], ['web-stable2', ''], ['legacy', ''], ['web-stble.shop.svc.cluster.local', ''],
  // At a gateway alone a host is no Service.
  ['web-stble', 'shop/public'], ['"{{ host }}"', '"{{ gateway }}"'], ['web.example.com', 'istio-system/public'], ['web.example.com', 'shop/private'],
])('hosts %s at %s may be', (hosts, gateways) => expect(found(hosts, gateways)).toEqual([]));

test('what is declared to be elsewhere is there', () => {
  const set = new ManifestSet();
  for (const { manifest } of exampleManifests(yaml('web-stble', 'mesh, shop/publicx')).entries) set.add(EXAMPLE_UNIT, manifest);
  expect(findingsOf(istioNames, set)).toHaveLength(2);
  set.addExternal(EXAMPLE_UNIT, { group: '', kind: 'Service', namespace: 'shop', name: 'web-stble' });
  set.addExternal(EXAMPLE_UNIT, { group: 'networking.istio.io', kind: 'Gateway', namespace: 'shop', name: 'publicx' });
  expect(findingsOf(istioNames, set)).toEqual([]);
});
