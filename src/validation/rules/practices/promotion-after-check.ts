import { pointer } from '../../../manifests/pointer';
import { defineRule } from '../../rule';
import { exampleBlueGreen } from '../rollouts/example-rollout';
import { flagField, isSet, numberField } from '../rollouts/fields';
import { BLUE_GREEN, blueGreenOf, ROLLOUT } from '../rollouts/rollout-strategy';

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
    + 'people some time, or prePromotionAnalysis asks the preview. Without any of these a second set of pods was paid for nothing.',
  bad: exampleBlueGreen('activeService: web'),
  good: exampleBlueGreen('activeService: web\nautoPromotionEnabled: false'),
  check(entry, context) {
    const strategy = blueGreenOf(entry.manifest);
    if (!strategy || isSet(strategy, 'prePromotionAnalysis')) return;
    if (strategy.autoPromotionEnabled === false || (numberField(strategy, 'autoPromotionSeconds') ?? 0) > 0) return;
    const said = flagField(strategy, 'autoPromotionEnabled');
    context.report(said ? pointer(BLUE_GREEN, 'autoPromotionEnabled') : BLUE_GREEN, 'all traffic goes to the new version as soon as its pods are ready', {
      received: said ? 'autoPromotionEnabled: true' : 'autoPromotionEnabled not said, which is true',
      expected: 'a promotion by hand, after a while, or after an analysis',
      fix: 'write autoPromotionEnabled: false, or check the preview in prePromotionAnalysis',
    });
  },
});
