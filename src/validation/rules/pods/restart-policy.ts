import { defineRule } from '../../rule';
import { isSet, textField } from '../rollouts/fields';
import { exampleCronJob } from './example-workload';
import { podsOf } from './pods-of';

const JOBS = ['batch/CronJob', 'batch/Job'];
const LASTING = ['apps/DaemonSet', 'apps/Deployment', 'apps/ReplicaSet', 'apps/StatefulSet'];
const VOLUMES = 'volumes:\n  - name: cache\n    emptyDir: {}';

/** Finds pods of Jobs that never end, and pods of other workloads that are meant to. */
export const restartPolicy = defineRule({
  id: 'pods/restart-policy',
  severity: 'error',
  kinds: [...LASTING, ...JOBS],
  since: '0.1.0',
  implements: [],
  title: 'the pods of a Job end, and those of other workloads run until they are replaced',
  rationale: 'The API server refuses a Job or a CronJob whose pods restart always, which is what they do when nothing is said. It refuses a Deployment, '
    + 'a StatefulSet or a DaemonSet whose pods do anything else, or have an active deadline. The sync fails.',
  bad: exampleCronJob('schedule: 0 3 * * *', `restartPolicy: Always\n${VOLUMES}`),
  good: exampleCronJob('schedule: 0 3 * * *', `restartPolicy: OnFailure\n${VOLUMES}`),
  check(entry, context) {
    const { id } = entry;
    const isJob = id.group === 'batch';
    const allowed = isJob ? ['Never', 'OnFailure'] : ['Always'];
    for (const { pointer: at, spec } of podsOf(entry)) {
      const policy = textField(spec, 'restartPolicy');
      const where = `${at}/spec/restartPolicy`;
      if (policy === '' ? isJob && Object.keys(spec).length > 0 : !allowed.includes(policy) && !policy.includes('{{')) {
        const meant = allowed.find((one) => one.toLowerCase() === policy.toLowerCase());
        const fix = isJob ? 'write OnFailure to start the container again, or Never for a new pod' : 'remove restartPolicy, or run the pod as a Job';
        context.report(policy === '' ? `${at}/spec` : where, `pods of a ${id.kind} restart ${isJob ? 'never, or on failure' : 'always'}`, {
          received: policy || 'no restartPolicy, which means Always',
          expected: allowed.join(' or '),
          fix: meant === undefined ? fix : `write ${meant}`,
          ...meant !== undefined && { edit: { op: 'set', pointer: where, value: meant } },
        });
      }
      if (!isJob && isSet(spec, 'activeDeadlineSeconds')) {
        context.report(`${at}/spec/activeDeadlineSeconds`, `activeDeadlineSeconds would end pods of a ${id.kind}`, {
          received: JSON.stringify(spec.activeDeadlineSeconds), expected: 'no active deadline', fix: 'remove it, or run the pod as a Job',
        });
      }
    }
  },
});
