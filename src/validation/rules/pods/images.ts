import { parseReference } from '../../../languages/image-reference';
import type { JsonObject } from '../../../manifests/json';
import type { ManifestEntry } from '../../../manifests/manifest-set';
import { pointer, type Pointer } from '../../../manifests/pointer';
import type { Edit, FindingDetails } from '../../finding';
import { defineRule } from '../../rule';
import { textField } from '../rollouts/fields';
import { examplePods } from './example-pods';
import { POD_KINDS, podContainersOf, ROLLOUT_POD_KINDS } from './pods-of';

interface Misread {
  readonly message: string;
  readonly details: FindingDetails;
}

/** Finds images that are empty, a mere digest, or no reference. */
export const images = defineRule({
  id: 'pods/images',
  severity: 'error',
  kinds: POD_KINDS,
  since: '0.1.0',
  implements: [],
  title: 'the image of a container is a reference: a repository in lower case, with a tag or a digest',
  rationale: 'Templates are not checked for it. A pod is refused when blanks surround the image, and waits with InvalidImageName for ever when '
    + 'it is no reference, as with a capital in the repository, a + in the tag or a cut digest: no pod of the release gets ready. '
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
      if (parseReference(image)) continue;
      const field = pointer(at, 'image');
      context.report(field, `image of ${textField(container, 'name')} is no reference: ${JSON.stringify(image)}`, {
        received: image,
        expected: 'registry/repository:tag without blanks, the repository in lower case',
        fix: cureOf(image),
        edit: editOf(image, field),
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
  if (/\s/.test(image)) return 'remove the blanks';
  if (SCHEME.test(image)) return `leave out ${SCHEME.exec(image)![0]}`;
  const [name = '', digest] = image.split('@');
  if (digest !== undefined && !parseReference(`web@${digest}`)) return 'write the whole digest: sha256: and 64 digits from 0 to 9 and a to f';
  const [, repository = '', tag] = /^(.*?)(?::([^:/]*))?$/.exec(name)!;
  if (parseReference(repository.toLowerCase())) {
    if (tag === '') return 'write the tag after the colon, or leave the colon out';
    return tag === undefined || parseReference(`web:${tag}`)
      ? 'write the repository in lower case'
      : 'write the tag with letters, digits, and . _ - after the first of at most 128; a build of semver after + mostly follows a _ or - in registries';
  }
  return 'write registry/repository:tag, such as registry.example.com/shop/web:1.4.2';
}

/** Blanks around it and a scheme are certainly not meant. Blanks in the middle may stand for something else. */
function editOf(image: string, field: Pointer): Edit | undefined {
  const value = image.trim().replace(SCHEME, '');
  return parseReference(value) ? { op: 'set', pointer: field, value } : undefined;
}

const SCHEME = /^(?:https?|docker|oci):\/\//;
