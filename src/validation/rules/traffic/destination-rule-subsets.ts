import { pointer } from '../../../manifests/pointer';
import { defineRule } from '../../rule';
import { exampleCanary, exampleServices, joinDocuments } from '../rollouts/example-rollout';
import { objectField, objectsField, textField } from '../rollouts/fields';
import { ROLLOUT, specOf, TRAFFIC_ROUTING, trafficRoutingOf } from '../rollouts/rollout-strategy';
import { exampleDestinationRule, exampleSubsetRoute } from './example-subsets';

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
    const found = context.manifests.find(entry.unit, {
      group: 'networking.istio.io', kind: 'DestinationRule', namespace: entry.id.namespace, name,
    });
    if (!found) return;
    const subsets = objectsField(specOf(found.manifest), 'subsets').map(([, subset]) => textField(subset, 'name'));
    for (const [key, wanted] of [['canarySubsetName', canary], ['stableSubsetName', stable]] as const) {
      if (wanted === '' || subsets.includes(wanted)) continue;
      context.report(pointer(at, key), `DestinationRule ${name} has no subset ${wanted}`, {
        received: subsets.join(', ') || 'no subsets', expected: wanted, fix: `add the subset ${wanted}, with the labels of the pods`,
      });
    }
    for (const subset of subsets) {
      if (subset === canary || subset === stable) continue;
      context.report(pointer(at, 'name'), `DestinationRule ${name} has the subset ${subset}, which the controller removes`, {
        received: subsets.join(', '),
        expected: `${stable} and ${canary}`,
        fix: `move ${subset} to another DestinationRule, and list it in additionalSubsetNames where routes use it`,
      });
    }
  },
});
