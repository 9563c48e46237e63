import { defineRule } from '../../rule';
import { APPLICATION_KINDS, literalOf, sourcesOf } from './application-spec';
import { exampleApplication } from './example-application';

/** The sources of an example: a chart, and the repository that its values come from. */
export function exampleRefs(file: string, refs: string): string {
  return exampleApplication(`
sources:
  - repoURL: https://charts.example.com
    chart: web
    targetRevision: 2.1.0
    helm:
      valueFiles:
        - ${file}
${refs.trim().split('\n').map((line) => `  ${line}`).join('\n')}
destination:
  name: in-cluster
  namespace: shop`);
}

/** Finds names of sources that Argo CD does not take. */
export const refNames = defineRule({
  id: 'apps/ref-names',
  severity: 'error',
  kinds: APPLICATION_KINDS,
  since: '0.1.0',
  implements: ['CD-008', 'CD-026', 'CD-027'],
  title: 'names and refs of sources are unique, and refs are plain words',
  rationale:
    'Files of a ref source are found as $name/path, so its name has letters, digits, - and _ only, and there is one of it. Two sources of '
    + 'one name cannot be told apart. Argo CD reports a ComparisonError, or refuses the Application.',
  bad: exampleRefs('values.yaml', `
- repoURL: https://git.example.com/org/manifests.git
  targetRevision: main
  ref: my.values`),
  good: exampleRefs('values.yaml', `
- repoURL: https://git.example.com/org/manifests.git
  targetRevision: main
  ref: my-values`),
  check(entry, context) {
    const sources = sourcesOf(entry);
    for (const field of ['name', 'ref']) {
      const seen = new Set<string>();
      for (const source of sources) {
        const place = source.at(field);
        const name = literalOf(place);
        if (name === '') continue;
        if (field === 'ref' && !/^[a-zA-Z0-9_-]+$/.test(name)) {
          context.report(place.pointer, 'files of this source could not be named', {
            received: name, expected: 'letters, digits, - and _', fix: `write ${name.replace(/[^a-zA-Z0-9_-]+/g, '-')}`,
          });
        } else if (seen.has(name)) {
          context.report(place.pointer, `two sources have the ${field} ${name}`, { fix: 'give each a name of its own' });
        }
        seen.add(name);
      }
    }
  },
});
