import { GENERATOR_TYPES } from '../../../expansion/generators/generator-types';
import { certainlyMeant, renamedIn } from '../../certain-edit';
import { defineRule } from '../../rule';
import { nearest } from '../../schema/similar-name';
import { exampleApplicationSet, exampleTemplate } from './example-application-set';
import { generatorEntries } from './generator-entries';

/** Finds entries of generators that are of no type, or of several. */
export const generatorType = defineRule({
  id: 'appsets/generator-type',
  severity: 'error',
  kinds: ['argoproj.io/ApplicationSet'],
  since: '0.1.0',
  implements: ['CD-145', 'CD-153', 'CD-154'],
  title: 'every generator is of one type that Argo CD knows',
  rationale: 'The API server drops a type that it does not know, and the controller then makes nothing of the entry and deletes the '
    + 'Applications that it used to make. In a matrix or merge, an entry of no type or of two is an error that stops the whole set.',
  bad: exampleApplicationSet(`
generators:
  - matrix:
      generators:
        - list:
            elements:
              - env: staging
          clusters: {}
        - clusters: {}
${exampleTemplate("'{{env}}'")}`),
  good: exampleApplicationSet(`
generators:
  - clusters: {}
${exampleTemplate("'{{nameNormalized}}'")}`),
  check(entry, context) {
    for (const { entry: place, types, inside } of generatorEntries(entry)) {
      const names = place.fields.map(([name]) => name).filter((name) => name !== 'selector');
      if (types.length === 0) {
        const [name = ''] = names;
        const near = nearest(name, GENERATOR_TYPES);
        const empty = (GENERATOR_TYPES as readonly string[]).includes(name);
        context.report(place.pointer, empty ? `the generator ${name} is null, so nothing is generated` : 'no generator that Argo CD knows stands here, so nothing is generated', {
          received: names.join(', ') || 'nothing',
          expected: GENERATOR_TYPES.join(', '),
          fix: empty ? `write ${name}: {} for one without options` : near && `did you mean ${near}?`,
          ...renamedIn(place.pointer, name, names.length === 1 && !empty ? certainlyMeant(name, GENERATOR_TYPES) : undefined),
        });
      } else if (types.length > 1 && inside.length > 0) {
        context.report(place.pointer, `${types.join(' and ')} stand in one entry of a ${inside.at(-1)!}, which takes one`, {
          received: types.join(', '), fix: 'give each an entry of its own',
        });
      }
    }
  },
});
