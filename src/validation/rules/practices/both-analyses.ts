import { defineRule } from '../../rule';
import { exampleBlueGreen } from '../rollouts/example-rollout';
import { isSet } from '../rollouts/fields';
import { BLUE_GREEN, blueGreenOf, ROLLOUT } from '../rollouts/rollout-strategy';

const BEFORE = 'prePromotionAnalysis:\n  templates:\n    - templateName: smoke-test';
const AFTER = 'postPromotionAnalysis:\n  templates:\n    - templateName: error-rate';
const WANTED = ['prePromotionAnalysis', 'postPromotionAnalysis'];

/** Finds blue-green rollouts that are not analysed on both sides of the promotion. */
export const bothAnalyses = defineRule({
  id: 'practices/both-analyses',
  severity: 'info',
  strict: true,
  kinds: [ROLLOUT],
  since: '0.1.0',
  implements: ['P18'],
  title: 'a blue-green rollout is analysed before and after its promotion',
  rationale: 'Before the promotion no user asks the new version: an analysis can only try it out. After it the metrics of real requests tell, and a failure '
    + 'switches back by itself while the old pods are there. One of them sees what the other cannot.',
  bad: exampleBlueGreen(`activeService: web\nautoPromotionEnabled: false\n${BEFORE}`),
  good: exampleBlueGreen(`activeService: web\nautoPromotionEnabled: false\n${BEFORE}\n${AFTER}`),
  check(entry, context) {
    const strategy = blueGreenOf(entry.manifest);
    const missing = WANTED.filter((key) => !isSet(strategy, key));
    if (!strategy || missing.length === 0) return;
    context.report(BLUE_GREEN, missing.length === WANTED.length ? 'nothing measures the new version, neither before nor after its promotion'
      : `nothing measures the new version ${missing[0] === WANTED[0] ? 'before' : 'after'} its promotion`, {
      received: `no ${missing.join(', no ')}`, expected: WANTED.join(' and '), fix: 'try the preview out before, and watch errors and latency after',
    });
  },
});
