import { defineRule } from '../../rule';
import { exampleIstioCanary, exampleIstioCompanions, exampleServices, joinDocuments } from '../rollouts/example-rollout';
import { reportMissing } from './missing-object';

const ROLLOUT = exampleIstioCanary(`
steps:
  - setWeight: 25
  - pause:
      duration: 5m
`);

/** Finds VirtualServices that a Rollout names and nobody makes. */
export const virtualServiceExists = defineRule({
  id: 'references/virtual-service-exists',
  severity: 'error',
  kinds: ['argoproj.io/Rollout'],
  since: '0.1.0',
  implements: ['AR-065', 'E23'],
  needsCompleteSet: true,
  title: 'every VirtualService that a Rollout names exists',
  rationale:
    'The controller writes the weights into this VirtualService. Without it the Rollout turns Degraded with InvalidSpec. One of '
    + 'another namespace is named as name.namespace.',
  bad: joinDocuments(ROLLOUT, exampleServices('web-stable', 'web-canary')),
  good: joinDocuments(ROLLOUT, exampleIstioCompanions()),
  check(entry, context) {
    reportMissing(entry, context, ({ group, kind }) => group === 'networking.istio.io' && kind === 'VirtualService', 'the Rollout turns Degraded, as there is nothing to write weights into');
  },
});
