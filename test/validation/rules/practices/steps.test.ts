import type { JsonObject } from '../../../../src/manifests/json';
import { exampleAutoscaler, SCALED_ROLLOUT } from '../../../../src/validation/rules/autoscaling/example-autoscaler';
import { canaryCapacity } from '../../../../src/validation/rules/practices/canary-capacity';
import { clustersInSteps } from '../../../../src/validation/rules/practices/clusters-in-steps';
import { firstWeight } from '../../../../src/validation/rules/practices/first-weight';
import { podsRemain } from '../../../../src/validation/rules/practices/pods-remain';
import { promotionAfterCheck } from '../../../../src/validation/rules/practices/promotion-after-check';
import { retries } from '../../../../src/validation/rules/practices/retries';
import { exampleBlueGreen, exampleCanary, exampleIstioCanary, joinDocuments } from '../../../../src/validation/rules/rollouts/example-rollout';
import { exampleManifests } from '../../../../tools/docs/example-manifests';
import { application, applicationSet, findingsOf } from '../findings-of';

describe('the first weight of a canary', () => {
  test.each([
    ['steps: [{setWeight: 90}, {pause: {duration: 1}}]', '/spec/strategy/canary/steps/0/setWeight', 'the first weight is 90, so most of the traffic goes to the new version before anybody has seen it'],
    ['steps: [{pause: {}}, {setWeight: 0}, {setWeight: 100}]', '/spec/strategy/canary/steps/2/setWeight', 'the first weight is 100, so all of the traffic goes to the new version before anybody has seen it'],
    ['steps: []', '/spec/strategy/canary/steps', 'no step gives a part of the traffic to the new version before all of it follows'],
    ['maxSurge: 1', '/spec/strategy/canary', 'no step gives a part of the traffic to the new version before all of it follows'],
    ['steps: [{pause: {}}]', '/spec/strategy/canary/steps', 'no step gives a part of the traffic to the new version before all of it follows'],
  ])('of %s is not small', (canary, pointer, message) => {
    expect(findingsOf(firstWeight, exampleCanary(canary))).toMatchObject([{ severity: 'info', pointer, message }]);
  });

  test.each([
    'steps: [{setWeight: 50}, {setWeight: 100}]',
    'steps: [{setCanaryScale: {weight: 10}}, {analysis: {templates: [{templateName: a}]}}, {setWeight: 100}]',
    'steps: [{experiment: {duration: 5m, templates: [{name: a, specRef: canary}]}}, {setWeight: 80}]',
    'steps: [{setHeaderRoute: {name: a}}, {pause: {}}]',
    'steps: [{setWeight: "{{ .Values.weight }}"}]',
    'steps: "{{ .Values.steps }}"',
  ])('of %s is, or nobody knows', (canary) => {
    expect(findingsOf(firstWeight, exampleCanary(canary))).toEqual([]);
  });

  test('is a share of what a router calls all, and a router without steps is another finding', () => {
    expect(findingsOf(firstWeight, exampleIstioCanary('steps: [{setWeight: 400}]', 'maxTrafficWeight: 1000'))).toEqual([]);
    expect(findingsOf(firstWeight, exampleIstioCanary('steps: [{setWeight: 600}]', 'maxTrafficWeight: 1000'))).toHaveLength(1);
    expect(findingsOf(firstWeight, exampleIstioCanary('steps: []'))).toEqual([]);
  });
});

describe('pods that are removed at once', () => {
  test.each([
    ['maxUnavailable: 100%', 'all 4 pods are removed at once, before a new one is ready'],
    ['maxUnavailable: 4\nmaxSurge: 4', 'all 4 pods are removed at once, before a new one is ready'],
    ['maxUnavailable: 100%\nsteps: [{pause: {}}, {setWeight: 100}]', 'all 4 pods are removed at once, before a new one is ready'],
    ['maxUnavailable: 100%\nsteps: [{setWeight: 50}, {setWeight: 0}, {setWeight: 100}]', 'all 4 pods are removed at once, before a new one is ready'],
  ])('%s', (canary, message) => {
    expect(findingsOf(podsRemain, exampleCanary(canary))).toMatchObject([{ severity: 'warning', pointer: '/spec/strategy/canary/maxUnavailable', message }]);
    expect(findingsOf(canaryCapacity, exampleCanary(canary))).toEqual([]);
  });

  test.each(['maxUnavailable: 75%', 'maxUnavailable: 3', '', 'maxUnavailable: 100%\nsteps: [{setWeight: 25}]', 'maxUnavailable: 100%\nsteps: [{setWeight: "{{ .Values.weight }}"}]'])('are not all with %s', (canary) => {
    expect(findingsOf(podsRemain, exampleCanary(canary))).toEqual([]);
  });

  test('are several, also those that an autoscaler keeps', () => {
    const scaled = (min: number): string => joinDocuments(SCALED_ROLLOUT.replace(/canary:\n[^]*$/, 'canary: {maxUnavailable: 100%}\n'), exampleAutoscaler({ min }));
    expect(findingsOf(podsRemain, exampleCanary('maxUnavailable: 100%').replace('replicas: 4', 'replicas: 1'))).toEqual([]);
    expect(findingsOf(podsRemain, scaled(1))).toEqual([]);
    expect(findingsOf(podsRemain, scaled(3))).toHaveLength(1);
    expect(findingsOf(podsRemain, exampleIstioCanary('maxUnavailable: 100%'))).toEqual([]);
  });
});

test.each([[1, '1 second'], [59, '59 seconds'], [60, undefined]])('%i seconds for somebody to look at the preview', (seconds, said) => {
  expect(findingsOf(promotionAfterCheck, exampleBlueGreen(`activeService: web\nautoPromotionSeconds: ${seconds}`)).map(({ message }) => message))
    .toEqual(said === undefined ? [] : [`all traffic goes to the new version ${said} after its pods are ready, in which nobody looks at it`]);
});

test.each<[JsonObject, string[]]>([
  [{ automated: {}, retry: { limit: 0 } }, ['/spec/syncPolicy/retry/limit']],
  [{ automated: {}, retry: { limit: 1 } }, []],
  [{ automated: {}, retry: { limit: -1 } }, []],
  [{ automated: {} }, []],
  [{ automated: { enabled: false }, retry: { limit: 0 } }, []],
  [{ retry: { limit: 0 } }, []],
])('retries of %j', (syncPolicy, pointers) => {
  expect(findingsOf(retries, application({ syncPolicy })).map(({ pointer }) => pointer)).toEqual(pointers);
});

describe('a set over clusters', () => {
  const spec = (more: JsonObject = {}): JsonObject => ({ destination: { name: '{{name}}', namespace: 'agents' }, syncPolicy: { automated: {} }, ...more });
  const source = (more: JsonObject): JsonObject => ({ source: { repoURL: 'https://git.example.com/org/manifests.git', targetRevision: 'main', path: 'agent', ...more } });
  const matrix = { matrix: { generators: [{ git: { repoURL: 'https://git.example.com/org/manifests.git', revision: 'main', directories: [{ path: 'tools/*' }] } }, { clusters: {} }] } };

  test.each<[string, JsonObject, JsonObject, string[]]>([
    ['with automatic syncs', {}, {}, ['/spec/generators/0/clusters']],
    ['in a matrix', source({ path: '{{path}}/{{path.basename}}' }), { generators: [matrix] }, ['/spec/generators/0/matrix/generators/1/clusters']],
    ['in steps', {}, { strategy: { type: 'RollingSync', rollingSync: { steps: [] } } }, []],
    ['on purpose', {}, { strategy: { type: 'AllAtOnce' } }, []],
    ['that people sync', { syncPolicy: {} }, {}, []],
    ['that people sync for now', { syncPolicy: { automated: { enabled: false } } }, {}, []],
    ['each at its revision', source({ targetRevision: '{{metadata.labels.revision}}' }), {}, []],
    ['each with its folder', source({ path: 'clusters/{{ name }}' }), {}, []],
    ['whose Applications are all in one', { destination: { name: 'in-cluster', namespace: '{{name}}' } }, {}, []],
    ['that a list names', {}, { generators: [{ list: { elements: [{ name: 'a' }, { name: 'b' }] } }] }, []],
    ['with a patch', {}, { templatePatch: 'spec: {}' }, []],
  ])('%s', (_how, own, more, pointers) => {
    expect(findingsOf(clustersInSteps, applicationSet(application(spec(own)), more)).map(({ pointer }) => pointer)).toEqual(pointers);
  });

  test('may know that it is one', () => {
    const set = applicationSet(application(spec()), { generators: [{ clusters: { selector: { matchLabels: { env: 'production' } } } }] });
    const found = (...names: string[]) => findingsOf(clustersInSteps, exampleManifests(set, {
      exampleClusters: names.map((name) => ({ name, server: `https://${name}.example.com`, labels: { env: 'production' } })),
    }));
    expect([found('a'), found('a', 'b')].map(({ length }) => length)).toEqual([0, 1]);
  });
});
