import {
  exampleCanary, exampleIngress, exampleIstioCanary, exampleIstioCompanions, exampleServices, exampleVirtualService, joinDocuments,
} from '../../../../src/validation/rules/rollouts/example-rollout';
import { exampleRouted } from '../../../../src/validation/rules/traffic/example-routers';
import { exampleSubsetRoute } from '../../../../src/validation/rules/traffic/example-subsets';
import { ingressPastRouter } from '../../../../src/validation/rules/traffic/ingress-past-router';
import { meshOnlyHost } from '../../../../src/validation/rules/traffic/mesh-only-host';
import { routePastRouter } from '../../../../src/validation/rules/traffic/route-past-router';
import { findingsOf } from '../findings-of';

const messages = (...documents: string[]) => findingsOf(ingressPastRouter, joinDocuments(...documents)).map(({ message }) => message);
const ISTIO = joinDocuments(exampleIstioCanary('steps:\n  - setWeight: 25'), exampleIstioCompanions());

describe('an Ingress', () => {
  test.each([
    ['istio', ISTIO, 'web-stable', 1],
    // A way to the canary is a preview.
    ['istio', ISTIO, 'web-canary', 0],
    ['nginx, which splits it', exampleRouted('nginx: { stableIngress: web }'), 'web-stable', 0],
    ['nginx, which splits another one', exampleRouted('nginx: { stableIngresses: [public] }'), 'web-stable', 1],
    ['traefik', exampleRouted('traefik: { weightedTraefikServiceName: web }'), 'web-stable', 1],
    ['smi of the stable Service', exampleRouted('smi: {}'), 'web-stable', 0],
    ['smi of a root Service', exampleRouted('smi: { rootService: web-root }'), 'web-stable', 1],
    ['no router', exampleCanary('stableService: web-stable\ncanaryService: web-canary'), 'web-stable', 1],
    ['subsets', joinDocuments(exampleServices('web'), exampleSubsetRoute()), 'web', 1],
    ['nothing', exampleServices('web'), 'web', 0],
  ])('past %s to %s', (_router, rollout, service, count) => {
    expect(messages(rollout, exampleIngress(service))).toHaveLength(count);
  });

  test('says who splits', () => {
    expect(messages(ISTIO, exampleIngress('web-stable'))).toEqual(['web-stable is reached past the weights of Rollout/shop/web']);
  });
});

describe('a second VirtualService', () => {
  const second = (destination: string) => exampleVirtualService(`http: [{ route: [{ destination: ${destination} }] }]`).replace('name: web\n', 'name: second\n');
  const found = (...documents: string[]) => findingsOf(routePastRouter, joinDocuments(...documents)).map(({ entry, pointer }) => `${entry?.id.name} ${pointer}`);

  test.each([
    [ISTIO, '{ host: web-stable }', ['second /spec/http/0/route/0/destination/host']],
    [ISTIO, '{ host: web-canary }', []],
    [joinDocuments(exampleServices('web'), exampleSubsetRoute()), '{ host: web }', ['second /spec/http/0/route/0/destination/host']],
    [joinDocuments(exampleServices('web'), exampleSubsetRoute()), '{ host: web, subset: stable }', []],
  ])('to one version', (rollout, destination, places) => {
    expect(found(rollout, second(destination))).toEqual(places);
  });

  test('that the rollout names is split too', () => {
    const rollout = exampleRouted('istio: { virtualServices: [{ name: web }, { name: second }] }');
    expect(found(rollout, second('{ host: web-stable }'))).toEqual([]);
  });
});

test.each([
  ['web.example.com', '', 1], ['web.example.com', '\n  gateways: [public]', 0], ['web-stable', '', 0],
  ['web.shop.svc.cluster.local', '', 0], ['web.shop.svc', '', 0],
])('host %s%s', (host, more, count) => {
  const yaml = ISTIO.replace('hosts:\n    - web-stable\n', `hosts: [${host}]${more}\n`);
  expect(findingsOf(meshOnlyHost, yaml)).toHaveLength(count);
});
