import { isTokenAsUser } from '../../../languages/credentials/url-user';
import type { ManifestEntry } from '../../../manifests/manifest-set';
import { Place } from '../../../manifests/references/place';
import { defineRule } from '../../rule';
import { APPLICATION_KINDS } from './application-spec';
import { exampleApplication } from './example-application';

const DESTINATION = `
destination:
  name: in-cluster
  namespace: shop`;

/** Finds URLs of repositories with a password or a token in them. */
export const repositoryWithoutCredentials = defineRule({
  id: 'apps/repository-without-credentials',
  severity: 'error',
  kinds: [...APPLICATION_KINDS, 'argoproj.io/AppProject'],
  since: '0.1.0',
  implements: [],
  title: 'the URL of a repository carries no credentials',
  rationale:
    'The URL goes to Git, and Argo CD shows it to everybody who may see the Application. Credentials are registered with Argo CD '
    + 'once, for a repository or for a prefix of URLs, and found by the plain URL. Revoke what was committed already.',
  bad: exampleApplication(`
source:
  repoURL: https://deployer:hunter2@git.example.com/org/manifests.git
  targetRevision: main
  path: web
${DESTINATION}`),
  good: exampleApplication(`
source:
  repoURL: https://git.example.com/org/manifests.git
  targetRevision: main
  path: web
${DESTINATION}`),
  check(entry, context) {
    for (const place of repositoryPlaces(entry)) {
      const found = credentialsIn(place.text);
      if (!found) continue;
      context.report(place.pointer, `the URL of the repository carries ${found.what}, which would be committed`, {
        // What was found must not be printed: reports end up in logs.
        received: found.masked,
        expected: 'the plain URL',
        fix: 'take it out of the URL, and register the credentials with Argo CD for the repository',
      });
    }
  },
});

/** Every `repoURL` of sources and generators, and the `sourceRepos` of a project. */
function repositoryPlaces(entry: ManifestEntry): Place[] {
  const spec = Place.root(entry.manifest).at('spec');
  return entry.id.kind === 'AppProject' ? spec.at('sourceRepos').items : placesNamed('repoURL', spec);
}

function placesNamed(name: string, place: Place): Place[] {
  const below = [...place.items, ...place.fields.map(([, field]) => field)].flatMap((child) => placesNamed(name, child));
  const own = place.at(name);
  return own.text === '' ? below : [own, ...below];
}

interface Credentials {
  readonly what: string;
  /** The URL without them. */
  readonly masked: string;
}

function credentialsIn(url: string): Credentials | undefined {
  const user = userIn(url);
  const plain = user === undefined ? url : url.replace(`${user}@`, '***@');
  const masked = plain.replace(PARAMETER, '$1***');
  if (masked === url) return undefined;
  return { what: user === undefined ? 'a token as a parameter' : 'a user with a password or a token', masked };
}

/** A value with a placeholder comes from elsewhere. */
const PARAMETER = /([?&](?:access_token|private_token|token|password)=)(?!\{\{)[^&#]+/gi;

/** What stands before the `@`, unless it is the name of a user, which is no secret, or no user at all: a path may have an `@` too. */
function userIn(url: string): string | undefined {
  const [, scheme = '', user = ''] = /^(?:([a-z][a-z0-9+.-]*):\/\/)?(.*)@/i.exec(url) ?? [];
  if (user === '' || user.includes('{{')) return undefined;
  // A password may hold a slash, so `user:` counts unless a port follows.
  if (/^[^/?#]*:(?!\d+(\/|$))/.test(user)) return user;
  return /^(https?|oci)$/i.test(scheme) && !/[/?#]/.test(user) && (user.includes(':') || isTokenAsUser(user)) ? user : undefined;
}
