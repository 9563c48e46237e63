import type { Place } from '../../../manifests/references/place';
import { defineRule, type RuleContext } from '../../rule';
import { exampleServices, joinDocuments } from '../rollouts/example-rollout';
import { routesOf, VIRTUAL_SERVICE } from './destinations';
import { examplePublicRoute } from './example-istio';

function faultExample(percent: number): string {
  return joinDocuments(exampleServices('web'), examplePublicRoute(`
http:
  - fault:
      abort:
        httpStatus: 503
        percentage:
          value: ${percent}
    route:
      - destination:
          host: web
`));
}

/** Finds faults and mirrors that Istio does not take. */
export const istioHttpFaults = defineRule({
  id: 'istio/http-faults',
  severity: 'error',
  kinds: [VIRTUAL_SERVICE],
  since: '0.1.0',
  implements: ['IS-014', 'IS-015', 'IS-026'],
  title: 'faults and mirrors have a share from 0 to 100',
  rationale: 'Istio refuses shares outside of 0 to 100, a fault that neither aborts nor delays, an abort with a status outside of 200 to '
    + '600, and the settings exponentialDelay and http2Error, which no proxy has.',
  bad: faultExample(150),
  good: faultExample(50),
  check(entry, context) {
    for (const route of routesOf(entry, 'http')) {
      const fault = route.at('fault');
      if (fault.exists && !fault.at('abort').exists && !fault.at('delay').exists) {
        context.report(fault.pointer, 'this fault neither aborts nor delays', { received: 'an empty fault', expected: 'abort or delay', fix: 'remove fault' });
      }
      for (const place of [fault.at('delay', 'exponentialDelay'), fault.at('abort', 'http2Error')]) {
        if (!place.exists) continue;
        context.report(place.pointer, 'no proxy has this fault', { received: 'exponentialDelay or http2Error', expected: 'fixedDelay or httpStatus', fix: 'use the other one' });
      }
      checkRange(context, fault.at('abort', 'httpStatus'), 200, 600);
      const shares = [fault.at('abort', 'percentage'), fault.at('delay', 'percentage'), route.at('mirrorPercentage'),
        ...route.at('mirrors').items.map((mirror) => mirror.at('percentage'))];
      for (const share of shares) checkRange(context, share.at('value'), 0, 100);
      checkRange(context, route.at('mirrorPercent'), 0, 100);
    }
  },
});

function checkRange(context: RuleContext, place: Place, least: number, most: number): void {
  if (typeof place.value !== 'number' || (place.value >= least && place.value <= most)) return;
  context.report(place.pointer, `${place.value} is not from ${least} to ${most}`, { received: String(place.value), expected: `${least} to ${most}`, fix: 'correct the number' });
}
