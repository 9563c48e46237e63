import { sameRepository } from '../../../manifests/git-url';
import type { ManifestSet } from '../../../manifests/manifest-set';
import type { Place } from '../../../manifests/references/place';
import { defineRule } from '../../rule';
import { nearest } from '../../schema/similar-name';
import { literalOf, sourcesOf } from './application-spec';
import { exampleSource } from './example-application';
import { folderBelowRoot, isWritten, mayBeWritten } from './written-folders';

/** Finds Applications of folders that nobody writes. */
export const folderWritten = defineRule({
  id: 'apps/folder-written',
  severity: 'warning',
  kinds: ['argoproj.io/Application'],
  since: '0.1.0',
  implements: ['CD-049'],
  needsCompleteSet: true,
  title: 'a source among the manifests that are written here is one of their folders',
  rationale:
    'Argo CD cannot render a folder that is not there: the Application shows a ComparisonError. Looked at for sources in the repository and below '
    + 'the folder that these manifests are written to; Source.chart cannot point anywhere else. Lint looks for folders of files too, where another '
    + 'Application of the same repository and revision names one that is there.',
  exampleRepositories: [{ url: 'https://git.example.com/org/manifests.git', root: 'dist' }],
  bad: exampleSource('path: dist/shpo'),
  good: exampleSource('path: dist/shop'),
  check(entry, context) {
    for (const source of sourcesOf(entry)) {
      const root = rootLeftOut(source, context.manifests);
      if (root !== undefined) {
        context.report(source.at('path').pointer, `this app writes that folder below ${root}, and the path leaves it out`, {
          received: source.at('path').text, expected: `${root}/${source.at('path').text}`, fix: 'paths of sources begin at the top of the repository; Source.chart writes them',
        });
      }
      const folder = folderBelowRoot(literalOf(source.at('repoURL')), literalOf(source.at('path')), context.manifests);
      if (folder === undefined || mayBeWritten(folder, context.manifests)) continue;
      const folders = context.manifests.units.map(({ id }) => id);
      const near = nearest(folder, folders);
      context.report(source.at('path').pointer, 'nothing of this app is written to this folder, so Argo CD may not find it', {
        received: source.at('path').text,
        expected: `one of ${[...folders].sort().slice(0, 8).join(', ')}`,
        fix: near ? `did you mean ${near}?` : 'put objects into the chart of the folder, use Source.chart, or acknowledge this if others write it',
      });
    }
  },
});

/** The root of the repository that is missing before the path of a folder that is written here. */
function rootLeftOut(source: Place, manifests: ManifestSet): string | undefined {
  const [url, path] = [literalOf(source.at('repoURL')), literalOf(source.at('path')).replace(/\/+$/, '')];
  if (!isWritten(path, manifests)) return undefined;
  const own = manifests.repositories.filter((repository) => sameRepository(repository.url, url));
  return own.every(({ root }) => root !== '' && !`${path}/`.startsWith(`${root}/`)) ? own[0]?.root : undefined;
}
