import { posix } from 'node:path';
import type { Place } from '../../../manifests/references/place';
import { defineRule } from '../../rule';
import { APPLICATION_KINDS, literalOf, sourcesOf } from './application-spec';
import { exampleSource } from './example-application';

/** Finds files of Helm that Argo CD does not read. */
export const valueFiles = defineRule({
  id: 'apps/value-files',
  severity: 'error',
  kinds: APPLICATION_KINDS,
  since: '0.1.0',
  implements: ['CD-051', 'CD-052'],
  title: 'value files of Helm lie in the repository',
  rationale:
    'Argo CD looks for a value file from the folder of the source, or from the top of the repository when it begins with a slash, and '
    + 'refuses one that lies outside. A chart of a Helm repository has no files but its own: values from Git need a ref source.',
  bad: exampleSource(`
path: charts/web
helm:
  valueFiles:
    - ../../../environments/production.yaml`),
  good: exampleSource(`
path: charts/web
helm:
  valueFiles:
    - ../../environments/production.yaml`),
  check(entry, context) {
    const sources = sourcesOf(entry);
    const refs = new Set(sources.map((source) => literalOf(source.at('ref'))));
    for (const source of sources) {
      const chart = source.at('chart').text !== '';
      const folder = chart ? '.' : source.at('path').text;
      if (folder.includes('{{')) continue;
      for (const place of filesOf(source)) {
        const written = literalOf(place);
        const ref = /^\$([\w-]+)(?=\/|$)/.exec(written)?.[1];
        const ofRef = ref !== undefined && refs.has(ref);
        // What stands behind a ref begins at the top of its repository.
        const file = ofRef ? `/${written.slice(ref.length + 2)}` : written;
        // Variables lead elsewhere, and refs that are not there are found by another rule.
        if (file === '' || file.includes('$') || file.includes('://')) continue;
        const resolved = posix.normalize(file.startsWith('/') ? `.${file}` : posix.join(folder, file));
        if (resolved === '..' || resolved.startsWith('../')) {
          context.report(place.pointer, chart && !ofRef ? 'the file lies outside of the chart' : 'the file lies outside of the repository', {
            received: written,
            fix: ofRef ? 'count from the top of the repository' : chart ? 'add a source with ref: values, and write $values/ before the path' : 'count the folders from that of the source, or begin with a slash',
          });
        } else if (/^\.?\/?$/.test(resolved)) {
          context.report(place.pointer, 'this is the top of the repository and no file', {
            received: written, expected: ofRef ? `a file such as $${ref}/values/production.yaml` : 'a file such as values/production.yaml',
          });
        }
      }
    }
  },
});

/** Every file that Helm is to read for a source. */
export function filesOf(source: Place): readonly Place[] {
  return [...source.at('helm', 'valueFiles').items, ...source.at('helm', 'fileParameters').items.map((parameter) => parameter.at('path'))];
}
