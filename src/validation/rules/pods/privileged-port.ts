import { pointer } from '../../../manifests/pointer';
import { defineRule } from '../../rule';
import { numberField, objectsField, textField } from '../rollouts/fields';
import { examplePods } from './example-pods';
import { GUEST_POD_KINDS, podContainersOf } from './pods-of';

/** The first port that any user may open. */
const FIRST_FREE = 1024;

/** Finds containers that listen where only root may. */
export const privilegedPort = defineRule({
  id: 'pods/privileged-port',
  severity: 'info',
  strict: true,
  kinds: GUEST_POD_KINDS,
  since: '0.1.0',
  implements: [],
  title: 'containers listen on ports that any user may open',
  rationale: 'Ports below 1024 need root or a capability, unless the runtime of the node has opened them. The Service may have port 80 or 443 all the same: '
    + 'its targetPort leads to any other. A container that listens on 22 is mostly one that people log into, past everything in Git.',
  bad: examplePods({ ports: '- name: http\n  containerPort: 80' }),
  good: examplePods({ ports: '- name: http\n  containerPort: 8080' }),
  check(entry, context) {
    for (const at of podContainersOf(entry)) {
      for (const [index, port] of objectsField(at.container, 'ports')) {
        const number = numberField(port, 'containerPort');
        if (number === undefined || number < 1 || number >= FIRST_FREE) continue;
        context.report(pointer(at.pointer, 'ports', index, 'containerPort'), `container ${textField(at.container, 'name')} listens on port ${number}${number === 22 ? ', that of SSH' : ', which needs rights'}`, {
          received: String(number), expected: `${FIRST_FREE} or more`, fix: 'let the program listen on another port, such as 8080, and keep the port of the Service',
        });
      }
    }
  },
});
