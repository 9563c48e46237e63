import { referencesOf } from '../../../manifests/references';
import { defineRule } from '../../rule';
import { exampleCanary, exampleServices, joinDocuments } from '../rollouts/example-rollout';
import { isSet, listField } from '../rollouts/fields';
import { CANARY, canaryOf, ROLLOUT } from '../rollouts/rollout-strategy';
import { servicesOfWorkload } from './service-workloads';

const ROLLOUT_YAML = exampleCanary(`
stableService: web-stable
canaryService: web-canary
steps:
  - setWeight: 25
  - pause:
      duration: 5m
`);

/** Finds canaries that no caller can meet. */
export const rootService = defineRule({
  id: 'references/root-service',
  severity: 'warning',
  kinds: [ROLLOUT],
  since: '0.1.0',
  implements: ['E33'],
  needsCompleteSet: true,
  title: 'a canary without a router has a Service of both versions',
  rationale: 'Without trafficRouting the weights are shares of pods. The controller pins stableService and canaryService to one version '
    + 'each, so callers of either never meet the other. Only a third Service, whose selector is left alone, spreads requests over all pods.',
  bad: joinDocuments(ROLLOUT_YAML, exampleServices('web-stable', 'web-canary')),
  good: joinDocuments(ROLLOUT_YAML, exampleServices('web-stable', 'web-canary', 'web')),
  check(entry, context) {
    const canary = canaryOf(entry.manifest);
    if (isSet(canary, 'trafficRouting') || listField(canary, 'steps').length === 0) return;
    const pinned = referencesOf(entry).filter(({ role }) => role === 'stable service' || role === 'canary service').map(({ name }) => name);
    if (!isSet(canary, 'stableService') || pinned.length === 0) return;
    const services = servicesOfWorkload(entry, context.manifests).map(({ id }) => id.name);
    // Where not even those are in sight, the Service of both versions is not either.
    if (!services.some((name) => pinned.includes(name)) || services.some((name) => !pinned.includes(name))) return;
    context.report(`${CANARY}/stableService`, `only ${pinned.join(' and ')} lead to the pods, and each leads to one version`, {
      received: pinned.join(', '),
      expected: 'a Service that this rollout does not name',
      fix: 'add a Service of the same pods for callers, or a router, or remove stableService and canaryService from the rollout',
    });
  },
});
