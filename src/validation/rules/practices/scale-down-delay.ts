import { pointer } from '../../../manifests/pointer';
import { defineRule } from '../../rule';
import { exampleBlueGreen } from '../rollouts/example-rollout';
import { isSet, numberField } from '../rollouts/fields';
import { BLUE_GREEN, blueGreenOf, ROLLOUT } from '../rollouts/rollout-strategy';

/** Seconds for which somebody can still change their mind. */
const WANTED = 600;
/** DefaultScaleDownDelaySeconds in utils/defaults/defaults.go of argoproj/argo-rollouts. */
const DEFAULT = 30;

/** Finds old pods of blue-green rollouts that are gone before anybody has noticed what is wrong. */
export const scaleDownDelay = defineRule({
  id: 'practices/scale-down-delay',
  severity: 'info',
  strict: true,
  kinds: [ROLLOUT],
  since: '0.1.0',
  implements: ['P13'],
  title: 'the old version of a blue-green rollout stays for ten minutes',
  rationale: 'While the old pods are there, reverting the commit switches back at once, without steps or analysis. Upstream keeps them for 30 seconds, in '
    + 'which hardly anybody sees that something is wrong; after that going back means to start all pods again.',
  bad: exampleBlueGreen('activeService: web'),
  good: exampleBlueGreen('activeService: web\nscaleDownDelaySeconds: 600'),
  check(entry, context) {
    const strategy = blueGreenOf(entry.manifest);
    const seconds = numberField(strategy, 'scaleDownDelaySeconds') ?? DEFAULT;
    // A delay of 0 is found as what it is: requests fail.
    if (!strategy || seconds === 0 || seconds >= WANTED) return;
    const said = isSet(strategy, 'scaleDownDelaySeconds');
    context.report(said ? pointer(BLUE_GREEN, 'scaleDownDelaySeconds') : BLUE_GREEN, `${seconds} seconds after a promotion there is no old version to switch back to`, {
      received: said ? `${seconds} seconds` : `not said, which is ${DEFAULT} seconds`, expected: `${WANTED} seconds or more`, fix: `write scaleDownDelaySeconds: ${WANTED}`,
    });
  },
});
