import { expansionOf } from '../../../expansion/expansions';
import { defineRule } from '../../rule';
import { exampleApplicationSet, exampleList, exampleTemplate } from './example-application-set';

/** Finds sets of parameters with nothing in them. */
export const emptyElement = defineRule({
  id: 'appsets/empty-element',
  severity: 'warning',
  kinds: ['argoproj.io/ApplicationSet'],
  since: '0.1.0',
  implements: [],
  title: 'every set of parameters has a parameter',
  rationale: 'With no parameters at all the template is taken as it stands: nothing is filled in, and the Application gets no finalizer, so its '
    + 'resources stay when it is deleted.',
  bad: exampleApplicationSet(`${exampleList('{}')}
${exampleTemplate('web')}`),
  good: exampleApplicationSet(`${exampleList('{ name: web }')}
${exampleTemplate("'{{name}}'")}`),
  check(entry, context) {
    for (const { pointer, sets } of expansionOf(entry, context.manifests).generators) {
      if (!sets.some(({ values }) => values.entries.size === 0 && !values.others)) continue;
      context.report(pointer, 'a set of parameters is empty, so its Application is made of the bare template, without the finalizer', {
        fix: 'give it a parameter, such as name',
      });
    }
  },
});
