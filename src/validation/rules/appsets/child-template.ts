import { defineRule } from '../../rule';
import { exampleApplicationSet, exampleTemplate, GO_TEMPLATE } from './example-application-set';
import { generatorEntries } from './generator-entries';

/** Finds templates of generators that nobody reads. */
export const childTemplate = defineRule({
  id: 'appsets/child-template',
  severity: 'warning',
  kinds: ['argoproj.io/ApplicationSet'],
  since: '0.1.0',
  implements: [],
  title: 'a generator inside of a matrix or merge has no template of its own',
  rationale: 'Argo CD takes nothing but parameters from the generators of a matrix or a merge. A template there is never looked at; that '
    + 'of the matrix or merge itself is.',
  bad: example(`        - clusters:
            template:
              metadata: {}
              spec:
                project: shop
                destination: {}`),
  good: example('        - clusters: {}'),
  check(entry, context) {
    for (const { entry: place, types, inside } of generatorEntries(entry)) {
      if (inside.length === 0) continue;
      for (const type of types) {
        const template = place.at(type, 'template');
        if (!template.exists || template.fields.length === 0) continue;
        const parent = inside.at(-1)!;
        context.report(template.pointer, `the template is ignored, as its generator stands in a ${parent}`, {
          fix: `give it to the ${inside[0]!} at the top, or write it into spec.template`,
        });
      }
    }
  },
});

function example(clusters: string): string {
  return exampleApplicationSet(`${GO_TEMPLATE}
generators:
  - matrix:
      generators:
        - list:
            elements:
              - app: web
${clusters}
${exampleTemplate("'{{ .app }}-{{ .nameNormalized }}'")}`);
}
