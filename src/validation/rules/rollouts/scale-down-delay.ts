import { defineRule } from '../../rule';
import { exampleBlueGreen, exampleServices, joinDocuments } from './example-rollout';
import { isSet, numberField } from './fields';
import { BLUE_GREEN, blueGreenOf, CANARY, canaryOf, ROLLOUT } from './rollout-strategy';

/** A blue-green Rollout whose old pods go after this many seconds. */
function delayExample(seconds: number): string {
  return joinDocuments(exampleBlueGreen(`activeService: web\nscaleDownDelaySeconds: ${seconds}`), exampleServices('web'));
}

/** Finds old pods that go while requests still come to them. */
export const scaleDownDelay = defineRule({
  id: 'rollouts/scale-down-delay',
  severity: 'warning',
  kinds: [ROLLOUT],
  since: '0.1.0',
  implements: [],
  title: 'old pods stay for a while after a promotion',
  rationale: 'Nodes, proxies and load balancers need some seconds to learn that a Service leads to other pods. With a delay of 0 the old '
    + 'pods go at once and requests that are still sent to them fail. Upstream keeps them for 30 seconds unless told otherwise.',
  bad: delayExample(0),
  good: delayExample(600),
  check(entry, context) {
    const canary = canaryOf(entry.manifest);
    for (const [path, strategy] of [[BLUE_GREEN, blueGreenOf(entry.manifest)], [CANARY, isSet(canary, 'trafficRouting') ? canary : undefined]] as const) {
      if (numberField(strategy, 'scaleDownDelaySeconds') !== 0) continue;
      context.report(`${path}/scaleDownDelaySeconds`, 'old pods go in the moment of the promotion, while requests still come to them', {
        received: '0', expected: '30 or more', fix: 'write 30 or more, or leave it out for 30',
      });
    }
  },
});
