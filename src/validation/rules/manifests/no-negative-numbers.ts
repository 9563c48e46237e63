import { pointer } from '../../../manifests/pointer';
import { defineRule } from '../../rule';
import { exampleDeployment } from '../pods/example-deployment';
import { numberField, objectField } from '../rollouts/fields';
import { specOf } from '../rollouts/rollout-strategy';

const OF_WORKLOADS = ['minReadySeconds', 'replicas', 'revisionHistoryLimit'];
const OF_JOBS = ['activeDeadlineSeconds', 'backoffLimit', 'completions', 'parallelism', 'ttlSecondsAfterFinished'];

/** Which fields of the spec count something. */
const COUNTS: Readonly<Record<string, readonly string[]>> = {
  DaemonSet: OF_WORKLOADS,
  Deployment: [...OF_WORKLOADS, 'progressDeadlineSeconds'],
  ReplicaSet: OF_WORKLOADS,
  StatefulSet: OF_WORKLOADS,
  CronJob: ['failedJobsHistoryLimit', 'startingDeadlineSeconds', 'successfulJobsHistoryLimit'],
  Job: OF_JOBS,
};

/** Finds workloads with less than no pods, seconds or retries. Rollouts have a rule of their own. */
export const noNegativeNumbers = defineRule({
  id: 'manifests/no-negative-numbers',
  severity: 'error',
  kinds: ['apps/DaemonSet', 'apps/Deployment', 'apps/ReplicaSet', 'apps/StatefulSet', 'batch/CronJob', 'batch/Job'],
  since: '0.1.0',
  implements: [],
  title: 'numbers of pods, seconds and retries are 0 or more',
  rationale: 'The API server refuses the object, and the sync fails.',
  bad: exampleDeployment({ spec: 'replicas: -2' }),
  good: exampleDeployment({ spec: 'replicas: 2' }),
  check({ id, manifest }, context) {
    const spec = specOf(manifest);
    const places = [[spec, '/spec', COUNTS[id.kind] ?? []], [objectField(objectField(spec, 'jobTemplate'), 'spec'), '/spec/jobTemplate/spec', OF_JOBS]] as const;
    for (const [fields, at, keys] of places) {
      for (const key of keys) {
        const value = numberField(fields, key);
        if (value === undefined || value >= 0) continue;
        context.report(pointer(at, key), `${key} is negative`, { received: String(value), expected: '0 or more', fix: 'write a positive number, or leave it out' });
      }
    }
  },
});
