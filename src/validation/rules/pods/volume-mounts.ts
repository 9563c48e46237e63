import { defineRule } from '../../rule';
import { objectField, objectsField, textField } from '../rollouts/fields';
import { ROLLOUT, specOf } from '../rollouts/rollout-strategy';
import { exampleCronJob } from './example-workload';
import { reportMounts } from './mounts';
import { POD_KINDS, podsOf } from './pods-of';

/** Finds mounts of volumes that the pods of a workload do not have. Those of Rollouts are found by `rollouts/volume-mounts`. */
export const volumeMounts = defineRule({
  id: 'pods/volume-mounts',
  severity: 'error',
  kinds: POD_KINDS.filter((kind) => kind !== ROLLOUT),
  since: '0.1.0',
  implements: [],
  title: 'each volume mount of a workload names a volume of its pods',
  rationale: 'The API server refuses a workload whose containers mount what its pods do not have, and the sync fails. The claims of a StatefulSet '
    + 'are volumes of its pods too.',
  bad: exampleCronJob('schedule: 0 3 * * *', 'restartPolicy: Never\nvolumes:\n  - name: caches\n    emptyDir: {}'),
  good: exampleCronJob('schedule: 0 3 * * *', 'restartPolicy: Never\nvolumes:\n  - name: cache\n    emptyDir: {}'),
  check(entry, context) {
    const claimed = entry.id.kind === 'StatefulSet'
      ? objectsField(specOf(entry.manifest), 'volumeClaimTemplates').map(([, claim]) => textField(objectField(claim, 'metadata'), 'name'))
      : [];
    for (const pods of podsOf(entry)) reportMounts(pods, claimed, context);
  },
});
