import { pointer } from '../../../manifests/pointer';
import { defineRule } from '../../rule';
import { textField } from '../rollouts/fields';
import { examplePods } from './example-pods';
import { imageVersion } from './image-reference';
import { POD_KINDS, podContainersOf } from './pods-of';

/** Finds images that are another one tomorrow. */
export const imageTag = defineRule({
  id: 'pods/image-tag',
  severity: 'warning',
  kinds: POD_KINDS,
  since: '0.1.0',
  implements: ['P44'],
  title: 'an image says its version',
  rationale: 'Nobody sees from Git what runs under "latest", and a new one is no change of the manifest: no release starts, nothing is analysed, '
    + 'and a pod that is moved to another node gets the new version at once. Going back to an older commit brings the same image again.',
  bad: examplePods({ image: 'example.com/web:latest' }),
  good: examplePods({ image: 'example.com/web:1.4.2' }),
  check(entry, context) {
    for (const { pointer: at, container } of podContainersOf(entry)) {
      const image = textField(container, 'image');
      const version = imageVersion(image);
      if (!version || version.hasDigest || (version.tag !== '' && version.tag !== 'latest')) continue;
      context.report(pointer(at, 'image'), `image of ${textField(container, 'name')} is whatever is latest when a pod starts`, {
        received: image, expected: 'a tag that is never moved, or a digest', fix: 'write the tag that CI gave the image, such as the id of the commit',
      });
    }
  },
});
