import { pointer } from '../../../manifests/pointer';
import { defineRule } from '../../rule';
import { textField } from '../rollouts/fields';
import { examplePods } from './example-pods';
import { POD_KINDS, podContainersOf } from './pods-of';

/** Finds images with blanks or capitals in them. */
export const images = defineRule({
  id: 'pods/images',
  severity: 'error',
  kinds: POD_KINDS,
  since: '0.1.0',
  implements: [],
  title: 'the image of a container is written without blanks, and its repository in lower case',
  rationale: 'Templates are not checked for it. A pod is refused when blanks surround the image, and waits with InvalidImageName for ever when '
    + 'they are in it or when the repository has capitals: no pod of the release gets ready.',
  bad: examplePods({ image: '"example.com/web: 1.4.2"' }),
  good: examplePods({ image: '"example.com/web:1.4.2"' }),
  check(entry, context) {
    for (const { pointer: at, container } of podContainersOf(entry)) {
      const image = textField(container, 'image');
      // One without any text is reported as missing; one with a variable is filled in later.
      if (image.trim() === '' || image.includes('$')) continue;
      const repository = image.replace(/@.*$/, '').replace(/:[^:/]*$/, '').split('/').slice(1).join('/');
      if (!/\s/.test(image) && !/[A-Z]/.test(repository)) continue;
      context.report(pointer(at, 'image'), `image of ${textField(container, 'name')} is no reference: ${JSON.stringify(image)}`, {
        received: image,
        expected: 'registry/repository:tag without blanks, the repository in lower case',
        fix: /\s/.test(image) ? 'remove the blanks' : 'write the repository in lower case',
      });
    }
  },
});
