import { Place } from '../../../manifests/references/place';
import { defineRule } from '../../rule';
import { exampleApplicationSet, exampleList, exampleTemplate, GO_TEMPLATE } from './example-application-set';
import { templatedTexts } from './generator-entries';

/** Finds ApplicationSets that go on when a parameter is missing. */
export const goTemplate = defineRule({
  id: 'appsets/go-template',
  severity: 'warning',
  kinds: ['argoproj.io/ApplicationSet'],
  since: '0.1.0',
  implements: ['E39'],
  title: 'an ApplicationSet stops when a parameter is missing',
  rationale: 'Without goTemplate a placeholder that nothing fills stays in the Application: a cluster without the label gets the path '
    + 'apps/{{metadata.labels.region}}. Go templates print <no value> there, unless missingkey=error stops them. Upstream has '
    + 'said that templates without goTemplate will go.',
  bad: exampleApplicationSet(`
${exampleList('{ env: staging }')}
${exampleTemplate("'web-{{env}}'")}`),
  good: exampleApplicationSet(`${GO_TEMPLATE}
${exampleList('{ env: staging }')}
${exampleTemplate("'web-{{ .env }}'")}`),
  check(entry, context) {
    const spec = Place.root(entry.manifest).at('spec');
    if (templatedTexts(entry).length === 0) return;
    if (spec.at('goTemplate').value !== true) {
      context.report('/spec', 'a parameter that is missing stays in the Application as {{...}}, as the set is filled in without goTemplate', {
        fix: 'write goTemplate: true and goTemplateOptions: [missingkey=error], and a dot before each parameter: {{ .name }}',
      });
    } else if (!spec.at('goTemplateOptions').items.some(({ text }) => text === 'missingkey=error')) {
      context.report('/spec/goTemplate', 'a parameter that is missing is printed as <no value>', {
        fix: 'write goTemplateOptions: [missingkey=error]',
      });
    }
  },
});
