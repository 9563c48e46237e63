import { matchesPathPattern } from '../../../languages/globs';
import { ofKind } from '../../../manifests/entry-index';
import { Place } from '../../../manifests/references/place';
import { defineRule } from '../../rule';
import { exampleAnnotations } from './examples';
import { updaterAnnotations } from './settings';

/** Finds annotations that no ImageUpdater has read. */
export const annotationsRead = defineRule({
  id: 'image-updater/annotations-read',
  severity: 'warning',
  kinds: ['argoproj.io/Application'],
  since: '0.1.0',
  implements: ['E13', 'CD-276'],
  title: 'an ImageUpdater reads the annotations of the Application',
  rationale:
    'Since release 1.0 the Image Updater looks after the Applications that an ImageUpdater in their namespace names, and reads their '
    + 'annotations only where it says useAnnotations. Looked at where the manifests have an ImageUpdater.',
  bad: exampleAnnotations('image-list: web=registry.example.com/shop/web')
    .replace('useAnnotations: true', 'images:\n        - alias: api\n          imageName: registry.example.com/shop/api'),
  good: exampleAnnotations('image-list: web=registry.example.com/shop/web'),
  check(entry, context) {
    const [first] = updaterAnnotations(entry);
    if (!first) return;
    const updaters = ofKind(context.manifests.entries, 'argocd-image-updater.argoproj.io/ImageUpdater');
    if (updaters.length === 0) return;
    const refs = updaters.filter(({ id }) => id.namespace === entry.id.namespace || id.namespace === '')
      .flatMap(({ manifest }) => Place.root(manifest).at('spec', 'applicationRefs').items);
    // Labels may come from elsewhere: a selector is taken to fit.
    if (refs.some((ref) => ref.at('useAnnotations').value === true && matchesPathPattern(ref.at('namePattern').text, entry.id.name))) return;
    context.report(first.pointer, `no ImageUpdater ${entry.id.namespace === '' ? '' : `in ${entry.id.namespace} `}reads these annotations`, {
      expected: `an ImageUpdater with namePattern: ${entry.id.name} and useAnnotations: true`,
      fix: 'add one, or list the images in an ImageUpdater and take the annotations out',
    });
  },
});
