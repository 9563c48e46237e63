import { renderFastTemplate } from '../../../languages/fast-template';
import { APPLICATION_SET_FUNCTIONS } from '../../../languages/go-templates/function-names';
import { templateProblem } from '../../../languages/go-templates/problem';
import { GoMap } from '../../../languages/go-templates/values';
import { defineRule } from '../../rule';
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
      const problem = isGo ? templateProblem(place.text, APPLICATION_SET_FUNCTIONS) : fastProblem(place.text);
      if (problem !== undefined) context.report(place.pointer, `the template does not parse, at ${problem}`, { received: oneLine(place.text) });
    }
  },
});

function fastProblem(text: string): string | undefined {
  const outcome = renderFastTemplate(text, new GoMap(new Map()));
  return 'problem' in outcome ? outcome.problem : undefined;
}

function oneLine(text: string): string {
  return text.includes('\n') ? `${text.split('\n').length} lines` : text;
}
