import { pointer } from '../../../manifests/pointer';
import { defineRule } from '../../rule';
import { exampleBlueGreen } from '../rollouts/example-rollout';
import { flagField, isSet, numberField } from '../rollouts/fields';
import { BLUE_GREEN, blueGreenOf, ROLLOUT } from '../rollouts/rollout-strategy';

/** Seconds in which somebody can look. */
const WANTED = 60;

/** Finds blue-green rollouts that switch before anybody or anything has looked at the new version. */
export const promotionAfterCheck = defineRule({
  id: 'practices/promotion-after-check',
  severity: 'warning',
  strict: true,
  kinds: [ROLLOUT],
  since: '0.1.0',
  implements: ['P17'],
  title: 'somebody or something looks at the new version before all traffic goes to it',
  rationale: 'A blue-green rollout promotes by itself as soon as the new pods are ready, unless autoPromotionEnabled is false, autoPromotionSeconds gives '
    + 'people a minute or more, or prePromotionAnalysis asks the preview. Without any of these a second set of pods was paid for nothing.',
  bad: exampleBlueGreen('activeService: web'),
  good: exampleBlueGreen('activeService: web\nautoPromotionEnabled: false'),
  check(entry, context) {
    const strategy = blueGreenOf(entry.manifest);
    if (!strategy || isSet(strategy, 'prePromotionAnalysis')) return;
    const seconds = numberField(strategy, 'autoPromotionSeconds') ?? 0;
    if (strategy.autoPromotionEnabled === false || seconds >= WANTED) return;
    if (seconds > 0) {
      context.report(pointer(BLUE_GREEN, 'autoPromotionSeconds'), `all traffic goes to the new version ${seconds} second${seconds === 1 ? '' : 's'} after its pods are ready, in which nobody looks at it`, {
        received: `autoPromotionSeconds: ${seconds}`,
        expected: `${WANTED} seconds or more, a promotion by hand, or an analysis before it`,
        fix: 'give people some minutes, or check the preview in prePromotionAnalysis',
      });
      return;
    }
    const said = flagField(strategy, 'autoPromotionEnabled');
    context.report(said ? pointer(BLUE_GREEN, 'autoPromotionEnabled') : BLUE_GREEN, 'all traffic goes to the new version as soon as its pods are ready', {
      received: said ? 'autoPromotionEnabled: true' : 'autoPromotionEnabled not said, which is true',
      expected: 'a promotion by hand, after a while, or after an analysis',
      fix: 'write autoPromotionEnabled: false, or check the preview in prePromotionAnalysis',
    });
  },
});
