import { pointer } from '../../../manifests/pointer';
import { defineRule } from '../../rule';
import { flagField, isSet, listField, objectField } from '../rollouts/fields';
import { examplePods } from './example-pods';
import { POD_KINDS } from './pods-of';
import { securedContainersOf } from './secured-containers';

/** Finds containers that keep the capabilities which their runtime gives to all. */
export const dropCapabilities = defineRule({
  id: 'pods/drop-capabilities',
  severity: 'info',
  strict: true,
  kinds: POD_KINDS,
  since: '0.1.0',
  implements: [],
  title: 'containers drop all capabilities, and add those that they need',
  rationale: 'Without a word a container has more than ten capabilities, such as NET_RAW, which makes up packets of other pods. Hardly any program '
    + 'needs one of them. The restricted Pod Security Standard wants ALL dropped.',
  bad: examplePods(),
  good: examplePods({ container: 'securityContext:\n  capabilities:\n    drop: [ALL]' }),
  check(entry, context) {
    for (const { pointer: at, name, own } of securedContainersOf(entry)) {
      const dropped = listField(objectField(own, 'capabilities'), 'drop').map(String);
      if (flagField(own, 'privileged') || dropped.some((one) => one.toUpperCase() === 'ALL')) continue;
      context.report(isSet(own, 'capabilities') ? pointer(at, 'securityContext', 'capabilities') : at, `container ${name} keeps the capabilities that its runtime gives to all`, {
        received: dropped.length > 0 ? `drops ${dropped.join(', ')}` : 'drops none', expected: 'securityContext.capabilities.drop: [ALL]', fix: 'drop ALL, and add what the program asks for',
      });
    }
  },
});
