import type { ManifestEntry } from '../../../manifests/manifest-set';
import { Place } from '../../../manifests/references/place';
import { certainlyMeant, corrected } from '../../certain-edit';
import { defineRule } from '../../rule';
import { registrationOfType, SECRET_KINDS, type WrittenText, writtenTexts } from '../fleet/registrations';
import { type AddressProblem, addressProblem } from './address-problem';
import { APPLICATION_KINDS } from './application-spec';
import { exampleApplication } from './example-application';

/** What the clients for Git, Helm and OCI begin a URL with. */
const SCHEMES = ['file', 'git', 'http', 'https', 'oci', 'ssh'];

/** Fields of generators that are the address of a Git provider or of a service. */
const OF_PROVIDERS = ['api', 'baseUrl', 'url'];

/** Finds addresses of repositories and providers that no client understands. */
export const repositoryAddress = defineRule({
  id: 'apps/repository-address',
  severity: 'error',
  kinds: [...APPLICATION_KINDS, 'argoproj.io/AppProject', ...SECRET_KINDS],
  since: '0.1.0',
  implements: [],
  title: 'the URL of a repository or a Git provider begins as URLs do',
  rationale:
    'The client for Git, Helm or OCI cannot reach an address whose scheme it does not know, or whose port is no number. The Application shows a '
    + 'ComparisonError, and a generator makes and changes nothing. A project with such a URL permits no repository by it.',
  bad: example('htps://git.example.com/org/manifests.git'),
  good: example('https://git.example.com/org/manifests.git'),
  check(entry, context) {
    for (const { text, pointer, isPlain } of addressesOf(entry)) {
      const problem = text.includes('{{') ? undefined : addressProblem(text, SCHEMES) ?? endingProblem(text);
      if (!problem) continue;
      context.report(pointer, `no client can reach this address: ${problem.message}`, {
        received: text, expected: 'a URL such as https://git.example.com/org/manifests.git', fix: problem.meant && `write ${problem.meant}`,
        ...(isPlain ? corrected(pointer, problem.meant) : {}),
      });
    }
  },
});

/** `manifests.gitx`: the name of a Git repository ends in .git or has no dot near its end. */
function endingProblem(text: string): AddressProblem | undefined {
  const [, front, ending = ''] = /^((?:[a-z][\w+.-]*:\/\/[^/]+\/|[^/:]+@[^/:]+:)(?:.*\/)?[^/]+\.)(\w+)\/*$/i.exec(text) ?? [];
  if (front === undefined || ending === 'git' || certainlyMeant(ending, ['git']) === undefined) return undefined;
  return { message: `the name of the repository ends in .${ending}`, meant: `${front}git` };
}

function addressesOf(entry: ManifestEntry): readonly WrittenText[] {
  const spec = Place.root(entry.manifest).at('spec');
  switch (entry.id.kind) {
    case 'AppProject': return plain(spec.at('sourceRepos').items);
    case 'Application': return plain(placesNamed(['repoURL'], spec));
    case 'ApplicationSet': return plain([
      ...placesNamed(['repoURL'], spec.at('template')), ...placesNamed(['repoURL', ...OF_PROVIDERS], spec.at('generators')),
    ]);
    default: {
      const registration = registrationOfType(entry, 'repository', 'repository-write', 'repo-creds', 'repo-write-creds');
      return registration ? writtenTexts(registration, 'url', 'githubAppEnterpriseBaseUrl') : [];
    }
  }
}

function plain(places: readonly Place[]): readonly WrittenText[] {
  return places.map(({ text, pointer }) => ({ text, pointer, isPlain: true }));
}

/** Of a generator's own elements and values nobody knows what they are. */
const OWN_NAMES = ['elements', 'values', 'labelSelector', 'selector', 'input'];

function placesNamed(names: readonly string[], place: Place): Place[] {
  const fields = place.fields.filter(([name]) => !OWN_NAMES.includes(name) && name !== 'helm' && name !== 'plugin');
  const below = [...place.items, ...fields.map(([, field]) => field)].flatMap((child) => placesNamed(names, child));
  return [...fields.filter(([name, field]) => names.includes(name) && field.text !== '').map(([, field]) => field), ...below];
}

function example(url: string): string {
  return exampleApplication(`
source:
  repoURL: ${url}
  targetRevision: main
  path: web
destination:
  name: in-cluster
  namespace: shop`);
}
