import type { JsonObject } from '../../../manifests/json';
import type { ManifestEntry } from '../../../manifests/manifest-set';
import { pointer } from '../../../manifests/pointer';
import type { FindingDetails } from '../../finding';
import { defineRule } from '../../rule';
import { textField } from '../rollouts/fields';
import { examplePods } from './example-pods';
import { POD_KINDS, podContainersOf, ROLLOUT_POD_KINDS } from './pods-of';

interface Misread {
  readonly message: string;
  readonly details: FindingDetails;
}

/** Finds images that are empty, a mere digest, or have blanks or capitals in them. */
export const images = defineRule({
  id: 'pods/images',
  severity: 'error',
  kinds: POD_KINDS,
  since: '0.1.0',
  implements: [],
  title: 'the image of a container is a reference: a repository in lower case, without blanks',
  rationale: 'Templates are not checked for it. A pod is refused when blanks surround the image, and waits with InvalidImageName for ever when '
    + 'they are in it or when the repository has capitals: no pod of the release gets ready. '
    + 'A workload with an empty image is refused. A digest without its repository is read as a tag of the image "sha256", which nobody has.',
  bad: examplePods({ image: '"example.com/web: 1.4.2"' }),
  good: examplePods({ image: '"example.com/web:1.4.2"' }),
  check(entry, context) {
    for (const { pointer: at, container } of podContainersOf(entry)) {
      const image = textField(container, 'image');
      const misread = image === '' ? missing(entry, container) : digestAlone(image);
      if (misread) context.report(pointer(at, 'image'), `image of ${textField(container, 'name')} ${misread.message}`, { received: image, ...misread.details });
      // Variables are for another rule.
      if (misread || image.trim() === '' || image.includes('$')) continue;
      const repository = image.replace(/@.*$/, '').replace(/:[^:/]*$/, '').split('/').slice(1).join('/');
      if (!/\s/.test(image) && !/[A-Z]/.test(repository)) continue;
      const field = pointer(at, 'image');
      context.report(field, `image of ${textField(container, 'name')} is no reference: ${JSON.stringify(image)}`, {
        received: image,
        expected: 'registry/repository:tag without blanks, the repository in lower case',
        fix: cureOf(image),
        // Blanks in the middle may stand for something else.
        edit: !/[A-Z]/.test(repository) && !/\s/.test(image.trim()) ? { op: 'set', pointer: field, value: image.trim() } : undefined,
      });
    }
  },
});

/** In a Rollout it is reported among what its containers must have. */
function missing({ id }: ManifestEntry, container: JsonObject): Misread | undefined {
  if (container.image !== '' || ROLLOUT_POD_KINDS.includes(`${id.group}/${id.kind}`)) return undefined;
  return { message: 'is empty', details: { expected: 'registry/repository:tag', fix: 'write the image, or leave the container out' } };
}

function digestAlone(image: string): Misread | undefined {
  if (!/^sha(?:256|384|512):/.test(image)) return undefined;
  return {
    message: `is a digest without a repository: ${JSON.stringify(image)}`,
    details: { expected: 'registry/repository@sha256:<64 digits>', fix: 'write the repository and @ before the digest' },
  };
}

function cureOf(image: string): string {
  if (image.includes('{{')) return 'render the chart first, with helm template, and check what comes out';
  return /\s/.test(image) ? 'remove the blanks' : 'write the repository in lower case';
}
