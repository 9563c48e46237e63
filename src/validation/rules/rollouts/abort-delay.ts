import { defineRule } from '../../rule';
import { exampleCanary, exampleServices, joinDocuments } from './example-rollout';
import { isSet, numberField } from './fields';
import { CANARY, canaryOf, ROLLOUT } from './rollout-strategy';

/** Seconds between two looks of the controller at everything (flag `--rollout-resync`). */
const RESYNC = 900;

/** A routed canary that is kept this long after an abort. */
function abortExample(seconds: number): string {
  return joinDocuments(exampleCanary(`
stableService: web-stable
canaryService: web-canary
abortScaleDownDelaySeconds: ${seconds}
trafficRouting:
  smi: {}
steps:
  - setWeight: 25
  - pause:
      duration: 5m
`), exampleServices('web-stable', 'web-canary'));
}

/** Finds delays after an abort that the controller does not keep. */
export const abortDelay = defineRule({
  id: 'rollouts/abort-delay',
  severity: 'warning',
  kinds: [ROLLOUT],
  since: '0.1.0',
  implements: [],
  title: 'aborted pods are kept for less than 15 minutes, or for good',
  rationale: 'After an abort the pods of the canary stay for abortScaleDownDelaySeconds, so that somebody can look at them. A delay that '
    + 'is not shorter than the time in which the controller looks at everything again, 900 seconds unless it is started otherwise, is not '
    + 'kept: the pods go at the next look. 0 keeps them until the next release.',
  bad: abortExample(3600),
  good: abortExample(600),
  check(entry, context) {
    const canary = canaryOf(entry.manifest);
    const seconds = numberField(canary, 'abortScaleDownDelaySeconds');
    if (!isSet(canary, 'trafficRouting') || seconds === undefined || seconds < RESYNC) return;
    context.report(`${CANARY}/abortScaleDownDelaySeconds`, `abortScaleDownDelaySeconds is ${seconds}, which the controller keeps only below ${RESYNC}`, {
      received: String(seconds), expected: `0, or 1 to ${RESYNC - 1}`, fix: `write ${RESYNC - 300}, or 0 to keep the pods`,
    });
  },
});
