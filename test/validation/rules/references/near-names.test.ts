import { targetKind } from '../../../../src/validation/rules/autoscaling/target-kind';
import { imageRegistry } from '../../../../src/validation/rules/pods/image-registry';
import { namespaceNamed } from '../../../../src/validation/rules/references/namespace-named';
import { selectorFits } from '../../../../src/validation/rules/references/selector-fits';
import { joinDocuments } from '../../../../src/validation/rules/rollouts/example-rollout';
import { findingsOf } from '../findings-of';

const configMap = (name: string, namespace: string) => `{ apiVersion: v1, kind: ConfigMap, metadata: { name: ${name}, namespace: ${namespace} } }\n`;
const TWO = joinDocuments(configMap('a', 'payments-eu'), configMap('b', 'payments-eu'));

describe('namespaces', () => {
  test.each([['paymnts-eu', 'payments-eu'], ['shopp', 'shop']])('%s is %s, in which the others are', (namespace, value) => {
    expect(findingsOf(namespaceNamed, joinDocuments(TWO, configMap('c', namespace)))).toMatchObject([{ pointer: '/metadata/namespace', expected: value }]);
  });

  test.each([
    ['that is made here', joinDocuments(TWO, configMap('c', 'paymnts-eu'), '{ apiVersion: v1, kind: Namespace, metadata: { name: paymnts-eu } }\n')],
    ['in which others are too', joinDocuments(TWO, configMap('c', 'paymnts-eu'), configMap('d', 'paymnts-eu'))],
    ['of another region', joinDocuments(TWO, configMap('c', 'payments-us'))],
    ['of another number', joinDocuments(TWO, configMap('c', 'payments2-eu'))],
    ['of others', joinDocuments(TWO, configMap('c', 'platform'))],
    ['of the chart', configMap('c', 'shop')],
  ])('one %s is right', (_what, yaml) => {
    expect(findingsOf(namespaceNamed, yaml)).toEqual([]);
  });
});

describe('registries', () => {
  const image = (name: string, text: string) =>
    `{ apiVersion: apps/v1, kind: Deployment, metadata: { name: ${name} }, spec: { template: { spec: { containers: [{ image: "${text}" }] } } } }\n`;
  const OWN = joinDocuments(image('a', 'registry.example.com/a:1'), image('b', 'registry.example.com/b:1'));

  test.each([['egistry.example.com/c:1', 'registry.example.com/c:1'], ['quai.io/org/c:1', 'quay.io/org/c:1']])('%s is %s', (text, value) => {
    expect(findingsOf(imageRegistry, joinDocuments(OWN, image('c', text)))).toMatchObject([{ expected: value }]);
  });

  test.each(['registry.example.com/c:1', 'gcr.io/c:1', 'ghcr.io/c:1', 'nginx:1', 'org/c:1', 'other.example.com/c:1', 'registry2.example.com/c:1', '{{ .Values.registry }}/c:1', '${REGISTRY}/c:1'])(
    '%s is right', (text) => {
      expect(findingsOf(imageRegistry, joinDocuments(OWN, image('c', text)))).toEqual([]);
    });
});

test.each([
  ['argoproj.io/v1alpha1', 'Rollout', []], ['apps/v1', 'Deployment', []], ['apps/v1', 'ReplicaSet', []], ['example.com/v1', 'Widget', []],
  ['argoproj.io/v1alpha1x', 'Rollout', ['/spec/scaleTargetRef/apiVersion']], ['apps/v1', 'Deploymnet', ['/spec/scaleTargetRef/kind']],
])('an autoscaler of %s %s', (apiVersion, kind, pointers) => {
  const yaml = `{ apiVersion: keda.sh/v1alpha1, kind: ScaledObject, metadata: { name: web }, spec: { scaleTargetRef: { apiVersion: ${apiVersion}, kind: ${kind}, name: web } } }\n`;
  expect(findingsOf(targetKind, yaml).map(({ pointer }) => pointer)).toEqual(pointers);
});

test('pods of a Rollout whose Deployment is here have the labels of that', () => {
  const web = '{ apiVersion: apps/v1, kind: Deployment, metadata: { name: web }, spec: { template: { metadata: { labels: { app: web } } } } }\n';
  const rollout = '{ apiVersion: argoproj.io/v1alpha1, kind: Rollout, metadata: { name: r }, spec: { workloadRef: { apiVersion: apps/v1, kind: Deployment, name: web } } }\n';
  const budget = '{ apiVersion: policy/v1, kind: PodDisruptionBudget, metadata: { name: b }, spec: { selector: { matchLabels: { app: webx } } } }\n';
  expect(findingsOf(selectorFits, joinDocuments(web, rollout, budget))).toHaveLength(1);
  expect(findingsOf(selectorFits, joinDocuments(web.replace('name: web', 'name: other'), rollout, budget))).toEqual([]);
});
