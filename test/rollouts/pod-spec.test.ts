import { BlueGreenRollout } from '../../src/rollouts/blue-green-rollout';
import { Promotion } from '../../src/rollouts/promotion';
import { shopChart, specOf, webContainer } from '../shop';

test('fields that cdk8s-plus does not know are added to the pod, and to the security context that it makes', () => {
  const chart = shopChart();
  new BlueGreenRollout(chart, 'Web', {
    containers: [webContainer()], promotion: Promotion.automatic(), securityContext: { user: 1000 },
    podSpec: { priorityClassName: 'customer-facing', securityContext: { seccompProfile: { type: 'RuntimeDefault' } } },
  });
  expect(specOf(chart.toJson(), 'Rollout')).toMatchObject({
    template: { spec: { priorityClassName: 'customer-facing', securityContext: { runAsUser: 1000, seccompProfile: { type: 'RuntimeDefault' } } } },
  });
});
