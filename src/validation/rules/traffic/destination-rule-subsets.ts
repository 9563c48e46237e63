import { pointer } from '../../../manifests/pointer';
import { madeAt } from '../../made-at';
import { defineRule } from '../../rule';
import { exampleCanary, exampleServices, joinDocuments } from '../rollouts/example-rollout';
import { objectField, textField } from '../rollouts/fields';
import { ROLLOUT, TRAFFIC_ROUTING, trafficRoutingOf } from '../rollouts/rollout-strategy';
import { routedBy } from '../scopes';
import { exampleDestinationRule, exampleSubsetRoute } from './example-subsets';
import { managedSubsets } from './managed-subsets';

const ROLLOUT_YAML = joinDocuments(exampleCanary(`
trafficRouting:
  istio:
    virtualService:
      name: web
      routes:
        - primary
    destinationRule:
      name: web
      stableSubsetName: stable
      canarySubsetName: canary
steps:
  - setWeight: 25
`), exampleServices('web'), exampleSubsetRoute());

/** Finds subsets that a DestinationRule lacks, and those that the controller takes out of it. */
export const destinationRuleSubsets = defineRule({
  id: 'traffic/destination-rule-subsets',
  severity: 'error',
  kinds: [ROLLOUT],
  scope: routedBy.istio,
  since: '0.1.0',
  implements: ['RI-20', 'RI-21'],
  title: 'a managed DestinationRule has the canary and the stable subset and no other',
  rationale: 'The controller adds the pod hash to the labels of both subsets and removes every other one from the DestinationRule. '
    + 'Traffic to a subset that is missing has nowhere to go. Further subsets belong in a DestinationRule of their own.',
  bad: joinDocuments(ROLLOUT_YAML, exampleDestinationRule('stable', 'canary', 'legacy')),
  good: joinDocuments(ROLLOUT_YAML, exampleDestinationRule('stable', 'canary')),
  check(entry, context) {
    const rule = objectField(objectField(trafficRoutingOf(entry.manifest), 'istio'), 'destinationRule');
    if (!rule) return;
    const at = pointer(TRAFFIC_ROUTING, 'istio', 'destinationRule');
    const name = textField(rule, 'name');
    const [canary, stable] = [textField(rule, 'canarySubsetName'), textField(rule, 'stableSubsetName')];
    if (canary !== '' && canary === stable) {
      context.report(pointer(at, 'canarySubsetName'), `canary and stable are both the subset ${canary}`, {
        received: canary, expected: 'a subset other than the stable one', fix: 'name a second subset',
      });
    }
    const subsets = managedSubsets(entry, context.manifests);
    if (!subsets) return;
    const title = (): string => `DestinationRule ${name}${madeAt(subsets.entry, entry)}`;
    const received = subsets.found.join(', ') || 'no subsets';
    for (const { key, name: wanted, meant } of subsets.missing) {
      context.report(pointer(at, key), `${title()} has no subset ${wanted}`, {
        received,
        expected: wanted,
        fix: meant === undefined ? `add the subset ${wanted}, with the labels of the pods` : `did you mean ${meant}? the two names have to be equal`,
      });
    }
    for (const subset of subsets.others) {
      context.report(pointer(at, 'name'), `${title()} has the subset ${subset}, which the controller removes`, {
        received,
        expected: `${stable} and ${canary}`,
        fix: `move ${subset} to another DestinationRule, and list it in additionalSubsetNames where routes use it`,
      });
    }
  },
});
