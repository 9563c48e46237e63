import { exampleAutoscaler, SCALED_ROLLOUT } from '../../../../src/validation/rules/autoscaling/example-autoscaler';
import { examplePods } from '../../../../src/validation/rules/pods/example-pods';
import { budgetPresent } from '../../../../src/validation/rules/practices/budget-present';
import { podsApart } from '../../../../src/validation/rules/practices/pods-apart';
import { serviceWithoutPods } from '../../../../src/validation/rules/practices/service-without-pods';
import { workloadResources } from '../../../../src/validation/rules/practices/workload-resources';
import { serviceAccountExists } from '../../../../src/validation/rules/references/service-account-exists';
import { joinDocuments, exampleCanary, exampleRollout, exampleServices } from '../../../../src/validation/rules/rollouts/example-rollout';
import { findingsOf } from '../findings-of';

const pods = (replicas: number) => exampleRollout({ spec: `replicas: ${replicas}` });
const budget = (app: string) =>
  `apiVersion: policy/v1\nkind: PodDisruptionBudget\nmetadata: {name: web}\nspec: {maxUnavailable: 1, selector: {matchLabels: {app: ${app}}}}\n`;

describe('a budget', () => {
  test.each([
    ['two pods', pods(2), 1],
    ['one pod', pods(1), 0],
    ['two pods with a budget', joinDocuments(pods(2), budget('web')), 0],
    ['two pods with the budget of others', joinDocuments(pods(2), budget('api')), 1],
    ['pods that an autoscaler may leave alone', joinDocuments(SCALED_ROLLOUT, exampleAutoscaler({ min: 1 })), 0],
    ['pods that an autoscaler keeps company', joinDocuments(SCALED_ROLLOUT, exampleAutoscaler({ min: 2 })), 1],
    ['pods that nobody here counts', SCALED_ROLLOUT, 0],
  ])('for %s', (_what, yaml, count) => {
    expect(findingsOf(budgetPresent, yaml)).toHaveLength(count);
  });
});

describe('pods', () => {
  test.each([
    ['alone', pods(1), 0],
    ['of a rollout', pods(2), 1],
    ['with an anti-affinity', examplePods({ pod: 'affinity: { podAntiAffinity: { preferredDuringSchedulingIgnoredDuringExecution: [] } }' }), 0],
    ['of another workload', exampleRollout({ template: '', spec: 'replicas: 4\nworkloadRef: { apiVersion: apps/v1, kind: Deployment, name: web }' }), 0],
  ])('%s', (_what, yaml, count) => {
    expect(findingsOf(podsApart, yaml)).toHaveLength(count);
  });
});

describe('a Service', () => {
  const service = (selector: string) => exampleServices('front').replace('app: web', selector);

  test.each([
    ['app: web', 0],
    ['app: search', 1],
    ['rollouts-pod-template-hash: abc', 0],
    ['role: canary', 0],
  ])('that selects %s', (selector, count) => {
    const rollout = exampleCanary('canaryMetadata: { labels: { role: canary } }\nsteps: [{ setWeight: 25 }]');
    expect(findingsOf(serviceWithoutPods, joinDocuments(rollout, service(selector)))).toHaveLength(count);
  });

  test('of a rollout whose pods are written elsewhere may be right', () => {
    const rollout = exampleRollout({ template: '', spec: 'workloadRef: { apiVersion: apps/v1, kind: Deployment, name: web }' });
    expect(findingsOf(serviceWithoutPods, joinDocuments(rollout, service('app: wep')))).toEqual([]);
  });

  test('without a selector is led by somebody else', () => {
    expect(findingsOf(serviceWithoutPods, '{apiVersion: v1, kind: Service, metadata: {name: web}, spec: {ports: [{port: 80}]}}')).toEqual([]);
  });
});

describe('resources of a CronJob', () => {
  test('are found where they are', () => {
    const job = '{apiVersion: batch/v1, kind: CronJob, metadata: {name: clean}, spec: {schedule: "0 3 * * *", jobTemplate: {spec: {template: '
      + '{spec: {restartPolicy: Never, containers: [{name: clean, image: "example.com/clean:1.0.0"}]}}}}}}';
    expect(findingsOf(workloadResources, job)).toMatchObject([{ pointer: '/spec/jobTemplate/spec/template/spec/containers/0' }]);
  });
});

describe('an account', () => {
  test.each([['web', 1], ['default', 0], ['{{ account }}', 0]])('%s', (name, count) => {
    expect(findingsOf(serviceAccountExists, examplePods({ pod: `serviceAccountName: "${name}"` }))).toHaveLength(count);
  });
});
