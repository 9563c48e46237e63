import { Place } from '../../../manifests/references/place';
import { defineRule } from '../../rule';
import { nearest } from '../../schema/similar-name';
import { exampleApplicationSet, exampleList, exampleTemplate } from './example-application-set';

const OPTIONS = ['missingkey=default', 'missingkey=error', 'missingkey=invalid', 'missingkey=zero'];

/** Finds options of Go templates that Go does not have. */
export const templateOptions = defineRule({
  id: 'appsets/template-options',
  severity: 'error',
  kinds: ['argoproj.io/ApplicationSet'],
  since: '0.1.0',
  implements: ['CD-176'],
  title: 'the options of Go templates are ones that Go has',
  rationale: 'Go panics over any other option, and the whole set is in error. Without goTemplate the options are ignored.',
  bad: exampleApplicationSet(`
goTemplate: true
goTemplateOptions:
  - missingKey=error
${exampleList('{ env: staging }')}
${exampleTemplate("'web-{{ .env }}'")}`),
  good: exampleApplicationSet(`
goTemplate: true
goTemplateOptions:
  - missingkey=error
${exampleList('{ env: staging }')}
${exampleTemplate("'web-{{ .env }}'")}`),
  check(entry, context) {
    const spec = Place.root(entry.manifest).at('spec');
    const isGo = spec.at('goTemplate').value === true;
    for (const option of spec.at('goTemplateOptions').items) {
      if (typeof option.value !== 'string') continue;
      if (!isGo) {
        context.report(option.pointer, 'the option is ignored, as goTemplate is off', { received: option.text, fix: 'write goTemplate: true' });
      } else if (!OPTIONS.includes(option.text)) {
        context.report(option.pointer, `Go templates have no option ${option.text}`, {
          received: option.text, expected: OPTIONS.join(', '), fix: nearest(option.text, OPTIONS) && `write ${nearest(option.text, OPTIONS)!}`,
        });
      }
    }
  },
});
