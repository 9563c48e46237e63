import { jqProblem } from '../../../languages/jq/problem';
import { Place } from '../../../manifests/references/place';
import { defineRule } from '../../rule';
import { APPLICATION_KINDS, applicationSpec } from './application-spec';
import { exampleIgnoredPath } from './example-application';

/** Finds jq expressions of ignored differences that do not compile, or that lead to no place in the object. */
export const ignoredPathCompiles = defineRule({
  id: 'apps/ignored-path-compiles',
  severity: 'error',
  kinds: APPLICATION_KINDS,
  since: '0.1.0',
  implements: ['CD-094'],
  title: 'the jq paths of ignored differences compile, and lead to fields',
  rationale:
    'Argo CD puts each path into del(...). One that does not compile makes every comparison of the Application fail with a ComparisonError, and '
    + 'so every sync. One that computes a value instead of leading to a field is passed over with a line in the debug log.',
  bad: exampleIgnoredPath('.spec.http[]?.route[?].weight'),
  good: exampleIgnoredPath('.spec.http[]?.route[]?.weight'),
  check(entry, context) {
    const ofSet = Place.root(entry.manifest).at('spec', 'ignoreApplicationDifferences').items;
    for (const ignored of [...applicationSpec(entry).at('ignoreDifferences').items, ...ofSet]) {
      for (const path of ignored.at('jqPathExpressions').items) {
        // A pointer in the wrong list is told where it belongs by apps/ignore-differences-effective.
        if (typeof path.value !== 'string' || path.text.includes('{{') || path.text.startsWith('/')) continue;
        const problem = jqProblem(path.text);
        if (!problem) continue;
        const broken = ofSet.includes(ignored) ? 'so the ApplicationSet cannot change its Applications' : 'so Argo CD compares nothing of the Application';
        const consequence = problem.kind === 'syntax' ? broken : 'so it ignores nothing';
        context.report(path.pointer, `${problem.message}, ${consequence}`, {
          received: path.text,
          expected: 'a jq path such as .spec.replicas or .spec.http[]?.route[]?.weight',
        });
      }
    }
  },
});
