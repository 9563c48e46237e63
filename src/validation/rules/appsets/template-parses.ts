import { placeholdersIn, renderFastTemplate } from '../../../languages/fast-template';
import { APPLICATION_SET_FUNCTIONS } from '../../../languages/go-templates/function-names';
import { templateProblem } from '../../../languages/go-templates/problem';
import { GoMap } from '../../../languages/go-templates/values';
import type { Place } from '../../../manifests/references/place';
import { defineRule } from '../../rule';
import { mayBeFilledByOthers } from './braces-of-others';
import { exampleApplicationSet, exampleList, exampleTemplate, GO_TEMPLATE } from './example-application-set';
import { templatedTexts, usesGoTemplate } from './generator-entries';

/** Finds templates that Argo CD cannot read. */
export const templateParses = defineRule({
  id: 'appsets/template-parses',
  severity: 'error',
  kinds: ['argoproj.io/ApplicationSet'],
  since: '0.1.0',
  implements: ['CD-175', 'CD-177'],
  title: 'the texts of an ApplicationSet parse as templates',
  rationale: 'One text that does not parse is an error that stops the whole set: no Application is made or changed any more. The functions '
    + 'are those of Go and sprig, without env and its like, with normalize, slugify, toYaml, fromYaml and fromYamlArray.',
  bad: exampleApplicationSet(`${GO_TEMPLATE}
${exampleList('{ env: staging }')}
${exampleTemplate("'web-{{ env }}'")}`),
  good: exampleApplicationSet(`${GO_TEMPLATE}
${exampleList('{ env: staging }')}
${exampleTemplate("'web-{{ .env }}'")}`),
  check(entry, context) {
    const isGo = usesGoTemplate(entry);
    for (const place of templatedTexts(entry)) {
      const problem = isGo ? templateProblem(place.text, APPLICATION_SET_FUNCTIONS) : fastProblem(place);
      if (problem !== undefined) context.report(place.pointer, `the template does not parse, at ${problem}`, { received: oneLine(place.text) });
    }
  },
});

function fastProblem({ text, pointer }: Place): string | undefined {
  const outcome = renderFastTemplate(text, new GoMap(new Map()));
  if ('problem' in outcome) return outcome.problem;
  // Without a pair on one line Argo CD looks for no placeholder at all.
  const isLeft = placeholdersIn(text).length === 0 && !mayBeFilledByOthers(pointer);
  return isLeft ? `character ${text.indexOf('{{') + 1}: {{ is never closed, and stays in the Application. close it with }}` : undefined;
}

function oneLine(text: string): string {
  return text.includes('\n') ? `${text.split('\n').length} lines` : text;
}
