import { sameRepository } from '../../../manifests/git-url';
import { defineRule } from '../../rule';
import { exampleRegistration } from '../fleet/example-registration';
import { fieldText, registrationsIn, SECRET_TYPE } from '../fleet/registrations';
import { joinDocuments } from '../rollouts/example-rollout';
import { APPLICATION_KINDS, applicationSpec, literalOf } from './application-spec';
import { exampleApplication } from './example-application';

const URL = 'https://git.example.com/org/manifests.git';

const HYDRATED = exampleApplication(`
sourceHydrator:
  drySource:
    repoURL: ${URL}
    targetRevision: main
    path: web
  syncSource:
    targetBranch: environments/production
    path: web
destination:
  name: in-cluster
  namespace: shop`);

const READ = exampleRegistration('repository', 'manifests', { type: 'git', url: URL });

/** Finds hydrators that would push without credentials. */
export const hydratorCanPush = defineRule({
  id: 'apps/hydrator-can-push',
  severity: 'warning',
  kinds: APPLICATION_KINDS,
  since: '0.1.0',
  implements: [],
  title: 'a repository that is hydrated to is registered for writing',
  rationale:
    'The hydrator never pushes with the credentials that Argo CD reads with. It looks for a registration of its own, with the label '
    + 'repository-write or repo-write-creds, and without one it pushes as nobody. Looked at only where the repository is registered for '
    + 'reading among the manifests.',
  bad: joinDocuments(HYDRATED, READ),
  good: joinDocuments(HYDRATED, READ, exampleRegistration('repository-write', 'manifests-write', { type: 'git', url: URL })),
  check(entry, context) {
    const hydrator = applicationSpec(entry).at('sourceHydrator');
    if (!hydrator.exists) return;
    const own = hydrator.at('syncSource', 'repoURL');
    const place = own.text === '' ? hydrator.at('drySource', 'repoURL') : own;
    const url = literalOf(place);
    if (url === '') return;
    const registered = registrationsIn(context.manifests).map((one) => ({ type: one.labels.at(SECRET_TYPE).text, url: fieldText(one, 'url') }));
    const isFor = (type: string): boolean => registered.some((one) => one.type === type && sameRepository(one.url, url));
    // A template is for the beginnings of URLs, and one whose URL cannot be read for any.
    const covered = registered.some((one) => one.type === 'repo-write-creds' && url.toLowerCase().startsWith(one.url.toLowerCase()));
    const unread = registered.some((one) => one.type === 'repository-write' && one.url === '');
    if (!isFor('repository') || isFor('repository-write') || covered || unread) return;
    context.report(place.pointer, 'the hydrator has no credentials to push with: the repository is registered for reading only', {
      received: url, fix: 'register it for writing too: RepositoryRegistration with access: \'write\', or a Secret labelled repository-write',
    });
  },
});
