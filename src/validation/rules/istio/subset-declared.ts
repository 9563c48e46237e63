import { madeAt } from '../../made-at';
import { defineRule } from '../../rule';
import { exampleServices, exampleVirtualService, joinDocuments } from '../rollouts/example-rollout';
import { exampleDestinationRule } from '../traffic/example-subsets';
import { subsetNames, undeclaredSubsets } from './declared-subsets';
import { VIRTUAL_SERVICE } from './destinations';

const ROUTE = joinDocuments(exampleServices('web'), exampleVirtualService(`
http:
  - route:
      - destination:
          host: web
          subset: stable
`));

/** Finds subsets that no DestinationRule of the host has. */
export const istioSubsetDeclared = defineRule({
  id: 'istio/subset-declared',
  severity: 'error',
  kinds: [VIRTUAL_SERVICE],
  since: '0.1.0',
  implements: ['IST0101'],
  needsCompleteSet: true,
  title: 'the DestinationRules of a host have the subsets that routes lead to',
  rationale: 'Istio has no endpoints for a subset that no DestinationRule of the host declares, and answers its requests with 503 '
    + '(IST0101).',
  bad: joinDocuments(ROUTE, exampleDestinationRule('v1', 'v2')),
  good: joinDocuments(ROUTE, exampleDestinationRule('stable')),
  check(entry, context) {
    for (const { destination, subset, rules: [rule, ...others] } of undeclaredSubsets(entry, context.manifests)) {
      // Without any DestinationRule in sight it may be that of somebody else: istio/subset-has-rule.
      if (!rule) continue;
      context.report(destination.at('subset').pointer, `no DestinationRule of ${destination.at('host').text} has the subset ${subset}`, {
        received: subset,
        expected: [rule, ...others].flatMap(subsetNames).join(', ') || 'a subset',
        fix: `add the subset to DestinationRule ${rule.id.name}${madeAt(rule, entry)}, or correct the name`,
      });
    }
  },
});
