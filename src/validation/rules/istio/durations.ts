import { Place } from '../../../manifests/references/place';
import { defineRule } from '../../rule';
import { exampleServices, joinDocuments } from '../rollouts/example-rollout';
import { DESTINATION_RULE, routesOf, VIRTUAL_SERVICE } from './destinations';
import { examplePublicRoute } from './example-istio';
import { nanosecondsOf } from './go-duration';

function timeoutExample(timeout: string): string {
  return joinDocuments(exampleServices('web'), examplePublicRoute(`http:\n  - timeout: ${timeout}\n    route:\n      - destination:\n          host: web`));
}

/** Finds durations that are finer than Envoy counts. */
export const istioDurations = defineRule({
  id: 'istio/durations',
  severity: 'error',
  kinds: [VIRTUAL_SERVICE, DESTINATION_RULE],
  since: '0.1.0',
  implements: ['IS-028'],
  title: 'durations are whole milliseconds',
  rationale: 'Istio refuses a timeout, delay or interval with parts of a millisecond, and a maxAge of CORS with parts of a second.',
  bad: timeoutExample('1.0005s'),
  good: timeoutExample('1.5s'),
  check(entry, context) {
    const spec = Place.root(entry.manifest).at('spec');
    const policies = [spec.at('trafficPolicy'), ...spec.at('subsets').items.map((subset) => subset.at('trafficPolicy'))];
    const places = [
      ...routesOf(entry, 'http').flatMap((route) => [
        route.at('timeout'), route.at('retries', 'perTryTimeout'), route.at('retries', 'backoff'), route.at('fault', 'delay', 'fixedDelay'),
        route.at('corsPolicy', 'maxAge'),
      ]),
      ...policies.flatMap((policy) => [policy, ...policy.at('portLevelSettings').items]).flatMap((policy) => [
        policy.at('outlierDetection', 'interval'), policy.at('outlierDetection', 'baseEjectionTime'),
        policy.at('connectionPool', 'http', 'idleTimeout'), policy.at('connectionPool', 'tcp', 'connectTimeout'),
        policy.at('connectionPool', 'tcp', 'maxConnectionDuration'),
      ]),
    ];
    for (const place of places) {
      const nanoseconds = nanosecondsOf(place.text);
      if (nanoseconds === undefined || nanoseconds % 1e9 === 0) continue;
      const [unit, name] = place.pointer.endsWith('/maxAge') ? [1e9, 'seconds'] : [1e6, 'milliseconds'];
      if (nanoseconds % unit === 0) continue;
      context.report(place.pointer, `${place.text} is not a whole number of ${name}`, { received: place.text, expected: `whole ${name}`, fix: `round it to ${name}` });
    }
  },
});
