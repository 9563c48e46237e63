import { APPLICATION_SET_FUNCTIONS } from '../../../languages/go-templates/function-names';
import { unstableFunctionsIn } from '../../../languages/go-templates/unstable';
import { defineRule } from '../../rule';
import { exampleApplicationSet, exampleList, exampleTemplate, GO_TEMPLATE } from './example-application-set';
import { templatedTexts, usesGoTemplate } from './generator-entries';

const PLACES = /\/template\/(metadata\/name$|spec\/destination\/)/;

/** Finds Applications of a set that are others each time the set is looked at. */
export const nameStable = defineRule({
  id: 'appsets/name-stable',
  severity: 'error',
  kinds: ['argoproj.io/ApplicationSet'],
  since: '0.1.0',
  implements: [],
  title: 'names and destinations of a set are the same each time it is worked out',
  rationale: 'The controller works a set out again and again. A name with a random part or the time in it is a new Application each time, '
    + 'and the one before is deleted with all that it runs. A destination that changes moves everything.',
  bad: exampleApplicationSet(`${GO_TEMPLATE}
${exampleList('{ env: staging }')}
${exampleTemplate("'web-{{ .env }}-{{ randAlphaNum 5 | lower }}'")}`),
  good: exampleApplicationSet(`${GO_TEMPLATE}
${exampleList('{ env: staging }')}
${exampleTemplate("'web-{{ .env }}-{{ sha256sum .env | trunc 5 }}'")}`),
  check(entry, context) {
    if (!usesGoTemplate(entry)) return;
    for (const place of templatedTexts(entry)) {
      if (!isOfIdentity(place.pointer)) continue;
      const functions = unstableFunctionsIn(place.text, APPLICATION_SET_FUNCTIONS);
      if (functions.length === 0) continue;
      const isName = place.pointer.endsWith('/name') && place.pointer.includes('/metadata/');
      context.report(place.pointer, `${functions.join(' and ')} gives something else each time, so ${
        isName ? 'the Application is deleted and made again under another name' : 'the Application moves each time'}`, {
        received: place.text, expected: 'parameters, and functions of them', fix: 'use a parameter, or a part of sha256sum of one',
      });
    }
  },
});

/** Whether a change of the text makes another Application, or another place. */
export function isOfIdentity(pointer: string): boolean {
  return PLACES.test(pointer);
}
