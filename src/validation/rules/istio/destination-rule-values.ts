import { Place } from '../../../manifests/references/place';
import { defineRule } from '../../rule';
import { exampleServices, joinDocuments } from '../rollouts/example-rollout';
import { exampleDestinationRule } from '../traffic/example-subsets';
import { DESTINATION_RULE } from './destinations';
import { isDnsLabel, isHost } from './host-names';

const SERVICE = exampleServices('web');

/** Finds hosts and subsets of a DestinationRule that Istio does not take. */
export const istioDestinationRuleValues = defineRule({
  id: 'istio/destination-rule-values',
  severity: 'error',
  kinds: [DESTINATION_RULE],
  since: '0.1.0',
  implements: ['IS-060', 'IS-061', 'IS-062'],
  title: 'a DestinationRule has a host, and each subset once',
  rationale: 'Istio refuses a host that is no DNS name, two subsets of one name, names of subsets that are no DNS label, and labels that '
    + 'no pod can have.',
  bad: joinDocuments(SERVICE, exampleDestinationRule('stable', 'stable')),
  good: joinDocuments(SERVICE, exampleDestinationRule('stable', 'canary')),
  check(entry, context) {
    const spec = Place.root(entry.manifest).at('spec');
    const host = spec.at('host');
    if (typeof host.value === 'string' && !host.text.includes('{{') && !isHost(host.text)) {
      context.report(host.pointer, `${JSON.stringify(host.text)} is no host`, {
        received: host.text, expected: 'the name of a Service, or a DNS name', fix: 'write the name without scheme, port and path',
      });
    }
    const seen = new Set<string>();
    for (const subset of spec.at('subsets').items) {
      const name = subset.at('name');
      if (typeof name.value === 'string' && !name.text.includes('{{') && !isDnsLabel(name.text)) {
        context.report(name.pointer, `${JSON.stringify(name.text)} is no name of a subset`, {
          received: name.text, expected: 'a DNS label: letters, digits and -, at most 63', fix: 'rename the subset, here and in the routes',
        });
      } else if (seen.has(name.text)) {
        context.report(name.pointer, `subset ${name.text} is there twice`, { received: name.text, expected: 'a name that no other subset has', fix: 'remove one of the two' });
      }
      seen.add(name.text);
      for (const [label, value] of subset.at('labels').fields) {
        if (isLabelKey(label) && (value.text.length <= 63 && LABEL_VALUE.test(value.text))) continue;
        context.report(value.pointer, `${label}: ${value.text} is no label that a pod can have`, { received: value.text, expected: 'a label', fix: 'write the label of the pods' });
      }
    }
  },
});

const NAME = /^(?:[A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]$/;
const LABEL_VALUE = /^(?:(?:[A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9])?$/;

function isLabelKey(key: string): boolean {
  const slash = key.lastIndexOf('/');
  return NAME.test(key.slice(slash + 1)) && (slash < 0 || isHost(key.slice(0, slash)));
}
