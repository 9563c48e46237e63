import { referencesOf, resolve } from '../../../manifests/references';
import { defineRule } from '../../rule';
import { exampleServices, exampleVirtualService, joinDocuments } from '../rollouts/example-rollout';
import { exampleDestinationRule } from '../traffic/example-subsets';
import { mayHaveAnotherRule, undeclaredSubsets } from './declared-subsets';
import { VIRTUAL_SERVICE } from './destinations';

const ROUTE = joinDocuments(exampleServices('web'), exampleVirtualService(`
http:
  - route:
      - destination:
          host: web
          subset: stable
`));

/** Finds subsets of Services for which there is no DestinationRule at all. */
export const istioSubsetHasRule = defineRule({
  id: 'istio/subset-has-rule',
  severity: 'warning',
  kinds: [VIRTUAL_SERVICE],
  since: '0.1.0',
  implements: ['IST0101'],
  needsCompleteSet: true,
  title: 'a Service whose subsets are routed to has a DestinationRule',
  rationale: 'Subsets are declared by DestinationRules alone. Unless somebody else makes one for this Service, Istio has no endpoints for '
    + 'the subset and answers its requests with 503 (IST0101).',
  bad: ROUTE,
  good: joinDocuments(ROUTE, exampleDestinationRule('stable')),
  check(entry, context) {
    for (const { destination, subset, rules } of undeclaredSubsets(entry, context.manifests)) {
      const host = destination.at('host');
      const service = referencesOf(entry).find(({ kind, pointer }) => kind === 'Service' && pointer === host.pointer);
      const found = service && resolve(context.manifests, entry, service);
      // A host that is made elsewhere has its DestinationRule there.
      if (rules.length > 0 || !found || found === 'external' || mayHaveAnotherRule(host.text, entry, context.manifests)) continue;
      context.report(destination.at('subset').pointer, `there is no DestinationRule of ${host.text}, so it has no subset ${subset}`, {
        received: subset,
        expected: `a DestinationRule of ${host.text} with the subset ${subset}`,
        fix: 'add the DestinationRule, lead to the Service without a subset, or acknowledge this when somebody else makes it',
      });
    }
  },
});
