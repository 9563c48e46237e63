import { load } from 'js-yaml';
import type { Manifest } from '../../../../src/manifests/manifest';
import { istioDestinationPort } from '../../../../src/validation/rules/istio/destination-port';
import { istioDestinationPortNeeded } from '../../../../src/validation/rules/istio/destination-port-needed';
import { examplePublicRoute, exampleGateway } from '../../../../src/validation/rules/istio/example-istio';
import { istioGatewayHost } from '../../../../src/validation/rules/istio/gateway-host';
import { istioGatewaysApart } from '../../../../src/validation/rules/istio/gateways-apart';
import { hostsOverlap, isHost } from '../../../../src/validation/rules/istio/host-names';
import { istioSubsetDeclared } from '../../../../src/validation/rules/istio/subset-declared';
import { istioSubsetHasRule } from '../../../../src/validation/rules/istio/subset-has-rule';
import { exampleServices, joinDocuments } from '../../../../src/validation/rules/rollouts/example-rollout';
import { exampleDestinationRule } from '../../../../src/validation/rules/traffic/example-subsets';
import { exampleManifests } from '../../../../tools/docs/example-manifests';
import { findingsOf } from '../findings-of';
import { pointersOf, runRule } from '../rollouts/run-rule';

const WEB = exampleServices('web');
const TWO_PORTS = WEB.replace('  ports:\n', '  ports:\n    - name: metrics\n      port: 9090\n');
const route = (destination: string) => examplePublicRoute(`http: [{ route: [{ destination: ${destination} }] }]`);

test.each([
  ['{ host: web, port: { number: 80 } }', []],
  ['{ host: web, port: { number: 8080 } }', ['/spec/http/0/route/0/destination/port/number']],
  ['{ host: web }', []],
  ['{ host: other, port: { number: 8080 } }', []],
  ['{ host: www.example.com, port: { number: 443 } }', []],
])('port of %s', (destination, places) => {
  expect(pointersOf(istioDestinationPort, joinDocuments(WEB, route(destination)))).toEqual(places);
});

test('mirrors have ports too', () => {
  const mirrored = examplePublicRoute('http: [{ route: [{ destination: { host: web } }], mirrors: [{ destination: { host: web, port: { number: 1 } } }] }]');
  expect(pointersOf(istioDestinationPort, joinDocuments(WEB, mirrored))).toEqual(['/spec/http/0/mirrors/0/destination/port/number']);
});

test.each([[WEB, 0], [TWO_PORTS, 1]])('a destination without port', (service, count) => {
  expect(runRule(istioDestinationPortNeeded, joinDocuments(service, route('{ host: web }')))).toHaveLength(count);
});

describe('subset-declared', () => {
  const found = (...documents: string[]) => findingsOf(istioSubsetDeclared, joinDocuments(WEB, ...documents)).map(({ message }) => message);

  test.each([
    ['{ host: web, subset: stable }', 0], ['{ host: web.shop.svc.cluster.local, subset: stable }', 0], ['{ host: web, subset: v9 }', 1],
    // No DestinationRule of this host is in sight.
    ['{ host: other, subset: v9 }', 0],
  ])('%s', (destination, count) => {
    expect(found(exampleDestinationRule('stable'), route(destination))).toHaveLength(count);
  });

  test('a second DestinationRule may declare it', () => {
    expect(found(exampleDestinationRule('stable'), exampleDestinationRule('v9').replace('name: web\n', 'name: more\n'), route('{ host: web, subset: v9 }'))).toEqual([]);
  });

  test('one in another unit of the destination may declare it, one in another cluster may not', () => {
    const inCluster = (cluster: string) => {
      const set = exampleManifests(joinDocuments(WEB, exampleDestinationRule('stable'), route('{ host: web, subset: v9 }')), 'references/all');
      const { namespace } = set.units[0]!;
      set.add({ id: 'mesh', namespace, destination: { ...set.units[0]!.destination, cluster } }, load(exampleDestinationRule('v9')) as Manifest);
      return findingsOf(istioSubsetDeclared, set);
    };
    expect(inCluster(exampleManifests(WEB, 'references/all').units[0]!.destination.cluster)).toEqual([]);
    expect(inCluster('other')).toHaveLength(1);
  });

  test('what a rollout names wrongly is said there', () => {
    const rollout = `apiVersion: argoproj.io/v1alpha1
kind: Rollout
metadata: { name: web }
spec: { strategy: { canary: { trafficRouting: { istio: { virtualService: { name: web },
  destinationRule: { name: web, stableSubsetName: stable, canarySubsetName: v9 } } } } } }\n`;
    expect(found(rollout, exampleDestinationRule('stable'), route('{ host: web, subset: v9 }'))).toEqual([]);
  });
});

describe('subset-has-rule', () => {
  const found = (...documents: string[]) => findingsOf(istioSubsetHasRule, joinDocuments(...documents)).map(({ message }) => message);
  const toSubset = route('{ host: web, subset: v9 }');
  const rollout = (subsets: string) => `apiVersion: argoproj.io/v1alpha1
kind: Rollout
metadata: { name: web }
spec: { strategy: { canary: { trafficRouting: { istio: { virtualService: { name: other },
  destinationRule: { name: elsewhere, ${subsets} } } } } } }\n`;

  test('a Service of the set without a DestinationRule has no subsets', () => {
    expect(found(WEB, toSubset)).toEqual(['there is no DestinationRule of web, so it has no subset v9']);
    expect(found(WEB, exampleDestinationRule('v9').replace('host: web\n', 'host: api\n'), toSubset)).toHaveLength(1);
  });

  test.each([
    ['a DestinationRule without the subset is for the other rule', [WEB, exampleDestinationRule('stable'), toSubset]],
    ['a wildcard may have it', [WEB, exampleDestinationRule('v9').replace('host: web\n', 'host: "*.svc.cluster.local"\n'), toSubset]],
    ['the Service is made elsewhere', [toSubset]],
    ['the host is no Service', [WEB, route('{ host: www.example.com, subset: v9 }')]],
    ['a rollout names a DestinationRule that nobody here makes', [WEB, rollout('canarySubsetName: v9, stableSubsetName: v8'), toSubset]],
    ['a rollout knows the subset as a further one', [
      WEB, rollout('canarySubsetName: a, stableSubsetName: b, additionalSubsetNames: [v9]').replace('name: other', 'name: web'), toSubset,
    ]],
    ['no subset is named', [WEB, route('{ host: web }')]],
  ])('%s', (_, documents) => {
    expect(found(...documents)).toEqual([]);
  });
});

test.each([
  ['web.example.com', 0], ['*.example.com', 0], ['*', 0], ['shop/web.example.com', 0], ['./*', 0], ['*/*.example.com', 0],
  ['api.example.com', 1], ['other/web.example.com', 1], ['*.web.example.com', 1],
])('a gateway of %s', (host, count) => {
  expect(findingsOf(istioGatewayHost, joinDocuments(exampleGateway(host), examplePublicRoute(), WEB))).toHaveLength(count);
});

test('a gateway that is not there is for others to say', () => {
  expect(findingsOf(istioGatewayHost, joinDocuments(exampleGateway('api.example.com', 'other'), examplePublicRoute(), WEB))).toEqual([]);
});

test.each([
  ['number: 80', 1], ['number: 8080', 0],
])('two gateways of one host, the second at port %s', (port, count) => {
  const second = exampleGateway('web.example.com', 'second').replace('number: 80', port);
  expect(findingsOf(istioGatewaysApart, joinDocuments(exampleGateway('web.example.com'), second))).toHaveLength(count);
});

test('gateways of other proxies are apart', () => {
  const second = exampleGateway('web.example.com', 'second').replace('istio: ingressgateway', 'istio: internal');
  expect(findingsOf(istioGatewaysApart, joinDocuments(exampleGateway('web.example.com'), second))).toEqual([]);
});

test.each([
  ['web.example.com', true], ['*.example.com', true], ['*', true], ['*-web.example.com', true], ['web.example.com.', true], ['web', true],
  ['', false], ['10.0.0.1', false], ['web_1.example.com', false], ['a..b', false], ['a.*.b', false], [`${'a'.repeat(64)}.com`, false],
])('%s is a host: %s', (host, expected) => {
  expect(isHost(host)).toBe(expected);
});

test.each([
  ['a.b', 'a.b', true], ['*.b', 'a.b', true], ['a.b', '*', true], ['*.a.b', '*.b', true], ['*.b', 'b', false], ['*.b', '.b', false], ['*.c', 'a.b', false],
])('%s and %s overlap: %s', (a, b, expected) => {
  expect(hostsOverlap(a, b)).toBe(expected);
  expect(hostsOverlap(b, a)).toBe(expected);
});
