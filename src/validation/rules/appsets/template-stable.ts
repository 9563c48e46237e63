import { APPLICATION_SET_FUNCTIONS } from '../../../languages/go-templates/function-names';
import { unstableFunctionsIn } from '../../../languages/go-templates/unstable';
import { defineRule } from '../../rule';
import { exampleApplicationSet, exampleList, exampleTemplate, GO_TEMPLATE } from './example-application-set';
import { templatedTexts, usesGoTemplate } from './generator-entries';
import { isOfIdentity } from './name-stable';

/** Finds fields of Applications that are others each time the set is looked at. */
export const templateStable = defineRule({
  id: 'appsets/template-stable',
  severity: 'warning',
  kinds: ['argoproj.io/ApplicationSet'],
  since: '0.1.0',
  implements: [],
  title: 'the template of a set gives the same each time it is worked out',
  rationale: 'The controller works a set out again and again, and writes each Application that came out otherwise. A random value, a key or '
    + 'the time changes the Application each time, and what it deploys with it.',
  bad: exampleApplicationSet(`${GO_TEMPLATE}
${exampleList('{ env: staging }')}
${exampleTemplate("'web-{{ .env }}'", { metadata: "annotations:\n  example.com/made-at: '{{ now | date \"2006-01-02\" }}'" })}`),
  good: exampleApplicationSet(`${GO_TEMPLATE}
${exampleList('{ env: staging }')}
${exampleTemplate("'web-{{ .env }}'", { metadata: "annotations:\n  example.com/made-for: '{{ .env }}'" })}`),
  check(entry, context) {
    if (!usesGoTemplate(entry)) return;
    for (const place of templatedTexts(entry)) {
      if (isOfIdentity(place.pointer)) continue;
      const functions = unstableFunctionsIn(place.text, APPLICATION_SET_FUNCTIONS);
      if (functions.length === 0) continue;
      context.report(place.pointer, `${functions.join(' and ')} gives something else each time the set is worked out, so the Application never stays as it is`, {
        received: place.text.includes('\n') ? undefined : place.text, expected: 'parameters, and functions of them', fix: 'use a parameter',
      });
    }
  },
});
