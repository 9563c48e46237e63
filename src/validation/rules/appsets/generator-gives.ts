import { expansionOf } from '../../../expansion/expansions';
import { Place } from '../../../manifests/references/place';
import { defineRule } from '../../rule';
import { exampleApplicationSet, exampleTemplate, GO_TEMPLATE } from './example-application-set';
import { givesNothing } from './makes-something';

/** Finds generators that give nothing beside others that do. */
export const generatorGives = defineRule({
  id: 'appsets/generator-gives',
  severity: 'warning',
  kinds: ['argoproj.io/ApplicationSet'],
  since: '0.1.0',
  implements: [],
  needsCompleteSet: true,
  title: 'every generator of a set gives some parameters',
  rationale: 'A generator with a list without elements, or a selector that takes none of its parameters, makes no Application, and those '
    + 'that it has made before are deleted without a word.',
  bad: example('stging'),
  good: example('staging'),
  check(entry, context) {
    const { generators } = expansionOf(entry, context.manifests);
    const empty = generators.filter((one) => givesNothing(one, entry));
    // That all of them are is said of the set.
    if (empty.length === generators.length) return;
    for (const { pointer, type } of empty) {
      const selector = Place.root(entry.manifest).at('spec', 'generators', pointer.split('/')[3]!, 'selector');
      context.report(selector.exists ? selector.pointer : pointer, `the generator ${type} gives nothing, so it makes no Application`, {
        fix: selector.exists ? 'select by a key and a value that a set of parameters has' : 'give it something to find, or take it out',
      });
    }
  },
});

function example(env: string): string {
  return exampleApplicationSet(`${GO_TEMPLATE}
generators:
  - list:
      elements:
        - env: production
  - list:
      elements:
        - env: staging
    selector:
      matchLabels:
        env: ${env}
${exampleTemplate("'web-{{ .env }}'")}`);
}
