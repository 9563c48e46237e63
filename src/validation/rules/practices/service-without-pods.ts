import { Place } from '../../../manifests/references/place';
import { defineRule } from '../../rule';
import { shown } from '../../schema/describe-value';
import { nearestWorkload } from '../references/nearest-workload';
import { hasPodsBehind, writtenSelector } from '../references/pods-behind';
import { exampleRollout, exampleServices, joinDocuments } from '../rollouts/example-rollout';

/** Finds Services in front of nothing. */
export const serviceWithoutPods = defineRule({
  id: 'practices/service-without-pods',
  severity: 'warning',
  strict: true,
  kinds: ['Service'],
  since: '0.1.0',
  implements: [],
  title: 'a Service has pods behind it',
  rationale: 'A Service that selects labels which no pod carries has no endpoints: every request to it is refused at once. Operators make pods of their '
    + 'own that are not seen here, so this is said in the profile strict alone.',
  bad: joinDocuments(exampleRollout(), exampleServices('search').replace('app: web', 'app: search')),
  good: joinDocuments(exampleRollout(), exampleServices('web')),
  needsCompleteSet: true,
  check(entry, context) {
    const selector = Place.root(entry.manifest).at('spec', 'selector');
    if (Object.keys(writtenSelector(entry)).length === 0 || hasPodsBehind(entry, context.manifests)) return;
    // Meant for a workload that is here, it is a mistake and no matter of taste: references/service-fits-workload.
    if (nearestWorkload(entry, context.manifests)) return;
    context.report(selector.pointer, 'no workload in the namespace has pods with these labels, so the Service leads nowhere', {
      received: Object.entries(selector.object).map(([key, value]) => `${key}=${typeof value === 'string' ? value : shown(value)}`).sort().join(', '),
      expected: 'labels of pods',
      fix: 'correct the selector, or acknowledge this when an operator makes the pods',
    });
  },
});
