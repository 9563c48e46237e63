import { certainlyMeant, corrected } from '../../certain-edit';
import { defineRule } from '../../rule';
import { nearest } from '../../schema/similar-name';
import { exampleUpdater } from './examples';
import { settingsOf, UPDATED_KINDS } from './settings';

const STRATEGIES = ['semver', 'newest-build', 'digest', 'alphabetical'];
const RENAMED: ReadonlyMap<string, string> = new Map([['latest', 'newest-build'], ['name', 'alphabetical']]);

/** Finds update strategies that the Image Updater does not know by their names. */
export const updateStrategy = defineRule({
  id: 'image-updater/update-strategy',
  severity: 'warning',
  // Annotations of a Kustomization are not read; but people move them from there to where they are.
  kinds: [...UPDATED_KINDS, 'kustomize.config.k8s.io/Kustomization'],
  since: '0.1.0',
  implements: ['CD-270', 'E14'],
  title: 'an update strategy is semver, newest-build, digest or alphabetical',
  rationale:
    'The Image Updater takes a strategy that it does not know for semver, so tags that are no versions never count. latest and name are '
    + 'old names of newest-build and alphabetical that a later release will not know.',
  bad: exampleUpdater('', 'commonUpdateSettings:\n  updateStrategy: latest'),
  good: exampleUpdater('', 'commonUpdateSettings:\n  updateStrategy: newest-build\n  allowTags: regexp:^main-'),
  check(entry, context) {
    for (const { text, pointer } of settingsOf(entry, 'updateStrategy')) {
      const strategy = text.toLowerCase();
      if (STRATEGIES.includes(strategy)) continue;
      const now = RENAMED.get(strategy);
      const near = nearest(strategy, STRATEGIES);
      context.report(pointer, now ? `${text} is an old name of ${now}` : `the strategy ${text} is not known, and taken for semver`, {
        received: text, expected: STRATEGIES.join(', '), fix: now ? `write ${now}` : near ? `did you mean ${near}?` : 'write one of the four',
        ...corrected(pointer, now ?? certainlyMeant(strategy, STRATEGIES)),
      });
    }
  },
});
