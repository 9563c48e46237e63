import { releaseNameProblem } from '../../../languages/helm-release';
import type { ManifestEntry } from '../../../manifests/manifest-set';
import type { Place } from '../../../manifests/references/place';
import { defineRule } from '../../rule';
import { APPLICATION_KINDS, isPartial, literalOf, sourcesOf } from './application-spec';
import { exampleSource } from './example-application';

/** Finds releases whose names Helm refuses. */
export const releaseName = defineRule({
  id: 'apps/release-name',
  severity: 'error',
  kinds: APPLICATION_KINDS,
  since: '0.1.0',
  implements: ['CD-063'],
  title: 'the name of a Helm release is one that Helm takes',
  rationale:
    'Helm takes small letters, digits, - and ., and at most 53 characters. The release has the name of the Application unless releaseName says '
    + 'otherwise. With any other name nothing is rendered, and the Application shows a ComparisonError.',
  bad: example('My_Release'),
  good: example('my-release'),
  check(entry, context) {
    for (const source of sourcesOf(entry)) {
      const own = source.at('helm', 'releaseName');
      const name = own.text === '' ? nameOf(entry, source) : literalOf(own);
      const problem = name === '' ? undefined : releaseNameProblem(name);
      if (problem === undefined) continue;
      context.report(own.text === '' ? source.pointer : own.pointer, `the Helm release would have a name which ${problem}`, {
        received: name, expected: 'small letters, digits and -', fix: own.text === '' ? 'write a helm.releaseName that is shorter' : `write ${proposed(name)}`,
      });
    }
  },
});

/** The name of the Application, where Helm certainly renders it and nobody has given another one. */
function nameOf(entry: ManifestEntry, source: Place): string {
  const isHelm = source.at('chart').text !== '' || Object.keys(source.at('helm').object).length > 0;
  return isHelm && entry.id.kind === 'Application' && !isPartial(entry) ? entry.id.name : '';
}

function proposed(name: string): string {
  return name.toLowerCase().replace(/[^a-z0-9.-]+/g, '-').slice(0, 53).replace(/^[-.]+|[-.]+$/g, '') || 'web';
}

function example(name: string): string {
  return exampleSource(`
path: charts/web
helm:
  releaseName: ${name}`);
}
