import { isJsonObject } from '../../../manifests/json';
import { pointer } from '../../../manifests/pointer';
import { defineRule } from '../../rule';
import { annotated } from '../scopes';
import { exampleAnnotations } from './examples';
import { PREFIX } from './settings';

/** Finds annotations of the Image Updater on objects that it does not look at. */
export const annotationsPlace = defineRule({
  id: 'image-updater/annotations-place',
  severity: 'error',
  kinds: ['*'],
  scope: annotated,
  since: '0.1.0',
  implements: ['E13'],
  title: 'annotations of the Image Updater stand on Applications',
  rationale:
    'The Image Updater reads its annotations from Applications alone: not from workloads, not from a Kustomization, and of an ApplicationSet '
    + 'only what its template gives the Applications. Anywhere else they do nothing.',
  bad: `apiVersion: v1
kind: ConfigMap
metadata:
  name: web
  annotations:
    argocd-image-updater.argoproj.io/image-list: web=registry.example.com/shop/web
`,
  good: exampleAnnotations('image-list: web=registry.example.com/shop/web'),
  check({ id, manifest }, context) {
    const annotations: unknown = manifest.metadata.annotations;
    if (!isJsonObject(annotations) || (id.kind === 'Application' && id.group === 'argoproj.io')) return;
    const key = Object.keys(annotations).find((name) => name.startsWith(PREFIX));
    if (key === undefined) return;
    const set = id.kind === 'ApplicationSet' && id.group === 'argoproj.io';
    context.report(pointer('/metadata/annotations', key), `the Image Updater does not look at the annotations of this ${id.kind}`, {
      expected: set ? 'spec.template.metadata.annotations' : 'the annotations of the Application that delivers it',
      fix: set ? 'move them into the template' : 'move them to the Application, or write an ImageUpdater',
    });
  },
});
