import { ManifestSet } from '../../../../src/manifests/manifest-set';
import { autoscalerBounds } from '../../../../src/validation/rules/autoscaling/bounds';
import { exampleAutoscaler, SCALED_ROLLOUT } from '../../../../src/validation/rules/autoscaling/example-autoscaler';
import { noFixedReplicas } from '../../../../src/validation/rules/autoscaling/no-fixed-replicas';
import { oneAutoscalerATarget } from '../../../../src/validation/rules/autoscaling/one-autoscaler-a-target';
import { hpaTargetExists } from '../../../../src/validation/rules/references/hpa-target-exists';
import { exampleRollout, joinDocuments } from '../../../../src/validation/rules/rollouts/example-rollout';
import { EXAMPLE_UNIT, exampleManifests } from '../../../../tools/docs/example-manifests';
import { findingsOf } from '../findings-of';

test.each([
  [2, 2, 0],
  [3, 2, 1],
  [1, 0, 1],
  ['null', 1, 0],
  ['null', 0, 1],
])('from %s to %s pods: %i findings', (min, max, count) => {
  const yaml = exampleAutoscaler().replace('minReplicas: 2', `minReplicas: ${min}`).replace('maxReplicas: 10', `maxReplicas: ${max}`);
  expect(findingsOf(autoscalerBounds, yaml)).toHaveLength(count);
});

describe('a second autoscaler', () => {
  test('is reported, and says which is the first', () => {
    const set = exampleManifests(SCALED_ROLLOUT);
    const scaler = (name: string) => ({
      apiVersion: 'autoscaling/v2',
      kind: 'HorizontalPodAutoscaler',
      metadata: { name },
      spec: { scaleTargetRef: { apiVersion: 'argoproj.io/v1alpha1', kind: 'Rollout', name: 'web' }, maxReplicas: 3 },
    });
    set.add(EXAMPLE_UNIT, scaler('cpu'), { source: () => 'main.ts:7' });
    set.add(EXAMPLE_UNIT, scaler('memory'), { source: () => 'main.ts:19' });
    expect(findingsOf(oneAutoscalerATarget, set)).toMatchObject([{
      message: 'Rollout web is scaled by HorizontalPodAutoscaler/shop/cpu already (made at main.ts:7)',
      entry: { id: { name: 'memory' } },
    }]);
  });

  test.each([['another kind', 'apps/v1 Deployment'], ['another group', 'example.com/v1 Rollout']])('of %s is right', (_what, target) => {
    expect(findingsOf(oneAutoscalerATarget, joinDocuments(exampleAutoscaler(), exampleAutoscaler({ name: 'b', target })))).toEqual([]);
  });

  test('in another unit is right', () => {
    const set = new ManifestSet();
    for (const id of ['staging', 'production']) {
      for (const { manifest } of exampleManifests(exampleAutoscaler()).entries) set.add({ ...EXAMPLE_UNIT, id }, manifest);
    }
    expect(findingsOf(oneAutoscalerATarget, set)).toEqual([]);
  });
});

describe('a ScaledObject of KEDA', () => {
  const scaledObject = (annotations = '{}', target = '{apiVersion: argoproj.io/v1alpha1, kind: Rollout, name: web}') => `
apiVersion: keda.sh/v1alpha1
kind: ScaledObject
metadata: {name: web, annotations: ${annotations}}
spec: {scaleTargetRef: ${target}, triggers: [{type: cpu, metadata: {value: '70'}}]}
`;

  test('is an autoscaler like any other', () => {
    expect(findingsOf(oneAutoscalerATarget, joinDocuments(SCALED_ROLLOUT, exampleAutoscaler(), scaledObject()))).toMatchObject([{
      message: 'Rollout web is scaled by HorizontalPodAutoscaler/shop/web already',
    }]);
    expect(findingsOf(noFixedReplicas, joinDocuments(exampleRollout(), scaledObject()))).toHaveLength(1);
    expect(findingsOf(hpaTargetExists, scaledObject('{}', '{name: web}'))).toMatchObject([{
      message: 'there is no Deployment web in namespace shop. the autoscaler scales nothing',
    }]);
  });

  test('may take over an autoscaler', () => {
    const taking = scaledObject('{scaledobject.keda.sh/transfer-hpa-ownership: "true"}');
    expect(findingsOf(oneAutoscalerATarget, joinDocuments(SCALED_ROLLOUT, exampleAutoscaler(), taking))).toEqual([]);
  });
});

test('replicas of 0 are replicas, and a workload out of sight has none', () => {
  const zero = exampleRollout({ spec: 'replicas: 0' });
  expect(findingsOf(noFixedReplicas, joinDocuments(zero, exampleAutoscaler()))).toMatchObject([{
    severity: 'warning', pointer: '/spec/scaleTargetRef/name', message: 'Rollout/shop/web has 0 replicas in Git, to which each sync sets it back',
  }]);
  expect(findingsOf(noFixedReplicas, exampleAutoscaler())).toEqual([]);
});
