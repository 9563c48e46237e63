import { defineRule } from '../../rule';
import { exampleCanary, exampleServices, exampleVirtualService, joinDocuments } from '../rollouts/example-rollout';
import { reportMissing } from './missing-object';

const ROLLOUT = exampleCanary(`
trafficRouting:
  istio:
    virtualService:
      name: web
      routes:
        - primary
    destinationRule:
      name: web
      stableSubsetName: stable
      canarySubsetName: canary
steps:
  - setWeight: 25
  - pause:
      duration: 5m
`);

const ROUTES = exampleVirtualService(`
http:
  - name: primary
    route:
      - destination:
          host: web
          subset: stable
        weight: 100
      - destination:
          host: web
          subset: canary
        weight: 0
`).replace('- web-stable', '- web');

const DESTINATION_RULE = `apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata:
  name: web
spec:
  host: web
  subsets:
    - name: stable
      labels:
        app: web
    - name: canary
      labels:
        app: web
`;

/** Finds DestinationRules that a Rollout names and nobody makes. */
export const destinationRuleExists = defineRule({
  id: 'references/destination-rule-exists',
  severity: 'error',
  kinds: ['argoproj.io/Rollout'],
  since: '0.1.0',
  implements: ['AR-190'],
  needsCompleteSet: true,
  title: 'the DestinationRule that a Rollout names exists in its namespace',
  rationale:
    'The controller writes the pod hashes of the two versions into the subsets of this DestinationRule. Nothing checks beforehand '
    + 'that it is there: each reconciliation fails, and the update stands still.',
  bad: joinDocuments(ROLLOUT, exampleServices('web'), ROUTES),
  good: joinDocuments(ROLLOUT, exampleServices('web'), ROUTES, DESTINATION_RULE),
  check(entry, context) {
    reportMissing(entry, context, ({ kind }) => kind === 'DestinationRule', 'every reconciliation fails, and the update stands still');
  },
});
