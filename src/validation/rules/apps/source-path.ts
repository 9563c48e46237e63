import { posix } from 'node:path';
import { defineRule } from '../../rule';
import { APPLICATION_KINDS, literalOf, sourcesOf } from './application-spec';
import { exampleSource } from './example-application';

/** Finds paths that Argo CD does not follow. */
export const sourcePath = defineRule({
  id: 'apps/source-path',
  severity: 'error',
  kinds: APPLICATION_KINDS,
  since: '0.1.0',
  implements: ['CD-047', 'CD-048', 'CD-065'],
  title: 'paths of a source lead from the top of the repository to a folder in it',
  rationale:
    'Argo CD refuses a path that begins with a slash, and one that leads out of the repository. So does Kustomize with the folder of a '
    + 'component. The Application shows a ComparisonError and nothing is synced.',
  bad: exampleSource('path: /apps/web'),
  good: exampleSource('path: apps/web'),
  check(entry, context) {
    for (const source of sourcesOf(entry)) {
      const place = source.at('path');
      const path = literalOf(place);
      if (path.startsWith('/')) {
        context.report(place.pointer, 'the path begins with a slash, and paths of sources are relative', {
          received: path, fix: `write ${path.replace(/^\/+/, '') || '.'}`,
        });
      } else if (leadsOut(path)) {
        context.report(place.pointer, 'the path leads out of the repository', { received: path, expected: 'a folder of the repository, such as apps/web' });
      }
      if (place.text !== path) continue;
      for (const component of source.at('kustomize', 'components').items) {
        if (!leadsOut(posix.join(path, literalOf(component)))) continue;
        context.report(component.pointer, 'the component leads out of the repository', { received: component.text, expected: 'a folder of the repository' });
      }
    }
  },
});

function leadsOut(path: string): boolean {
  const folder = posix.normalize(path);
  return folder === '..' || folder.startsWith('../');
}
