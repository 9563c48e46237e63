import { defineRule } from '../../rule';
import { nearest } from '../../schema/similar-name';
import { folderBelowRoot, mayBeWritten } from '../apps/written-folders';
import { exampleApplicationSet, exampleList, exampleTemplate, GO_TEMPLATE } from './example-application-set';
import { generatedBy, knownText, listed } from './generated';

/** Finds Applications of a set whose folder nobody writes. */
export const folderWritten = defineRule({
  id: 'appsets/folder-written',
  severity: 'warning',
  kinds: ['argoproj.io/ApplicationSet'],
  since: '0.1.0',
  implements: [],
  needsCompleteSet: true,
  title: 'the paths that a template makes are folders that are written',
  rationale: 'Argo CD cannot render a folder that is not there, and the Application shows a ComparisonError. Looked at for paths in the '
    + 'repository and below the folder that these manifests are written to, which have parameters in them.',
  exampleRepositories: [{ url: 'https://git.example.com/org/manifests.git', root: 'dist' }],
  bad: example('shpo'),
  good: example('shop'),
  check(entry, context) {
    const missing = new Map<string, string>();
    for (const { root } of generatedBy(entry, context.manifests)) {
      const spec = root.at('spec');
      for (const source of [spec.at('source'), ...spec.at('sources').items]) {
        const folder = folderBelowRoot(knownText(source.at('repoURL')), knownText(source.at('path')), context.manifests);
        if (folder !== undefined && !mayBeWritten(folder, context.manifests)) missing.set(folder, `/spec/template${source.at('path').pointer}`);
      }
    }
    if (missing.size === 0) return;
    const folders = context.manifests.units.map(({ id }) => id);
    for (const [folder, pointer] of missing) {
      const near = nearest(folder, folders);
      context.report(pointer, `the template makes an Application of the folder ${folder}, which nothing here is written to`, {
        received: folder,
        expected: `one of ${listed(folders, 8)}`,
        fix: near ? `did you mean ${near}?` : 'write a chart for it, or narrow down the generator',
      });
    }
  },
});

function example(folder: string): string {
  return exampleApplicationSet(`${GO_TEMPLATE}
${exampleList(`{ folder: ${folder} }`)}
${exampleTemplate("'{{ .folder }}'", { path: "'dist/{{ .folder }}'" })}`);
}
