import { globProblem } from '../../../languages/globs';
import { defineRule } from '../../rule';
import { APPLICATION_KINDS, literalOf, sourcesOf } from './application-spec';
import { exampleSource } from './example-application';

/** Finds patterns of files that match nothing. */
export const directoryPatterns = defineRule({
  id: 'apps/directory-patterns',
  severity: 'error',
  kinds: APPLICATION_KINDS,
  since: '0.1.0',
  implements: ['CD-072'],
  title: 'the patterns of a directory can be read',
  rationale:
    'Argo CD writes a pattern that it cannot read into its log and goes on: a broken include leaves out every file, so that pruning '
    + 'deletes what they made, and a broken exclude leaves out none.',
  bad: exampleSource(`
path: web
directory:
  include: 'web-[a-z.yaml'`),
  good: exampleSource(`
path: web
directory:
  include: 'web-[a-z].yaml'`),
  check(entry, context) {
    for (const source of sourcesOf(entry)) {
      for (const field of ['include', 'exclude']) {
        const place = source.at('directory', field);
        const problem = literalOf(place) === '' ? undefined : globProblem(place.text);
        if (problem === undefined) continue;
        context.report(place.pointer, `the pattern of ${field} has ${problem}, so it matches nothing`, {
          received: place.text, expected: 'a pattern such as *.yaml, or several as {*.yaml,*.json}',
        });
      }
    }
  },
});
