import { exampleAutoscaler, SCALED_ROLLOUT } from '../../../../src/validation/rules/autoscaling/example-autoscaler';
import { disruptionBudget } from '../../../../src/validation/rules/practices/disruption-budget';
import { liveness } from '../../../../src/validation/rules/practices/liveness';
import { resources } from '../../../../src/validation/rules/practices/resources';
import { exampleRollout, joinDocuments } from '../../../../src/validation/rules/rollouts/example-rollout';
import { findingsOf } from '../findings-of';

describe('a disruption budget', () => {
  const budget = (allowance: string, selector = '{matchLabels: {app: web}}') =>
    `apiVersion: policy/v1\nkind: PodDisruptionBudget\nmetadata: {name: web}\nspec: {${allowance}, selector: ${selector}}\n`;

  test.each([
    ['maxUnavailable: 0', 'maxUnavailable 0 lets no pod be evicted, so no node under one can be drained'],
    ['maxUnavailable: 0%', 'maxUnavailable 0% lets no pod be evicted, so no node under one can be drained'],
    ['minAvailable: 100%', 'minAvailable 100% lets no pod be evicted, so no node under one can be drained'],
    // 80 % of 4 pods are 3.2, and Kubernetes rounds up.
    ['minAvailable: 80%', 'Rollout/shop/web may have 4 pods, and the budget lets none of them be evicted, so no node under one can be drained'],
  ])('of %s blocks', (allowance, message) => {
    expect(findingsOf(disruptionBudget, joinDocuments(exampleRollout(), budget(allowance)))).toMatchObject([{ severity: 'warning', message }]);
  });

  test.each(['minAvailable: 75%', 'minAvailable: 3', 'maxUnavailable: 1%', 'maxUnavailable: 25%'])('of %s leaves room', (allowance) => {
    expect(findingsOf(disruptionBudget, joinDocuments(exampleRollout(), budget(allowance)))).toEqual([]);
  });

  test('is compared with the fewest pods of the autoscaler', () => {
    const withMinimum = (min: number) => joinDocuments(SCALED_ROLLOUT, exampleAutoscaler({ min }), budget('minAvailable: 2'));
    expect(findingsOf(disruptionBudget, withMinimum(2))).toHaveLength(1);
    expect(findingsOf(disruptionBudget, withMinimum(3))).toEqual([]);
  });

  test.each([
    ['pods that are made elsewhere', budget('minAvailable: 4')],
    ['a rollout that somebody else scales', joinDocuments(SCALED_ROLLOUT, budget('minAvailable: 4'))],
    ['other pods', joinDocuments(exampleRollout(), budget('minAvailable: 4', '{matchLabels: {app: api}}'))],
    ['several rollouts', joinDocuments(exampleRollout(), exampleRollout().replace('name: web\n', 'name: web-2\n'), budget('minAvailable: 4'))],
  ])('of %s may be right', (_what, yaml) => {
    expect(findingsOf(disruptionBudget, yaml)).toEqual([]);
  });
});

function containerWith(fields: string): string {
  return exampleRollout({ template: `
metadata: {labels: {app: web}}
spec:
  initContainers:
    - {name: migrate, image: example.com/web:1.4.2}
  containers:
    - {name: web, image: example.com/web:1.4.2, ${fields}}
` });
}

describe('resources', () => {
  test.each([
    ['resources: {}', 'container web has no request for cpu, no request for memory, no limit for memory'],
    ['resources: {requests: {cpu: 1, memory: 1Gi}}', 'container web has no limit for memory'],
    ['resources: {limits: {memory: 1Gi}}', 'container web has no request for cpu'],
  ])('%s', (fields, message) => {
    expect(findingsOf(resources, containerWith(fields))).toMatchObject([{ severity: 'info', message }]);
  });

  test('that are only limited are requested too', () => {
    expect(findingsOf(resources, containerWith('resources: {limits: {cpu: 1, memory: 1Gi}}'))).toEqual([]);
  });
});

describe('liveness', () => {
  const probe = 'httpGet: {path: /healthz, port: 8080}';

  test.each([
    ['as soon as readiness', `readinessProbe: {${probe}}, livenessProbe: {${probe}}`, 1],
    ['sooner than readiness', `readinessProbe: {${probe}, failureThreshold: 5}, livenessProbe: {${probe}}`, 1],
    ['later than readiness', `readinessProbe: {${probe}}, livenessProbe: {${probe}, failureThreshold: 6}`, 0],
    ['on another path', `readinessProbe: {${probe}}, livenessProbe: {httpGet: {path: /livez, port: 8080}}`, 0],
    ['never', `readinessProbe: {${probe}}`, 0],
  ])('that gives up %s', (_when, fields, count) => {
    expect(findingsOf(liveness, containerWith(fields))).toHaveLength(count);
  });
});
