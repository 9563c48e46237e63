import type { Place } from '../../../manifests/references/place';
import { defineRule, type RuleContext } from '../../rule';
import { exampleApplicationSet, exampleTemplate } from './example-application-set';
import { generatorEntries } from './generator-entries';

/** Finds matrices and merges with the wrong number of generators, and generators that stand too deep. */
export const generatorChildren = defineRule({
  id: 'appsets/generator-children',
  severity: 'error',
  kinds: ['argoproj.io/ApplicationSet'],
  since: '0.1.0',
  implements: ['CD-152', 'CD-155', 'CD-158'],
  title: 'a matrix has two generators, a merge two or more, and neither stands two levels deep',
  rationale: 'Another number is an error that stops the whole set. Inside of a matrix or merge there may be one more matrix or merge, '
    + 'but not inside of that one: deeper generators are lost when the API server reads the set.',
  bad: exampleApplicationSet(`
generators:
  - matrix:
      generators:
        - clusters: {}
${exampleTemplate("'{{nameNormalized}}'")}`),
  good: exampleApplicationSet(`
generators:
  - matrix:
      generators:
        - clusters: {}
        - list:
            elements:
              - app: web
${exampleTemplate("'{{nameNormalized}}-{{app}}'")}`),
  check(entry, context) {
    for (const { entry: place, types, inside } of generatorEntries(entry)) {
      for (const type of types) {
        if (type !== 'matrix' && type !== 'merge') continue;
        if (inside.length > 1) {
          context.report(place.at(type).pointer, `the ${type} stands in a ${inside[1]!} in a ${inside[0]!}, too deep for Argo CD to see`, {
            fix: 'list its sets in one generator, or make the set of fewer levels',
          });
        } else {
          checkCount(type, place.at(type, 'generators'), context);
        }
      }
    }
  },
});

function checkCount(type: 'matrix' | 'merge', generators: Place, context: RuleContext): void {
  const { length } = generators.items;
  // A list that is missing is what the schema reports.
  if (!Array.isArray(generators.value) || length === 2 || (type === 'merge' && length > 2)) return;
  const expected = type === 'matrix' ? 'two generators' : 'two generators or more';
  context.report(generators.pointer, `a ${type} has ${expected}, and this one has ${length}`, {
    received: String(length),
    expected,
    fix: length < 2 ? 'add a generator, or use the one alone' : 'put two of them into a matrix of their own',
  });
}
