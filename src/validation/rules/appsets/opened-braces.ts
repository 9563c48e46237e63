import { Place } from '../../../manifests/references/place';
import { corrected } from '../../certain-edit';
import { defineRule } from '../../rule';
import { mayBeFilledByOthers } from './braces-of-others';
import { exampleApplicationSet, exampleList, exampleTemplate, GO_TEMPLATE } from './example-application-set';
import { generatorEntries } from './generator-entries';

/** Finds parameters of which a brace is missing. */
export const openedBraces = defineRule({
  id: 'appsets/opened-braces',
  severity: 'error',
  kinds: ['argoproj.io/ApplicationSet'],
  since: '0.1.0',
  implements: [],
  title: 'the braces of a parameter are two on each side',
  rationale: 'Without the second brace a text is no template, and nobody says so: every Application gets the same text with the braces in it, '
    + 'as its name, its path or its cluster.',
  bad: exampleApplicationSet(`${GO_TEMPLATE}
${exampleList('{ env: staging }')}
${exampleTemplate("'web-{{ .env }}'", { path: "'apps/{ .env }}'" })}`),
  good: exampleApplicationSet(`${GO_TEMPLATE}
${exampleList('{ env: staging }')}
${exampleTemplate("'web-{{ .env }}'", { path: "'apps/{{ .env }}'" })}`),
  check(entry, context) {
    const spec = Place.root(entry.manifest).at('spec');
    const own = generatorEntries(entry).flatMap(({ entry: place, types }) => types.map((type) => place.at(type, 'template')));
    for (const place of [spec.at('template'), ...own].flatMap(textsIn)) {
      const { pointer, text } = place;
      if (mayBeFilledByOthers(pointer)) continue;
      const half = halfOpen(text);
      if (half === undefined) continue;
      context.report(pointer, `${half} is no parameter, as a brace is missing, so it stays in the Application as it is`, {
        received: text, fix: 'write two braces on each side', ...corrected(pointer, mended(text)),
      });
    }
  },
});

const NAME = '\\s*\\.?[\\w-]+(?:\\.[\\w-]+)*\\s*';

/** `{ .name }}` and `{{ .name }`. */
const HALF = new RegExp(`(?<!\\{)\\{${NAME}\\}\\}(?!\\})|(?<!\\{)\\{\\{${NAME}\\}(?!\\})`, 'g');

function halfOpen(text: string): string | undefined {
  return text.match(HALF)?.[0];
}

function mended(text: string): string {
  return text.replace(HALF, (half) => `{{${half.replace(/^\{+|\}+$/g, '')}}}`);
}

function textsIn(place: Place): Place[] {
  if (place.text !== '') return place.text.includes('{') ? [place] : [];
  return [...place.items, ...place.fields.map(([, field]) => field)].flatMap(textsIn);
}
