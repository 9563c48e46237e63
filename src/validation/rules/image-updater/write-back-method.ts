import { certainlyMeant, corrected } from '../../certain-edit';
import { defineRule } from '../../rule';
import { exampleAnnotations } from './examples';
import { settingsOf } from './settings';

/** Finds ways of writing back that there are not. */
export const writeBackMethod = defineRule({
  id: 'image-updater/write-back-method',
  severity: 'error',
  // The schema of the resource has a pattern for it.
  kinds: ['argoproj.io/Application', 'argoproj.io/ApplicationSet'],
  since: '0.1.0',
  implements: [],
  title: 'versions are written back by argocd or git',
  rationale: 'For any other method the Image Updater reports an invalid update mechanism and passes over the Application: it gets no new version.',
  bad: exampleAnnotations('image-list: web=registry.example.com/shop/web\nwrite-back-method: gti'),
  good: exampleAnnotations('image-list: web=registry.example.com/shop/web\nwrite-back-method: git'),
  check(entry, context) {
    for (const { text, pointer } of settingsOf(entry, 'method')) {
      // What stands behind the colon has a rule of its own.
      const [word = ''] = text.split(':');
      if (text === 'argocd' || word === 'git') continue;
      const meant = certainlyMeant(word, ['argocd', 'git']);
      context.report(pointer, 'there is no such method, so the Image Updater passes over the Application', {
        received: text, expected: 'argocd, git, git:repocreds or git:secret:<name>', fix: meant && `did you mean ${meant}?`,
        ...corrected(pointer, meant === undefined ? undefined : meant + text.slice(word.length)),
      });
    }
  },
});
