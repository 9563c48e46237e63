import { pointer } from '../../../manifests/pointer';
import { defineRule } from '../../rule';
import { textField } from '../rollouts/fields';
import { examplePods } from './example-pods';
import { imageVersion } from './image-reference';
import { POD_KINDS, podContainersOf } from './pods-of';

/** Finds containers that run what their node happens to have. */
export const imagePullPolicy = defineRule({
  id: 'pods/image-pull-policy',
  severity: 'warning',
  kinds: POD_KINDS,
  since: '0.1.0',
  implements: [],
  title: 'all nodes run the same image',
  rationale: 'With imagePullPolicy Never a pod starts only where somebody has put the image before: on a new node it fails with ErrImageNeverPull. With '
    + 'IfNotPresent and the tag latest each node keeps the image that was the latest when it first ran one.',
  bad: examplePods({ container: 'imagePullPolicy: Never' }),
  good: examplePods({ container: 'imagePullPolicy: IfNotPresent' }),
  check(entry, context) {
    for (const { pointer: at, container } of podContainersOf(entry)) {
      const policy = textField(container, 'imagePullPolicy');
      const version = imageVersion(textField(container, 'image'));
      const moves = version !== undefined && !version.hasDigest && (version.tag === '' || version.tag === 'latest');
      if (policy !== 'Never' && !(policy === 'IfNotPresent' && moves)) continue;
      context.report(pointer(at, 'imagePullPolicy'), `container ${textField(container, 'name')} runs what its node happens to have`, {
        received: policy, expected: policy === 'Never' ? 'IfNotPresent or Always' : 'Always, or a tag that is never moved',
        fix: policy === 'Never' ? 'leave imagePullPolicy out' : 'write a tag that is never moved',
      });
    }
  },
});
