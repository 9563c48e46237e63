import { defineRule } from '../../rule';
import { exampleBlueGreen, exampleServices, joinDocuments } from './example-rollout';
import { numberField } from './fields';
import { BLUE_GREEN, blueGreenOf, ROLLOUT } from './rollout-strategy';

const SERVICES = exampleServices('web', 'web-preview');

/** Finds a countdown to a promotion that only a person can make. */
export const promotionContradiction = defineRule({
  id: 'rollouts/promotion-contradiction',
  severity: 'error',
  kinds: [ROLLOUT],
  since: '0.1.0',
  implements: ['E26'],
  title: 'promotion is either by hand or after a while',
  rationale: 'With autoPromotionEnabled false the controller ignores autoPromotionSeconds and waits for a person for ever. Who wrote '
    + 'the seconds expects otherwise, and finds a release that never goes on.',
  bad: joinDocuments(exampleBlueGreen(`
activeService: web
previewService: web-preview
autoPromotionEnabled: false
autoPromotionSeconds: 300
`), SERVICES),
  good: joinDocuments(exampleBlueGreen(`
activeService: web
previewService: web-preview
autoPromotionSeconds: 300
`), SERVICES),
  check(entry, context) {
    const blueGreen = blueGreenOf(entry.manifest);
    const seconds = numberField(blueGreen, 'autoPromotionSeconds');
    if (blueGreen?.autoPromotionEnabled !== false || seconds === undefined || seconds <= 0) return;
    context.report(
      `${BLUE_GREEN}/autoPromotionSeconds`,
      `autoPromotionSeconds is ${seconds}, but autoPromotionEnabled is false: it waits for a person for ever`,
      {
        received: 'autoPromotionEnabled: false and autoPromotionSeconds',
        expected: 'one of them',
        fix: 'remove autoPromotionEnabled to promote by itself after the seconds, or remove autoPromotionSeconds',
      },
    );
  },
});
