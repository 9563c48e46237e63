import { pointer } from '../../../manifests/pointer';
import { defineRule } from '../../rule';
import { isSet, textField } from '../rollouts/fields';
import { ROLLOUT } from '../rollouts/rollout-strategy';
import { exampleDeployment } from './example-deployment';
import { isDnsLabel } from './names';
import { containersOfPods, POD_KINDS, podsOf } from './pods-of';

/** Finds pods of anything but a Rollout, which has a rule of its own, that have no container or one without a name or an image. */
export const containers = defineRule({
  id: 'pods/containers',
  severity: 'error',
  kinds: POD_KINDS.filter((kind) => kind !== ROLLOUT),
  since: '0.1.0',
  implements: [],
  title: 'pods run containers, each with an image and a name of its own, whatever makes them',
  rationale: 'The API server refuses the object, and the sync fails. Init containers and containers share one set of names.',
  bad: exampleDeployment({ pod: 'initContainers:\n  - name: web\n    image: example.com/migrate:1.4.2' }),
  good: exampleDeployment(),
  check(entry, context) {
    for (const pods of podsOf(entry)) {
      const { containers: list } = pods.spec;
      // Pods with a spec without the field are reported as such.
      if (!pods.hasSpec || (Array.isArray(list) && list.length === 0)) {
        context.report(`${pods.pointer}/spec/containers`, 'the pods have no container', { expected: 'at least one container', fix: 'list a container' });
      }
      const names = new Set<string>();
      for (const { pointer: at, container } of containersOfPods(pods)) {
        const name = textField(container, 'name');
        if (!isSet(container, 'image')) {
          context.report(at, `container ${name || '""'} has no image`, { expected: 'an image', fix: 'write image with a tag or digest' });
        }
        if (!isSet(container, 'name')) continue;
        if (!isDnsLabel(name) || names.has(name)) {
          const repeated = names.has(name);
          context.report(pointer(at, 'name'), repeated ? `two containers are named ${name}` : `"${name}" is no container name`, {
            received: name,
            expected: repeated ? 'a name that no other container or init container has' : 'up to 63 lower case letters, digits and "-"',
            fix: repeated ? 'rename one of them' : 'rename the container',
          });
        }
        names.add(name);
      }
    }
  },
});
