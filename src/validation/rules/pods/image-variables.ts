import { pointer } from '../../../manifests/pointer';
import { defineRule } from '../../rule';
import { textField } from '../rollouts/fields';
import { examplePods } from './example-pods';
import { POD_KINDS, podContainersOf } from './pods-of';

/** Finds images that wait for somebody to fill them in. */
export const imageVariables = defineRule({
  id: 'pods/image-variables',
  severity: 'warning',
  kinds: POD_KINDS,
  since: '0.1.0',
  implements: [],
  title: 'an image has no variables of a shell',
  rationale: 'Neither Kubernetes nor Argo CD fills in $TAG or ${TAG} in an image; only a plugin that runs envsubst does. Without one the API server takes '
    + 'the object, and each pod waits with InvalidImageName. What a plugin fills in is in no commit, so nobody can go back to it.',
  bad: examplePods({ image: 'example.com/web:$TAG' }),
  good: examplePods({ image: 'example.com/web:1.4.2' }),
  check(entry, context) {
    for (const { pointer: at, container } of podContainersOf(entry)) {
      const image = textField(container, 'image');
      if (!/\$[({A-Za-z_]/.test(image) || image.includes('{{')) continue;
      context.report(pointer(at, 'image'), `image of ${textField(container, 'name')} has a variable that nobody fills in: ${JSON.stringify(image)}`, {
        received: image, expected: 'a tag or a digest', fix: 'let the pipeline write the tag into the file that is committed',
      });
    }
  },
});
