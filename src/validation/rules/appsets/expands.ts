import { expansionOf } from '../../../expansion/expansions';
import { APPLICATION_SET_FUNCTIONS } from '../../../languages/go-templates/function-names';
import { templateProblem } from '../../../languages/go-templates/problem';
import { valueAt } from '../../../manifests/pointer';
import { defineRule } from '../../rule';
import { exampleApplicationSet, exampleTemplate } from './example-application-set';
import { usesGoTemplate } from './generator-entries';

/** Finds what stops the ApplicationSet controller when it works out the Applications. */
export const expands = defineRule({
  id: 'appsets/expands',
  severity: 'error',
  kinds: ['argoproj.io/ApplicationSet'],
  since: '0.1.0',
  implements: ['CD-150', 'CD-157', 'CD-159', 'CD-162', 'CD-175', 'CD-179'],
  title: 'the Applications of a set can be worked out',
  rationale: 'One error with one set of parameters stops them all: no Application of the set is made, changed or deleted until it is gone. '
    + 'The generators and templates are run here with the clusters and folders that are declared, as the controller would run them.',
  bad: exampleApplicationSet(`
generators:
  - merge:
      mergeKeys:
        - env
      generators:
        - list:
            elements:
              - { env: staging, app: web }
              - { env: staging, app: api }
        - list:
            elements:
              - { env: staging, replicas: '2' }
${exampleTemplate("'{{app}}-{{env}}'")}`),
  good: exampleApplicationSet(`
generators:
  - merge:
      mergeKeys:
        - env
        - app
      generators:
        - list:
            elements:
              - { env: staging, app: web }
              - { env: staging, app: api }
        - list:
            elements:
              - { env: staging, app: web, replicas: '2' }
${exampleTemplate("'{{app}}-{{env}}'")}`),
  check(entry, context) {
    for (const { pointer, reason, kind } of expansionOf(entry, context.manifests).problems) {
      const text = valueAt(entry.manifest, pointer);
      const isTemplate = typeof text === 'string' && text.includes('{{');
      // Other rules see these without working anything out.
      if (kind === 'missing-key' || ((kind === 'shape' || pointer === '/spec/templatePatch') && !isTemplate)) continue;
      if (isTemplate && usesGoTemplate(entry) && templateProblem(text, APPLICATION_SET_FUNCTIONS) !== undefined) continue;
      context.report(pointer, `this stops the whole set: ${reason}`, isTemplate && !text.includes('\n') ? { received: text } : {});
    }
  },
});
