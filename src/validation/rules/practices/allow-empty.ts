import { defineRule } from '../../rule';
import { APPLICATION_KINDS, applicationSpec } from '../apps/application-spec';
import { EXAMPLE_SOURCE, exampleApplication } from '../apps/example-application';

function pruning(more: string): string {
  return exampleApplication(`${EXAMPLE_SOURCE}\nsyncPolicy:\n  automated:\n    prune: true${more}`);
}

/** Finds Applications that may delete everything that they deliver. */
export const allowEmpty = defineRule({
  id: 'practices/allow-empty',
  severity: 'warning',
  kinds: APPLICATION_KINDS,
  since: '0.1.0',
  implements: ['P3'],
  title: 'an Application without objects is a mistake, and no wish to delete all',
  rationale: 'A path that is misspelt, a generator that gives nothing or a branch that is empty leaves an Application without objects. Argo CD then '
    + 'refuses to prune the last ones by itself, unless allowEmpty is true: then it deletes everything.',
  bad: pruning('\n    allowEmpty: true'),
  good: pruning(''),
  check(entry, context) {
    const empty = applicationSpec(entry).at('syncPolicy', 'automated', 'allowEmpty');
    if (empty.value !== true) return;
    context.report(empty.pointer, 'one wrong path deletes everything that this Application delivers', {
      received: 'allowEmpty: true', expected: 'allowEmpty left out', fix: 'remove allowEmpty, and delete the Application when it has done its work',
    });
  },
});
