import { defineRule } from '../../rule';
import { exampleAnnotations } from './examples';
import { PREFIX, updaterAnnotations } from './settings';

/** Finds annotations that name no image. */
export const imageList = defineRule({
  id: 'image-updater/image-list',
  severity: 'error',
  kinds: ['argoproj.io/Application', 'argoproj.io/ApplicationSet'],
  since: '0.1.0',
  implements: ['CD-269'],
  title: 'annotations of the Image Updater begin with a list of images',
  rationale: 'Without image-list, or with an empty one, the Image Updater passes over the Application, whatever the other annotations say.',
  bad: exampleAnnotations('image-list: web='),
  good: exampleAnnotations('image-list: web=registry.example.com/shop/web:1.x'),
  check(entry, context) {
    const annotations = updaterAnnotations(entry);
    const [first] = annotations;
    if (!first) return;
    const expected = '<alias>=<image>:<constraint>, with commas between several';
    const list = annotations.find(({ setting, alias }) => setting === 'image-list' && alias === '');
    if (!list) {
      // A generator may fill it in: then it is not among those that are read here.
      if (JSON.stringify(entry.manifest).includes(`${PREFIX}image-list`)) return;
      context.report(first.pointer, 'no image is listed, so the annotation is not read', { expected: `${PREFIX}image-list: ${expected}`, fix: 'list the image' });
      return;
    }
    const items = list.value.split(',').map((item) => item.trim()).filter((item) => item !== '');
    const nameless = items.find((item) => /=\s*$/.test(item));
    if (items.length > 0 && nameless === undefined) return;
    context.report(list.pointer, nameless === undefined ? 'the list of images is empty' : `${nameless} has no image behind its alias`, {
      received: list.value, expected, fix: 'name the image, or take the annotations out',
    });
  },
});
