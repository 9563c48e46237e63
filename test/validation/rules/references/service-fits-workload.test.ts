import { serviceWithoutPods } from '../../../../src/validation/rules/practices/service-without-pods';
import { serviceFitsWorkload } from '../../../../src/validation/rules/references/service-fits-workload';
import { exampleBlueGreen, exampleCanary, exampleServices, joinDocuments } from '../../../../src/validation/rules/rollouts/example-rollout';
import { findingsOf } from '../findings-of';

const workload = (name: string, labels: string, kind = 'Deployment') =>
  `{ apiVersion: apps/v1, kind: ${kind}, metadata: { name: ${name} }, spec: { template: { metadata: { labels: ${labels} } } } }\n`;
const service = (name: string, selector: string) =>
  `{ apiVersion: v1, kind: Service, metadata: { name: ${name} }, spec: { selector: ${selector}, ports: [{ port: 80 }] } }\n`;
const found = (...documents: readonly string[]) => findingsOf(serviceFitsWorkload, joinDocuments(...documents));

const WEB = workload('web', '{ app: web, track: stable }');

test('the label that no pod has is told with the workload that is nearest', () => {
  expect(found(service('front', '{ app: web, tier: front }'), WEB, workload('worker', '{ app: worker }'))).toMatchObject([{
    pointer: '/spec/selector/tier',
    message: expect.stringMatching(/^no pod has tier=front, and so the Service leads nowhere\. the nearest are those of Deployment\/shop\/web$/),
    expected: 'no tier, which its pods do not have',
  }]);
});

test.each([
  ['another value', service('front', '{ app: web, track: canary }'), ['/spec/selector/track']],
  ['two labels', service('front', '{ app: web, track: canary, tier: front }'), ['/spec/selector/tier', '/spec/selector/track']],
  ['a typing error in the one label of the workload of its name', service('web', '{ app: wbe }'), ['/spec/selector/app']],
  ['a label of cdk8s-plus that the pods do not have', service('web', '{ cdk8s.io/metadata.addr: shop-web-c81a99f2 }'), ['/spec/selector/cdk8s.io~1metadata.addr']],
])('a selector that misses by %s is found', (_what, yaml, pointers) => {
  expect(found(yaml, WEB).map(({ pointer }) => pointer).sort()).toEqual(pointers);
});

test.each([
  ['pods that are there', service('front', '{ app: web }'), WEB],
  ['pods of another workload', service('front', '{ app: web, tier: front }'), `${WEB}---\n${workload('front', '{ app: web, tier: front }')}`],
  ['pods of an operator, which share what a release has in common', service('db', '{ app.kubernetes.io/part-of: shop, app.kubernetes.io/instance: shop, cluster: db }'),
    workload('web', '{ app.kubernetes.io/part-of: shop, app.kubernetes.io/instance: shop, app: web }')],
  ['another component', service('redis', '{ app: shop, component: redis }'), workload('web', '{ app: shop, component: web }')],
  ['the leader, which writes that itself', service('db', '{ app: db, spilo-role: master }'), workload('db', '{ app: db }', 'StatefulSet')],
  ['a host', service('web', '{ app: wbe }').replace('spec: {', 'spec: { type: ExternalName, externalName: db.example.com,'), WEB],
  ['pods of an experiment', service('web', '{ app: preview }'), exampleCanary('steps: [{ experiment: { templates: [{ metadata: { labels: { app: preview } } }] } }]')],
  ['something else altogether', service('front', '{ a: b, c: d, e: f, app: web }'), WEB],
])('a selector of %s is right', (_what, yaml, others) => {
  expect(found(yaml, others)).toEqual([]);
});

test('a Service that its Rollout names is said there', () => {
  const rollout = exampleBlueGreen('activeService: web');
  expect(found(rollout, exampleServices('web').replace('app: web', 'app: web\n    tier: front'))).toEqual([]);
});

test('what is found here is not found twice', () => {
  expect(findingsOf(serviceWithoutPods, joinDocuments(service('front', '{ app: web, tier: front }'), WEB))).toEqual([]);
});
