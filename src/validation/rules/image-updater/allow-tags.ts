import { goRegExpProblem } from '../../../languages/conditions/go-regexp-syntax';
import { defineRule } from '../../rule';
import { exampleUpdater } from './examples';
import { settingsOf, UPDATED_KINDS } from './settings';

/** Finds filters of tags that let no tag through. */
export const allowTags = defineRule({
  id: 'image-updater/allow-tags',
  severity: 'error',
  kinds: UPDATED_KINDS,
  since: '0.1.0',
  implements: ['CD-271'],
  title: 'allowTags is any, or regexp: and a regular expression',
  rationale: 'With anything else the Image Updater lets no tag through and says so in its log only: the image stays as it is for ever.',
  bad: exampleUpdater('', 'commonUpdateSettings:\n  allowTags: ^main-[0-9a-f]+$'),
  good: exampleUpdater('', 'commonUpdateSettings:\n  allowTags: regexp:^main-[0-9a-f]+$'),
  check(entry, context) {
    for (const { text, pointer } of settingsOf(entry, 'allowTags')) {
      if (text.toLowerCase() === 'any') continue;
      const expression = /^regexp:([^]*)$/i.exec(text)?.[1];
      const problem = expression === undefined ? undefined : goRegExpProblem(expression);
      if (expression !== undefined && problem === undefined) continue;
      context.report(pointer, problem === undefined ? 'this filter has no form that is known, so no tag counts' : `no tag counts: ${problem}`, {
        received: text, expected: 'any, or regexp:<expression>', fix: problem === undefined ? `write regexp:${text.replace(/^\w+:/, '')}` : 'mend the expression',
      });
    }
  },
});
