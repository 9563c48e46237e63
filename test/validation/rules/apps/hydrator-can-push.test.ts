import { hydratorCanPush } from '../../../../src/validation/rules/apps/hydrator-can-push';
import { exampleRegistration } from '../../../../src/validation/rules/fleet/example-registration';
import { application, findingsOf } from '../findings-of';

const url = 'https://git.example.com/org/manifests.git';
const elsewhere = 'https://git.example.com/org/hydrated.git';
const hydrated = (repoURL?: string): string => application({
  source: undefined,
  sourceHydrator: {
    drySource: { repoURL: url, targetRevision: 'main', path: 'web' },
    syncSource: { targetBranch: 'production', path: 'web', ...(repoURL !== undefined && { repoURL }) },
  },
});
const registered = (type: string, at: string): string => exampleRegistration(type, `${type}-${at.length}`, { type: 'git', url: at });
const pointers = (...documents: readonly string[]): string[] =>
  findingsOf(hydratorCanPush, documents.join('---\n')).map(({ pointer }) => pointer);

test.each<[string, string[], string]>([
  ['the repository is for reading only', [hydrated(), registered('repository', url)], '/spec/sourceHydrator/drySource/repoURL'],
  ['another one is for writing', [hydrated(), registered('repository', url), registered('repository-write', elsewhere)], '/spec/sourceHydrator/drySource/repoURL'],
  ['the one of the branch is for reading only', [hydrated(elsewhere), registered('repository', elsewhere), registered('repository-write', url)],
    '/spec/sourceHydrator/syncSource/repoURL'],
])('found: %s', (_, documents, place) => {
  expect(pointers(...documents)).toEqual([place]);
});

test.each<[string, string[]]>([
  ['nothing is registered here', [hydrated()]],
  ['the repository is for writing too', [hydrated(), registered('repository', url), registered('repository-write', 'https://git.example.com/org/manifests')]],
  ['a template of credentials covers it', [hydrated(), registered('repository', url), registered('repo-write-creds', 'https://git.example.com/org')]],
  ['nothing is hydrated', [application({}), registered('repository', url)]],
])('not found: %s', (_, documents) => {
  expect(pointers(...documents)).toEqual([]);
});
