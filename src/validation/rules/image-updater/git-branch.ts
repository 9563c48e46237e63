import { defineRule } from '../../rule';
import { exampleUpdater } from './examples';
import { settingsOf, UPDATED_KINDS } from './settings';

/** Finds branches that cannot be written to. */
export const gitBranch = defineRule({
  id: 'image-updater/git-branch',
  severity: 'error',
  kinds: UPDATED_KINDS,
  since: '0.1.0',
  implements: ['CD-263'],
  title: 'a branch is base, or base:written; for pull requests the base alone',
  rationale: 'The Image Updater refuses any other text and passes over the Application. For a pull request it makes the branch that it writes to itself.',
  bad: exampleUpdater('writeBackConfig:\n  method: git\n  gitConfig:\n    branch: main:updates\n    pullRequest:\n      github: {}'),
  good: exampleUpdater('writeBackConfig:\n  method: git\n  gitConfig:\n    branch: main\n    pullRequest:\n      github: {}'),
  check(entry, context) {
    for (const { text, pointer, pullRequest } of settingsOf(entry, 'branch')) {
      const colons = text.split(':').length - 1;
      if (colons === 0 || (colons === 1 && !pullRequest)) continue;
      context.report(pointer, pullRequest ? 'a pull request has a branch of its own, and another one is named' : 'the branch has more than one colon', {
        received: text, expected: pullRequest ? text.split(':')[0] : '<base>:<written>', fix: pullRequest ? 'name the base alone' : 'write one colon, or none',
      });
    }
  },
});
