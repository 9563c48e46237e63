import { defineRule } from '../../rule';
import { exampleServices, joinDocuments } from '../rollouts/example-rollout';
import { exampleDestinationRule } from '../traffic/example-subsets';
import { reportMissing } from './missing-object';

/** Finds DestinationRules about Services that nobody makes. */
export const destinationRuleHostExists = defineRule({
  id: 'references/destination-rule-host-exists',
  severity: 'warning',
  kinds: ['networking.istio.io/DestinationRule'],
  since: '0.1.0',
  implements: ['RI-24', 'E34', 'IST0174'],
  title: 'the Service that a DestinationRule is about exists',
  rationale: 'Istio finds the DestinationRule of a destination by its host. One for a host that nothing has is never used: its subsets '
    + 'have no endpoints, and routes to them are answered with 503 (IST0174).',
  bad: joinDocuments(exampleDestinationRule('stable', 'canary').replace('host: web\n', 'host: webs\n'), exampleServices('web')),
  good: joinDocuments(exampleDestinationRule('stable', 'canary'), exampleServices('web')),
  check(entry, context) {
    reportMissing(entry, context, ({ role }) => role === 'host', 'its subsets and its policies are never used');
  },
});
