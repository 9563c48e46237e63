import type { JsonObject } from '../../../../src/manifests/json';
import { ManifestSet } from '../../../../src/manifests/manifest-set';
import { analysisTemplatesExist } from '../../../../src/validation/rules/references/analysis-templates-exist';
import { hpaTargetExists } from '../../../../src/validation/rules/references/hpa-target-exists';
import { servicesExist } from '../../../../src/validation/rules/references/services-exist';
import { virtualServiceExists } from '../../../../src/validation/rules/references/virtual-service-exists';
import { workloadExists } from '../../../../src/validation/rules/references/workload-exists';
import { exampleBlueGreen, exampleCanary, exampleServices, joinDocuments } from '../../../../src/validation/rules/rollouts/example-rollout';
import { EXAMPLE_UNIT, exampleManifests } from '../../../../tools/docs/example-manifests';
import { findingsOf } from '../findings-of';

describe('services-exist', () => {
  test('every role is looked at', () => {
    const pointers = (yaml: string) => findingsOf(servicesExist, yaml).map((finding) => finding.pointer);
    expect(pointers(exampleBlueGreen('activeService: a\npreviewService: b'))).toEqual([
      '/spec/strategy/blueGreen/activeService', '/spec/strategy/blueGreen/previewService',
    ]);
    expect(pointers(exampleCanary('pingPong:\n  pingService: a\n  pongService: b'))).toEqual([
      '/spec/strategy/canary/pingPong/pingService', '/spec/strategy/canary/pingPong/pongService',
    ]);
  });

  test('says what is missing, what follows and which one may be meant', () => {
    const yaml = joinDocuments(exampleBlueGreen('activeService: website'), exampleServices('webiste'));
    expect(findingsOf(servicesExist, yaml)).toEqual([
      expect.objectContaining({
        message: 'there is no Service website in namespace shop. the Rollout turns Degraded and starts no pod',
        received: 'website as active service',
        fix: 'did you mean webiste?',
      }),
    ]);
  });

  test('says when it is in another namespace', () => {
    const yaml = joinDocuments(exampleBlueGreen('activeService: web'), exampleServices('web').replace('name: web', 'name: web\n  namespace: other'));
    expect(findingsOf(servicesExist, yaml)[0]?.fix).toBe('Service web is in namespace other. one of the two has to move');
  });

  test('says what to do when nothing is near', () => {
    expect(findingsOf(servicesExist, exampleBlueGreen('activeService: web'))[0]?.fix).toBe('add the Service, correct the name, or acknowledge this when somebody else makes it');
  });

  test('what was declared to live elsewhere is right', () => {
    const set = exampleManifests(exampleBlueGreen('activeService: web'), 'references/all');
    set.addExternal(EXAMPLE_UNIT, { group: '', kind: 'Service', namespace: 'shop', name: 'web' });
    expect(findingsOf(servicesExist, set)).toEqual([]);
  });

  test('is a warning where the set is not complete', () => {
    expect(findingsOf(servicesExist, exampleBlueGreen('activeService: web'), { complete: false })).toEqual([
      expect.objectContaining({ severity: 'warning' }),
    ]);
  });

  test('finds Services of other units of the same cluster', () => {
    const set = exampleManifests(exampleBlueGreen('activeService: web'), 'references/all');
    set.add({ ...EXAMPLE_UNIT, id: 'services' }, { apiVersion: 'v1', kind: 'Service', metadata: { name: 'web' } });
    expect(findingsOf(servicesExist, set)).toEqual([]);
  });
});

describe('analysis-templates-exist', () => {
  const template = (kind: string, name: string, spec: JsonObject = { metrics: [] }) => ({ apiVersion: 'argoproj.io/v1alpha1', kind, metadata: { name }, spec });

  test('a cluster-wide template is no template of the namespace', () => {
    const set = exampleManifests(exampleCanary('analysis:\n  templates:\n    - templateName: errors'), 'references/all');
    set.add(EXAMPLE_UNIT, template('ClusterAnalysisTemplate', 'errors'));
    expect(findingsOf(analysisTemplatesExist, set)).toEqual([
      expect.objectContaining({ message: expect.stringContaining('there is no AnalysisTemplate errors in namespace shop') }),
    ]);
  });

  test('a cluster-wide template of another unit and namespace is found', () => {
    const set = exampleManifests(exampleCanary('analysis:\n  templates:\n    - templateName: errors\n      clusterScope: true'), 'references/all');
    set.add({ ...EXAMPLE_UNIT, id: 'platform', namespace: 'argo-rollouts' }, template('ClusterAnalysisTemplate', 'errors'));
    expect(findingsOf(analysisTemplatesExist, set)).toEqual([]);
  });

  test('nested templates are looked at where they are named', () => {
    const set = new ManifestSet();
    set.add(EXAMPLE_UNIT, template('AnalysisTemplate', 'all', { templates: [{ templateName: 'errors' }, { templateName: 'latency', clusterScope: true }] }));
    expect(findingsOf(analysisTemplatesExist, set).map((finding) => finding.message)).toEqual([
      expect.stringContaining('no AnalysisTemplate errors in namespace shop'),
      expect.stringContaining('no ClusterAnalysisTemplate latency in the cluster'),
    ]);
  });
});

test('a VirtualService of another namespace is named with it', () => {
  const yaml = exampleCanary('trafficRouting:\n  istio:\n    virtualService:\n      name: web.mesh');
  expect(findingsOf(virtualServiceExists, yaml)[0]?.message).toContain('no VirtualService web in namespace mesh');
});

test('an autoscaler of a Deployment that became a Rollout is told the kind', () => {
  expect(findingsOf(hpaTargetExists, hpaTargetExists.bad)).toEqual([
    expect.objectContaining({ pointer: '/spec/scaleTargetRef/name', fix: 'web is a Rollout here: write kind Rollout, apiVersion argoproj.io/v1alpha1' }),
  ]);
});

test('a workload of another kind is not the one that is named', () => {
  const yaml = workloadExists.good.replace('kind: Deployment\n  name', 'kind: ReplicaSet\n  name').replace('    kind: Deployment', '    kind: ReplicaSet');
  expect(findingsOf(workloadExists, yaml)).toHaveLength(1);
});
