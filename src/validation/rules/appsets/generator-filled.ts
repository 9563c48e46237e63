import type { Place } from '../../../manifests/references/place';
import { defineRule } from '../../rule';
import { exampleApplicationSet, exampleTemplate, GO_TEMPLATE } from './example-application-set';
import { generatorEntries } from './generator-entries';

/** What is filled in wherever the generator stands, is looked at by itself, or may hold braces for whoever gets it. */
const ELSEWHERE = new Set(['values', 'template', 'generators', 'elements', 'input']);

/** Finds parameters in generators that nothing fills in. */
export const generatorFilled = defineRule({
  id: 'appsets/generator-filled',
  severity: 'error',
  kinds: ['argoproj.io/ApplicationSet'],
  since: '0.1.0',
  implements: [],
  title: 'parameters stand in the second generator of a matrix, and in no other',
  rationale: 'In a matrix the second generator is filled in with the parameters of the first one, and nothing else ever is. Elsewhere braces '
    + 'stay in the path, the URL or the selector as they are written, so nothing is found, or an error stops the whole set.',
  bad: example(git("'{{ .app }}/overlays/*'"), list()),
  good: example(list(), git("'{{ .app }}/overlays/*'")),
  check(entry, context) {
    for (const { entry: place, types, inside, second } of generatorEntries(entry)) {
      if (second) continue;
      const why = inside.at(-1) === 'matrix' ? 'the first generator of a matrix knows nothing of the second' :
        inside.at(-1) === 'merge' ? 'the generators of a merge know nothing of each other' : 'only the second generator of a matrix is';
      const texts = [...textsIn(place.at('selector')), ...types.flatMap((type) => fieldsOf(place.at(type)).flatMap(textsIn))];
      for (const text of texts) {
        context.report(text.pointer, `the parameter is never filled in: ${why}`, {
          received: text.text, fix: inside.at(-1) === 'matrix' ? 'let the two generators change places' : 'put a generator that gives the parameter before it, in a matrix',
        });
      }
    }
  },
});

function fieldsOf(generator: Place): Place[] {
  return generator.fields.filter(([name, field]) => {
    // A list as text may have braces in it, for Helm; one that is all braces is meant to be filled in.
    return name === 'elementsYaml' ? field.text.trimStart().startsWith('{{') : !ELSEWHERE.has(name);
  }).map(([, field]) => field);
}

function textsIn(place: Place): Place[] {
  if (place.text !== '') return /\{\{.*\}\}/.test(place.text) ? [place] : [];
  return [...place.items, ...place.fields.map(([, field]) => field)].flatMap(textsIn);
}

function example(...generators: readonly string[]): string {
  return exampleApplicationSet(`${GO_TEMPLATE}
generators:
  - matrix:
      generators:
${generators.join('\n')}
${exampleTemplate("'{{ .app }}-{{ .path.basenameNormalized }}'", { path: "'{{ .path.path }}'" })}`);
}

function git(pattern: string): string {
  return `        - git:
            repoURL: https://git.example.com/org/manifests.git
            revision: main
            directories:
              - path: ${pattern}`;
}

function list(): string {
  return `        - list:
            elements:
              - app: web`;
}
