import type { JsonObject } from '../../../manifests/json';
import { isLabelKey } from '../../../manifests/labels';
import { type Pointer, pointer } from '../../../manifests/pointer';
import { defineRule, type RuleContext } from '../../rule';
import { isSet, numberField, objectField, objectsField, textField } from '../rollouts/fields';
import { examplePods } from './example-pods';
import { POD_KINDS, PODS_REFUSED, podsOf } from './pods-of';

const PREFERRED = 'preferredDuringSchedulingIgnoredDuringExecution';
const REQUIRED = 'requiredDuringSchedulingIgnoredDuringExecution';

/** A spread over zones with this skew. */
function skew(count: number): string {
  return examplePods({ pod: `topologySpreadConstraints:
  - maxSkew: ${count}
    topologyKey: topology.kubernetes.io/zone
    whenUnsatisfiable: ScheduleAnyway
    labelSelector:
      matchLabels:
        app: web` });
}

/** Finds wishes to the scheduler that Kubernetes would refuse. */
export const spread = defineRule({
  id: 'pods/spread',
  severity: 'error',
  kinds: POD_KINDS,
  since: '0.1.0',
  implements: ['AR-008'],
  title: 'affinities and spread constraints have legal weights, keys and skews',
  rationale: PODS_REFUSED,
  bad: skew(0),
  good: skew(1),
  check(entry, context) {
    for (const pods of podsOf(entry)) {
      reportConstraints(context, `${pods.pointer}/spec/topologySpreadConstraints`, pods.spec);
      const affinity = objectField(pods.spec, 'affinity');
      for (const key of ['podAffinity', 'podAntiAffinity']) {
        const at = pointer(`${pods.pointer}/spec/affinity`, key);
        const terms = objectField(affinity, key);
        for (const [index, term] of objectsField(terms, REQUIRED)) reportTopologyKey(context, pointer(at, REQUIRED, index), term);
        for (const [index, weighted] of objectsField(terms, PREFERRED)) {
          reportWeight(context, pointer(at, PREFERRED, index), weighted);
          const term = objectField(weighted, 'podAffinityTerm');
          if (term) reportTopologyKey(context, pointer(at, PREFERRED, index, 'podAffinityTerm'), term);
        }
      }
      const nodes = objectField(affinity, 'nodeAffinity');
      const at = `${pods.pointer}/spec/affinity/nodeAffinity`;
      for (const [index, weighted] of objectsField(nodes, PREFERRED)) reportWeight(context, pointer(at, PREFERRED, index), weighted);
      const required = objectField(nodes, REQUIRED);
      if (required && isSet(required, 'nodeSelectorTerms') && objectsField(required, 'nodeSelectorTerms').length === 0) {
        context.report(pointer(at, REQUIRED, 'nodeSelectorTerms'), 'required node affinity has no term', {
          expected: 'at least one term', fix: 'list a term, or remove the affinity',
        });
      }
    }
  },
});

function reportConstraints(context: RuleContext, at: Pointer, spec: JsonObject): void {
  for (const [index, constraint] of objectsField(spec, 'topologySpreadConstraints')) {
    const where = pointer(at, index);
    const maxSkew = numberField(constraint, 'maxSkew');
    if (maxSkew !== undefined && maxSkew < 1) {
      context.report(pointer(where, 'maxSkew'), `maxSkew is ${maxSkew}`, { received: String(maxSkew), expected: '1 or more', fix: 'write how many pods more one place may have' });
    }
    reportTopologyKey(context, where, constraint);
    const otherwise = textField(constraint, 'whenUnsatisfiable');
    if (otherwise !== '' && otherwise !== 'DoNotSchedule' && otherwise !== 'ScheduleAnyway') {
      context.report(pointer(where, 'whenUnsatisfiable'), `there is no whenUnsatisfiable "${otherwise}"`, {
        received: otherwise, expected: 'DoNotSchedule or ScheduleAnyway', fix: 'write one of these',
      });
    }
    const minDomains = numberField(constraint, 'minDomains');
    if (minDomains !== undefined && (minDomains < 1 || otherwise === 'ScheduleAnyway')) {
      context.report(pointer(where, 'minDomains'), `minDomains is ${minDomains} with ${otherwise || 'no whenUnsatisfiable'}`, {
        received: String(minDomains), expected: '1 or more, with whenUnsatisfiable: DoNotSchedule', fix: 'correct it, or leave minDomains out',
      });
    }
  }
}

function reportTopologyKey(context: RuleContext, at: Pointer, term: JsonObject): void {
  const key = textField(term, 'topologyKey');
  if (!isSet(term, 'topologyKey') || isLabelKey(key)) return;
  context.report(pointer(at, 'topologyKey'), `"${key}" is no label of nodes`, {
    received: key, expected: 'a label key, such as topology.kubernetes.io/zone', fix: 'write the label that tells the places apart',
  });
}

function reportWeight(context: RuleContext, at: Pointer, weighted: JsonObject): void {
  const weight = numberField(weighted, 'weight');
  if (weight === undefined || (weight >= 1 && weight <= 100)) return;
  context.report(pointer(at, 'weight'), `weight of a preference is ${weight}`, { received: String(weight), expected: '1 to 100', fix: 'write a weight in this range' });
}
