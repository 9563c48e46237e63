import { defineRule } from '../../rule';
import { exampleCanary, exampleServices, joinDocuments } from '../rollouts/example-rollout';
import { reportMissing } from './missing-object';

const ROLLOUT = exampleCanary(`
stableService: web-stable
canaryService: web-canary
steps:
  - setWeight: 25
  - pause:
      duration: 5m
`);

/** Finds Services that a Rollout names and nobody makes. */
export const servicesExist = defineRule({
  id: 'references/services-exist',
  severity: 'error',
  kinds: ['argoproj.io/Rollout'],
  since: '0.1.0',
  implements: ['AR-054', 'E22', 'E58'],
  needsCompleteSet: true,
  title: 'every Service that a Rollout names exists in its namespace',
  rationale:
    'The controller refuses to reconcile a Rollout whose Services are not there: it turns Degraded with InvalidSpec, and no pod of '
    + 'the new version starts.',
  bad: joinDocuments(ROLLOUT, exampleServices('web-stable', 'web-canry')),
  good: joinDocuments(ROLLOUT, exampleServices('web-stable', 'web-canary')),
  check(entry, context) {
    reportMissing(entry, context, ({ kind }) => kind === 'Service', 'the Rollout turns Degraded and starts no pod');
  },
});
