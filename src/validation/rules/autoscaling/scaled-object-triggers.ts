import { promqlProblem } from '../../../languages/promql';
import type { JsonObject } from '../../../manifests/json';
import { type Pointer, pointer } from '../../../manifests/pointer';
import { certainlyMeant, corrected, renamed } from '../../certain-edit';
import { defineRule, type RuleContext } from '../../rule';
import { nearest } from '../../schema/similar-name';
import { flagField, isSet, objectField, objectsField, textField } from '../rollouts/fields';
import { specOf } from '../rollouts/rollout-strategy';
import { SCALED_OBJECT } from './example-autoscaler';
import { exampleScaledObject } from './example-scaled-object';

/** Triggers of KEDA 2. Newer versions may have more. */
const TYPES = ('activemq apache-kafka arangodb artemis-queue aws-cloudwatch aws-dynamodb aws-dynamodb-streams aws-kinesis-stream aws-sqs-queue azure-app-insights '
  + 'azure-blob azure-data-explorer azure-eventhub azure-log-analytics azure-monitor azure-pipelines azure-queue azure-servicebus beanstalkd cassandra couchdb cpu cron '
  + 'datadog dynatrace elasticsearch etcd external external-push gcp-cloudtasks gcp-pubsub gcp-stackdriver gcp-storage github-runner graphite huawei-cloudeye ibmmq '
  + 'influxdb kafka kubernetes-workload liiklus loki memory metrics-api mongodb mssql mysql nats-jetstream new-relic nsq openstack-metric openstack-swift postgresql '
  + 'predictkube prometheus pulsar rabbitmq redis redis-cluster redis-cluster-streams redis-sentinel redis-sentinel-streams redis-streams selenium-grid '
  + 'solace-event-queue solr splunk stan').split(' ');

interface MetadataShape {
  readonly needed: readonly string[];
  readonly others: readonly string[];
  readonly numbers: readonly string[];
}

/** Of the triggers that most use: what they need, and what else they read. Those marked as numbers are read as such. */
const METADATA: Readonly<Record<string, MetadataShape>> = {
  cpu: { needed: ['value'], others: ['containerName', 'type'], numbers: ['value'] },
  memory: { needed: ['value'], others: ['containerName', 'type'], numbers: [] },
  cron: { needed: ['desiredReplicas', 'end', 'start', 'timezone'], others: [], numbers: ['desiredReplicas'] },
  prometheus: {
    needed: ['query', 'serverAddress', 'threshold'],
    others: ['activationThreshold', 'authModes', 'awsRegion', 'cortexOrgID', 'customHeaders', 'ignoreNullValues', 'identityOwner', 'metricName', 'namespace', 'queryParameters',
      'timeout', 'unsafeSsl'],
    numbers: ['activationThreshold', 'threshold'],
  },
};
const FLAGS = ['ignoreNullValues', 'unsafeSsl'];
const METRIC_TYPES = ['AverageValue', 'Utilization', 'Value'];
const OF_PODS = ['cpu', 'memory'];

/** Finds triggers of ScaledObjects that KEDA cannot make anything of. */
export const scaledObjectTriggers = defineRule({
  id: 'autoscaling/scaled-object-triggers',
  severity: 'error',
  kinds: [SCALED_OBJECT],
  since: '0.1.0',
  implements: [],
  title: 'triggers of a ScaledObject are ones that KEDA can read',
  rationale: 'KEDA reads triggers when it runs: with one that it cannot read the ScaledObject is not ready, no autoscaler is made or it stays as it was, and the '
    + 'number of pods follows nothing. What a trigger does not know of its metadata is passed over.',
  bad: exampleScaledObject({ trigger: 'type: cpus\nmetadata:\n  value: \'70\'' }),
  good: exampleScaledObject({ trigger: 'type: cpu\nmetadata:\n  value: \'70\'' }),
  check({ manifest }, context) {
    for (const [index, trigger] of objectsField(specOf(manifest), 'triggers')) {
      const at = pointer('/spec/triggers', index);
      const type = textField(trigger, 'type');
      reportWord(context, pointer(at, 'type'), type, TYPES, 'trigger', false);
      reportWord(context, pointer(at, 'metricType'), textField(trigger, 'metricType'), METRIC_TYPES, 'type of metrics', true);
      reportMetricType(context, at, type, trigger);
      const metadata = objectField(trigger, 'metadata');
      if (metadata) reportMetadata(context, pointer(at, 'metadata'), type, metadata, isSet(trigger, 'authenticationRef'));
    }
  },
});

function reportWord(context: RuleContext, at: Pointer, word: string, words: readonly string[], what: string, isAll: boolean): void {
  if (word === '' || word.includes('{{') || words.includes(word)) return;
  const certain = certainlyMeant(word, words);
  if (!isAll && certain === undefined) return;
  const near = certain ?? nearest(word, words);
  context.report(at, `KEDA has no ${what} ${JSON.stringify(word)}`, {
    received: word, expected: isAll ? words.join(', ') : certain, fix: near ? `did you mean ${near}?` : 'write one of these', ...corrected(at, certain),
  });
}

function reportMetricType(context: RuleContext, at: Pointer, type: string, trigger: JsonObject): void {
  const metric = textField(trigger, 'metricType');
  const ofPods = OF_PODS.includes(type);
  const wanted = ofPods ? ['Utilization', 'AverageValue'] : ['AverageValue', 'Value'];
  if (METRIC_TYPES.includes(metric) && TYPES.includes(type) && !wanted.includes(metric)) {
    context.report(pointer(at, 'metricType'), `${type} is measured as ${wanted.join(' or ')}`, { received: metric, expected: wanted.join(', '), fix: `write ${wanted[0]}` });
  }
  if ((ofPods || type === 'cron') && flagField(trigger, 'useCachedMetrics')) {
    context.report(pointer(at, 'useCachedMetrics'), `${type} is not cached`, { received: 'true', expected: 'no useCachedMetrics', fix: 'leave it out' });
  }
}

function reportPrometheus(context: RuleContext, at: Pointer, metadata: JsonObject): void {
  const [query, address] = [textField(metadata, 'query'), textField(metadata, 'serverAddress')];
  const problem = query === '' || query.includes('{{') ? undefined : promqlProblem(query);
  if (problem !== undefined) {
    context.report(pointer(at, 'query'), `the query is no PromQL: ${problem}`, { received: query, expected: 'a PromQL expression', fix: 'correct the query' });
  }
  if (address === '' || address.includes('{{') || (/^https?:\/\/[^/\s]+/.test(address) && URL.canParse(address))) return;
  context.report(pointer(at, 'serverAddress'), 'serverAddress is no web address', {
    received: address, expected: 'a URL with http:// or https://', fix: 'write the URL of Prometheus',
  });
}

function reportMetadata(context: RuleContext, at: Pointer, type: string, metadata: JsonObject, isAuthenticated: boolean): void {
  const shape = Object.hasOwn(METADATA, type) ? METADATA[type] : undefined;
  if (!shape) return;
  const known = [...shape.needed, ...shape.others];
  // A TriggerAuthentication may give the rest, and a container's environment what ends in FromEnv.
  const missing = shape.needed.filter((key) => !isSet(metadata, key) && !isSet(metadata, `${key}FromEnv`) && !isAuthenticated);
  const unknown = Object.keys(metadata).filter((key) => !known.includes(key) && !known.includes(key.replace(/FromEnv$/, '')));
  for (const key of unknown) {
    const certain = certainlyMeant(key, known.filter((one) => !isSet(metadata, one)));
    if (certain === undefined) continue;
    const where = pointer(at, key);
    context.report(where, `the trigger ${type} does not read ${key}`, { received: key, expected: certain, fix: `did you mean ${certain}?`, ...renamed(where, certain) });
  }
  for (const key of missing) {
    if (unknown.some((other) => certainlyMeant(other, [key]) !== undefined)) continue;
    context.report(at, `the trigger ${type} needs ${key}`, { received: Object.keys(metadata).sort().join(', ') || 'nothing', expected: shape.needed.join(', '), fix: `write ${key}` });
  }
  for (const key of shape.numbers) {
    const text = textField(metadata, key);
    if (text === '' || text.includes('{{') || /^[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?$/.test(text)) continue;
    context.report(pointer(at, key), `${key} is no number`, { received: text, expected: 'a number', fix: 'write the number' });
  }
  if (type === 'prometheus') reportPrometheus(context, at, metadata);
  for (const key of FLAGS.filter((flag) => shape.others.includes(flag))) {
    const text = textField(metadata, key);
    if (text === '' || text.includes('{{') || /^(?:1|t|T|TRUE|true|True|0|f|F|FALSE|false|False)$/.test(text)) continue;
    context.report(pointer(at, key), `${key} is neither true nor false`, { received: text, expected: 'true or false', fix: 'write one of them' });
  }
}
