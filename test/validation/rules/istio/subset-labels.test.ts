import { istioSubsetLabels } from '../../../../src/validation/rules/istio/subset-labels';
import { exampleRollout, exampleServices, joinDocuments } from '../../../../src/validation/rules/rollouts/example-rollout';
import { exampleRouterObject } from '../../../../src/validation/rules/traffic/example-routers';
import { runRule } from '../rollouts/run-rule';

const PODS = exampleRollout({ strategy: 'canary: { canaryMetadata: { labels: { role: canary } } }' });
const found = (subsets: string, pods = PODS): string[] => {
  const rule = exampleRouterObject('networking.istio.io/v1', 'DestinationRule', `{ host: web, subsets: [${subsets}] }`);
  return runRule(istioSubsetLabels, joinDocuments(pods, exampleServices('web'), rule)).map(({ pointer }) => pointer);
};

test.each([
  ['{ name: a, labels: { app: web } }, { name: b }', []],
  ['{ name: a, labels: { app: web, role: canary } }', []],
  ['{ name: a, labels: { rollouts-pod-template-hash: abc } }', []],
  ['{ name: a, labels: { service.istio.io/canonical-revision: v1 } }', []],
  ['{ name: a, labels: { app: web } }, { name: b, labels: { app: web, version: v1 } }', ['/spec/subsets/1/labels']],
  ['{ name: a, labels: { role: blue } }', ['/spec/subsets/0/labels']],
])('subsets %s', (subsets, places) => {
  expect(found(subsets)).toEqual(places);
});

test('pods that are made elsewhere may have any labels', () => {
  expect(found('{ name: a, labels: { version: v1 } }', exampleServices('other'))).toEqual([]);
});
