import { pointer } from '../../../manifests/pointer';
import { defineRule } from '../../rule';
import { isSet } from '../rollouts/fields';
import { examplePods } from './example-pods';
import { POD_KINDS } from './pods-of';
import { securedContainersOf } from './secured-containers';

/** Finds containers that can change their own programs. */
export const readOnlyRootFilesystem = defineRule({
  id: 'pods/read-only-root-filesystem',
  severity: 'info',
  strict: true,
  kinds: POD_KINDS,
  since: '0.1.0',
  implements: [],
  title: 'the file system of a container is read-only, and what it writes goes to volumes',
  rationale: 'Who gets into a container that can write to its image puts programs of their own there. What a program writes beside volumes also counts '
    + 'as disk of the node, and is gone with the container.',
  bad: examplePods(),
  good: examplePods({ container: 'securityContext:\n  readOnlyRootFilesystem: true' }),
  check(entry, context) {
    for (const { pointer: at, name, own } of securedContainersOf(entry)) {
      if (own?.readOnlyRootFilesystem === true) continue;
      const said = isSet(own, 'readOnlyRootFilesystem');
      context.report(said ? pointer(at, 'securityContext', 'readOnlyRootFilesystem') : at, `container ${name} can change the files of its image`, {
        received: said ? 'readOnlyRootFilesystem: false' : 'not said, which lets it write', expected: 'readOnlyRootFilesystem: true',
        fix: 'write readOnlyRootFilesystem: true, and mount an emptyDir where the program writes, such as /tmp',
      });
    }
  },
});
