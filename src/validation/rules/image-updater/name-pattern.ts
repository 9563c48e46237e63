import { pathPatternProblem } from '../../../languages/globs';
import { Place } from '../../../manifests/references/place';
import { defineRule } from '../../rule';
import { exampleUpdater } from './examples';

/** Finds patterns of names that cannot be read. */
export const namePattern = defineRule({
  id: 'image-updater/name-pattern',
  severity: 'error',
  kinds: ['argocd-image-updater.argoproj.io/ImageUpdater'],
  since: '0.1.0',
  implements: ['CD-262'],
  title: 'a pattern of names is one that Go can read',
  rationale: 'With one pattern that it cannot read the Image Updater looks after none of the Applications of the resource.',
  bad: exampleUpdater().replace('shop-*', "'shop-[a-'"),
  good: exampleUpdater().replace('shop-*', "'shop-[a-z]*'"),
  check(entry, context) {
    for (const ref of Place.root(entry.manifest).at('spec', 'applicationRefs').items) {
      const pattern = ref.at('namePattern');
      const problem = pattern.text === '' ? undefined : pathPatternProblem(pattern.text);
      if (problem === undefined) continue;
      context.report(pattern.pointer, `the pattern has ${problem}, so no Application is looked after`, {
        received: pattern.text, expected: 'a name, or a pattern with * and ?', fix: 'mend the pattern',
      });
    }
  },
});
