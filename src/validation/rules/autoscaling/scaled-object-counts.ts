import { isJsonObject, type JsonObject } from '../../../manifests/json';
import { defineRule } from '../../rule';
import { isSet, numberField, objectField, objectsField, textField } from '../rollouts/fields';
import { specOf } from '../rollouts/rollout-strategy';
import { SCALED_OBJECT } from './example-autoscaler';
import { exampleScaledObject } from './example-scaled-object';

/** Finds ScaledObjects whose numbers KEDA refuses. */
export const scaledObjectCounts = defineRule({
  id: 'autoscaling/scaled-object-counts',
  severity: 'error',
  kinds: [SCALED_OBJECT],
  since: '0.1.0',
  implements: [],
  title: 'a ScaledObject has fewer pods while nothing is asked, and a fallback that can work',
  rationale: 'The webhook of KEDA refuses such a ScaledObject, and the sync fails; without the webhook the ScaledObject is not ready and scales nothing. A fallback '
    + 'works for averages that KEDA reads itself, which cpu, memory and metrics of the type Value are not.',
  bad: exampleScaledObject({ spec: 'fallback:\n  failureThreshold: 3\n  replicas: 3' }),
  good: exampleScaledObject({
    spec: 'fallback:\n  failureThreshold: 3\n  replicas: 3',
    trigger: 'type: kafka\nmetadata:\n  bootstrapServers: kafka:9092\n  consumerGroup: web\n  topic: orders',
  }),
  check({ manifest }, context) {
    const spec = specOf(manifest);
    if (!spec) return;
    const fallback = objectField(spec, 'fallback');
    const [idle, min] = [numberField(spec, 'idleReplicaCount'), numberField(spec, 'minReplicaCount') ?? 0];
    if (idle !== undefined && idle >= min && idle > 0 && !(isSet(spec, 'minReplicaCount') && typeof spec.minReplicaCount !== 'number')) {
      context.report('/spec/idleReplicaCount', `there are ${idle} pods while nothing is asked, and at least ${min} otherwise`, {
        received: String(idle), expected: 'fewer than minReplicaCount', fix: 'write 0, or leave it out',
      });
    }
    if (fallback && !fallbackWorks(spec)) {
      context.report('/spec/fallback', 'no trigger has a metric that a fallback works for', {
        received: objectsField(spec, 'triggers').map(([, trigger]) => [textField(trigger, 'type'), textField(trigger, 'metricType')].filter(Boolean).join(' as ')).join(', '),
        expected: 'a trigger other than cpu and memory, of metricType AverageValue', fix: 'leave the fallback out, or add such a trigger',
      });
    }
  },
});

function fallbackWorks(spec: JsonObject): boolean {
  if (isJsonObject(objectField(spec, 'advanced')?.scalingModifiers)) return true;
  const triggers = objectsField(spec, 'triggers').map(([, trigger]) => [textField(trigger, 'type'), textField(trigger, 'metricType') || 'AverageValue'] as const);
  return triggers.length === 0 || triggers.some(([type, metric]) => type !== 'cpu' && type !== 'memory' && metric !== 'Value' && metric !== 'Utilization');
}
