import type { JsonObject } from '../../../manifests/json';
import { type Pointer, pointer } from '../../../manifests/pointer';
import { defineRule, type RuleContext } from '../../rule';
import { objectField, objectsField, textField } from '../rollouts/fields';
import { examplePods } from './example-pods';
import { containersOfPods, POD_KINDS, PODS_REFUSED, podsOf } from './pods-of';

const OF_POD: Readonly<Record<string, readonly string[]>> = {
  dnsPolicy: ['ClusterFirst', 'ClusterFirstWithHostNet', 'Default', 'None'],
  preemptionPolicy: ['PreemptLowerPriority', 'Never'],
};
const OF_CONTAINER: Readonly<Record<string, readonly string[]>> = {
  imagePullPolicy: ['Always', 'IfNotPresent', 'Never'],
  terminationMessagePolicy: ['File', 'FallbackToLogsOnError'],
};
const OF_PORT: Readonly<Record<string, readonly string[]>> = { protocol: ['TCP', 'UDP', 'SCTP'] };

/** Finds words in pods that Kubernetes does not know. */
export const knownValues = defineRule({
  id: 'pods/known-values',
  severity: 'error',
  kinds: POD_KINDS,
  since: '0.1.0',
  implements: ['AR-008'],
  title: 'policies and protocols of pods are words that Kubernetes knows',
  rationale: PODS_REFUSED,
  bad: examplePods({ container: 'imagePullPolicy: IfNotThere' }),
  good: examplePods({ container: 'imagePullPolicy: IfNotPresent' }),
  check(entry, context) {
    for (const pods of podsOf(entry)) {
      reportUnknown(context, `${pods.pointer}/spec`, pods.spec, OF_POD);
      const dns = objectField(pods.spec, 'dnsConfig');
      if (textField(pods.spec, 'dnsPolicy') === 'None' && (!dns || !Array.isArray(dns.nameservers) || dns.nameservers.length === 0)) {
        context.report(`${pods.pointer}/spec/dnsPolicy`, 'dnsPolicy None comes without a name server', {
          received: 'None', expected: 'dnsConfig.nameservers with at least one address', fix: 'list name servers in dnsConfig, or leave dnsPolicy out',
        });
      }
      for (const at of containersOfPods(pods)) {
        reportUnknown(context, at.pointer, at.container, OF_CONTAINER);
        for (const [index, port] of objectsField(at.container, 'ports')) reportUnknown(context, pointer(at.pointer, 'ports', index), port, OF_PORT);
      }
    }
  },
});

function reportUnknown(context: RuleContext, at: Pointer, parent: JsonObject, words: Readonly<Record<string, readonly string[]>>): void {
  for (const [key, values] of Object.entries(words)) {
    const value = textField(parent, key);
    // An empty word is filled with the default.
    if (value === '' || values.includes(value)) continue;
    const meant = values.find((known) => known.toLowerCase() === value.trim().toLowerCase());
    const field = pointer(at, key);
    context.report(field, `there is no ${key} "${value}"`, {
      received: value,
      expected: values.join(', '),
      fix: meant === undefined ? `write one of these, or leave ${key} out` : `write ${meant}`,
      edit: meant === undefined ? undefined : { op: 'set', pointer: field, value: meant },
    });
  }
}
