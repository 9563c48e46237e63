import { defineRule } from '../../rule';
import { exampleCanary, exampleIngress, exampleServices, joinDocuments } from '../rollouts/example-rollout';
import { reportMissing } from './missing-object';

const ROLLOUT = exampleCanary(`
stableService: web-stable
canaryService: web-canary
trafficRouting:
  nginx:
    stableIngress: web
steps:
  - setWeight: 25
  - pause:
      duration: 5m
`);

/** Finds Ingresses that a Rollout names and nobody makes. */
export const ingressesExist = defineRule({
  id: 'references/ingresses-exist',
  severity: 'error',
  kinds: ['argoproj.io/Rollout'],
  since: '0.1.0',
  implements: ['AR-062', 'AR-063'],
  needsCompleteSet: true,
  title: 'every Ingress that a Rollout names exists in its namespace',
  rationale: 'The controller splits the traffic of this Ingress. Without it the Rollout turns Degraded with InvalidSpec and no pod of the new version starts.',
  bad: joinDocuments(ROLLOUT, exampleServices('web-stable', 'web-canary'), exampleIngress('web-stable').replace('name: web\n', 'name: webs\n')),
  good: joinDocuments(ROLLOUT, exampleServices('web-stable', 'web-canary'), exampleIngress('web-stable')),
  check(entry, context) {
    reportMissing(entry, context, ({ kind }) => kind === 'Ingress', 'the Rollout turns Degraded and starts no pod');
  },
});
