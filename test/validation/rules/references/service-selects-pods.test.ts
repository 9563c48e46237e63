import { serviceSelectsPods } from '../../../../src/validation/rules/references/service-selects-pods';
import { workloadExists } from '../../../../src/validation/rules/references/workload-exists';
import { exampleBlueGreen, exampleServices, joinDocuments } from '../../../../src/validation/rules/rollouts/example-rollout';
import { findingsOf } from '../findings-of';

const ROLLOUT = exampleBlueGreen('activeService: web');
const service = (selector: string) => exampleServices('web').replace('    app: web', selector);

test.each([
  ['labels of the pods', '    app: web'],
  ['the hash that the controller adds', '    app: web\n    rollouts-pod-template-hash: abc123'],
  ['nothing', '    {}'],
])('a selector of %s is right', (_what, selector) => {
  expect(findingsOf(serviceSelectsPods, joinDocuments(ROLLOUT, service(selector)))).toEqual([]);
});

test('each key that does not match is reported at the role of the Service', () => {
  expect(findingsOf(serviceSelectsPods, joinDocuments(ROLLOUT, service('    app: api\n    tier: front')))).toEqual([
    expect.objectContaining({
      pointer: '/spec/strategy/blueGreen/activeService',
      message: 'active service web selects app=api, which the pods do not have',
      received: 'pods with app=web',
    }),
    expect.objectContaining({ message: 'active service web selects tier=front, which the pods do not have', received: 'pods without label tier' }),
  ]);
});

test('a Service that is not there is for another rule', () => {
  expect(findingsOf(serviceSelectsPods, ROLLOUT)).toEqual([]);
});

describe('pods that come from another workload', () => {
  const withService = workloadExists.good.replace('canary:', 'blueGreen:\n      activeService: web\n    canary:');

  test('have the labels of its template', () => {
    expect(findingsOf(serviceSelectsPods, joinDocuments(withService, service('    app: web')))).toEqual([]);
    expect(findingsOf(serviceSelectsPods, joinDocuments(withService, service('    app: api')))).toHaveLength(1);
  });

  test('have labels that nobody knows where the workload is not in sight', () => {
    const alone = withService.split('---')[0] ?? '';
    expect(alone).toContain('workloadRef');
    expect(findingsOf(serviceSelectsPods, joinDocuments(alone, service('    app: api')))).toEqual([]);
  });
});

test('the only key of a selector is never taken out', () => {
  const fixOf = (selector: string): Array<string | undefined> =>
    findingsOf(serviceSelectsPods, joinDocuments(ROLLOUT, service(selector))).map(({ fix }) => fix);
  expect(fixOf('    app: api')).toEqual(['write app: web in the selector of the Service, or app: api in the labels of the pod template']);
  expect(fixOf('    tier: front')).toEqual(['add it to the labels of the pod template']);
  expect(fixOf('    app: web\n    tier: front')).toEqual(['take tier out of the selector of the Service, or add it to the labels of the pod template']);
});

test.each([
  ['commonLabels: {tier: front}', true],
  ['labels: [{pairs: {tier: front}, includeSelectors: true}]', true],
  ['labels: [{pairs: {tier: front}}]', false],
  ['commonLabels: {tier: back}', false],
])('a label that Kustomize puts into selectors by %s: %s', (fields, isOfKustomize) => {
  const kustomization = `apiVersion: kustomize.config.k8s.io/v1beta1\nkind: Kustomization\nmetadata: {name: web}\n${fields}\n`;
  const [found] = findingsOf(serviceSelectsPods, joinDocuments(ROLLOUT, service('    app: web\n    tier: front'), kustomization));
  expect(found?.fix?.startsWith('kustomize puts tier into the selector of the Service')).toBe(isOfKustomize);
});
