import { defineRule } from '../../rule';
import { APPLICATION_KINDS, applicationSpec, isPartial, literalOf } from './application-spec';
import { exampleRefs } from './ref-names';
import { filesOf } from './value-files';

/** Finds sources that are there for their files, and whose files nobody names. */
export const refUsed = defineRule({
  id: 'apps/ref-used',
  severity: 'warning',
  kinds: APPLICATION_KINDS,
  since: '0.1.0',
  implements: [],
  title: 'a source that has only a ref is named by a file of Helm',
  rationale:
    'A source without path and chart renders nothing: it is there so that valueFiles and fileParameters of the others can name its files as '
    + '$ref/path. Where none does, a $ is missing most often, and Helm looks for the file in the chart.',
  bad: exampleRefs('values/production.yaml', `
- repoURL: https://git.example.com/org/manifests.git
  targetRevision: main
  ref: values`),
  good: exampleRefs('$values/production.yaml', `
- repoURL: https://git.example.com/org/manifests.git
  targetRevision: main
  ref: values`),
  check(entry, context) {
    if (isPartial(entry)) return;
    const sources = applicationSpec(entry).at('sources').items;
    const files = sources.flatMap(filesOf);
    // Who takes the values from a plugin has told it the ref in its own way.
    if (files.some(({ text }) => text.startsWith('{{')) || sources.some((source) => source.at('plugin').exists)) return;
    for (const source of sources) {
      const ref = literalOf(source.at('ref'));
      if (ref === '' || ['chart', 'path'].some((field) => source.at(field).text !== '')) continue;
      if (files.some(({ text }) => text === `$${ref}` || text.startsWith(`$${ref}/`))) continue;
      const meant = files.find(({ text }) => text.startsWith(`${ref}/`));
      context.report(source.at('ref').pointer, `no file of Helm begins with $${ref}/, so this source is of no use`, {
        received: ref,
        fix: meant ? `write $${meant.text} for ${meant.text}` : `name a file of it in valueFiles, such as $${ref}/values.yaml, or take the source out`,
      });
    }
  },
});
