import { defineRule } from '../../rule';
import { exampleAnnotations } from './examples';
import { updaterAnnotations } from './settings';

/** Finds images that would be written to two places. */
export const oneTarget = defineRule({
  id: 'image-updater/one-target',
  severity: 'error',
  kinds: ['argoproj.io/Application', 'argoproj.io/ApplicationSet'],
  since: '0.1.0',
  implements: ['CD-268'],
  title: 'annotations write an image to Helm values or to a kustomization',
  rationale: 'With both for one alias the Image Updater refuses the annotations, and no image of the Application is updated.',
  bad: exampleAnnotations('image-list: web=registry.example.com/shop/web\nweb.helm.image-tag: image.tag\nweb.kustomize.image-name: shop/web'),
  good: exampleAnnotations('image-list: web=registry.example.com/shop/web\nweb.kustomize.image-name: shop/web'),
  check(entry, context) {
    const annotations = updaterAnnotations(entry).filter(({ value }) => value !== '');
    for (const { alias, setting, pointer } of annotations) {
      if (setting !== 'kustomize.image-name' || !annotations.some((other) => other.alias === alias && other.setting.startsWith('helm.'))) continue;
      context.report(pointer, `${alias} is written to Helm values and to a kustomization`, {
        expected: 'one of the two', fix: `take out the annotations ${alias}.helm, or this one`,
      });
    }
  },
});
