import { defineRule } from '../../rule';
import { exampleBlueGreen, exampleServices, joinDocuments } from './example-rollout';
import { isSet, textField } from './fields';
import { BLUE_GREEN, blueGreenOf, CANARY, canaryOf, ROLLOUT } from './rollout-strategy';

/** Finds one Service in two parts of a release. */
export const servicesDiffer = defineRule({
  id: 'rollouts/services-differ',
  severity: 'error',
  kinds: [ROLLOUT],
  since: '0.1.0',
  implements: ['AR-018', 'AR-021'],
  title: 'the old and the new version are reached by two Services',
  rationale: 'The controller points each Service at one ReplicaSet. One Service in both parts would have to point at both, so the '
    + 'Rollout is InvalidSpec.',
  bad: joinDocuments(exampleBlueGreen('activeService: web\npreviewService: web'), exampleServices('web')),
  good: joinDocuments(exampleBlueGreen('activeService: web\npreviewService: web-preview'), exampleServices('web', 'web-preview')),
  check(entry, context) {
    const blueGreen = blueGreenOf(entry.manifest);
    const active = textField(blueGreen, 'activeService');
    if (blueGreen && isSet(blueGreen, 'activeService') && active === '') {
      context.report(`${BLUE_GREEN}/activeService`, 'activeService is empty, so no Service would switch to the new version', {
        received: '""', expected: 'the name of a Service', fix: 'name the Service that users reach',
      });
    } else if (active !== '' && active === textField(blueGreen, 'previewService')) {
      context.report(`${BLUE_GREEN}/previewService`, `activeService and previewService are both ${active}`, {
        received: active, expected: 'a Service other than the active one', fix: 'name a second Service, or leave previewService out',
      });
    }
    const canary = canaryOf(entry.manifest);
    const stable = textField(canary, 'stableService');
    if (stable !== '' && stable === textField(canary, 'canaryService')) {
      context.report(`${CANARY}/canaryService`, `stableService and canaryService are both ${stable}`, {
        received: stable, expected: 'a Service other than the stable one', fix: 'name a second Service for the canary',
      });
    }
  },
});
