import { defineRule } from '../../rule';
import { exampleRollout, exampleServices, joinDocuments } from './example-rollout';
import { isSet, objectField } from './fields';
import { ROLLOUT, specOf } from './rollout-strategy';

const SERVICES = exampleServices('web-active', 'web-preview');

/** Finds a Rollout with no strategy or with two. */
export const oneStrategy = defineRule({
  id: 'rollouts/one-strategy',
  severity: 'error',
  kinds: [ROLLOUT],
  since: '0.1.0',
  implements: ['AR-016', 'AR-017', 'E21'],
  title: 'a rollout is either a canary or blue-green',
  rationale: 'Patching a canary strategy onto a blue-green base keeps both, and a strategy key that does not exist is pruned and '
    + 'leaves none. The controller marks either Rollout InvalidSpec and touches no pod.',
  bad: joinDocuments(exampleRollout({ strategy: `
blueGreen:
  activeService: web-active
  previewService: web-preview
canary:
  steps:
    - setWeight: 25
` }), SERVICES),
  good: joinDocuments(exampleRollout({ strategy: `
blueGreen:
  activeService: web-active
  previewService: web-preview
` }), SERVICES),
  check(entry, context) {
    const spec = specOf(entry.manifest);
    if (!spec) return;
    const strategy = objectField(spec, 'strategy');
    const found = ['blueGreen', 'canary'].filter((key) => isSet(strategy, key));
    if (found.length === 1) return;
    const at = strategy ? '/spec/strategy' : '/spec';
    if (found.length === 0) {
      context.report(at, 'the rollout has no strategy', {
        expected: 'blueGreen or canary', fix: 'write spec.strategy.canary or spec.strategy.blueGreen',
      });
    } else {
      context.report(at, 'the rollout has two strategies, blueGreen and canary', {
        received: 'blueGreen and canary',
        expected: 'one of them',
        fix: 'remove one of the two',
      });
    }
  },
});
