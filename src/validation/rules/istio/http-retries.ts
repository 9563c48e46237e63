import { defineRule } from '../../rule';
import { nearest } from '../../schema/similar-name';
import { exampleServices, joinDocuments } from '../rollouts/example-rollout';
import { routesOf, VIRTUAL_SERVICE } from './destinations';
import { examplePublicRoute } from './example-istio';

/** When Envoy tries again, beside status codes. */
const POLICIES = [
  '5xx', 'gateway-error', 'reset', 'reset-before-request', 'connect-failure', 'retriable-4xx', 'refused-stream', 'retriable-status-codes',
  'retriable-headers', 'envoy-ratelimited', 'http3-post-connect-failure',
  'cancelled', 'deadline-exceeded', 'internal', 'resource-exhausted', 'unavailable',
];

function retryExample(retryOn: string): string {
  return joinDocuments(exampleServices('web'), examplePublicRoute(`
http:
  - retries:
      attempts: 3
      retryOn: ${retryOn}
    route:
      - destination:
          host: web
`));
}

/** Finds retries that Istio does not take. */
export const istioHttpRetries = defineRule({
  id: 'istio/http-retries',
  severity: 'error',
  kinds: [VIRTUAL_SERVICE],
  since: '0.1.0',
  implements: ['IS-025'],
  title: 'retries have attempts, and reasons that Envoy knows',
  rationale: 'Istio refuses a negative number of attempts, settings beside no attempts, and a reason in retryOn that is neither one of '
    + 'Envoy nor a status code. Reasons are parted by a comma without a space.',
  bad: retryExample('5xx,gateway-eror'),
  good: retryExample('5xx,gateway-error,503'),
  check(entry, context) {
    for (const retries of routesOf(entry, 'http').map((route) => route.at('retries'))) {
      if (!retries.exists) continue;
      const attempts = retries.at('attempts').value ?? 0;
      const settings = ['perTryTimeout', 'retryOn', 'retryRemoteLocalities'].filter((field) => retries.at(field).exists && retries.at(field).value !== '');
      if (typeof attempts === 'number' && attempts < 0) {
        context.report(retries.at('attempts').pointer, `attempts is ${attempts}`, { received: String(attempts), expected: '0 or more', fix: 'write 0 for no retries' });
      } else if (attempts === 0 && settings.length > 0) {
        context.report(retries.pointer, `retries has ${settings.join(', ')} and no attempts`, {
          received: 'no attempts', expected: 'attempts of 1 or more', fix: 'write attempts, or attempts: 0 alone for no retries',
        });
      }
      const retryOn = retries.at('retryOn');
      for (const policy of retryOn.text === '' ? [] : retryOn.text.split(',')) {
        if (POLICIES.includes(policy) || /^[1-5]\d\d$/.test(policy) || policy.includes('{{')) continue;
        const meant = nearest(policy.trim(), POLICIES);
        context.report(retryOn.pointer, `${JSON.stringify(policy)} is no reason to try again`, {
          received: policy, expected: 'a reason of Envoy, or a status code', fix: meant === undefined ? 'remove it' : `write ${meant}`,
        });
      }
    }
  },
});
