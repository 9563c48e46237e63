import { EntryIndex } from '../../../manifests/entry-index';
import { sameRepository } from '../../../manifests/git-url';
import type { ManifestEntry } from '../../../manifests/manifest-set';
import type { Place } from '../../../manifests/references/place';
import { mayMeet } from '../../../manifests/unit';
import { madeAt } from '../../made-at';
import { defineRule } from '../../rule';
import { joinDocuments } from '../rollouts/example-rollout';
import { applicationSpec, literalOf } from './application-spec';
import { exampleApplication } from './example-application';

/** Finds Applications that are hydrated to one folder. */
export const hydratedOnce = defineRule({
  id: 'apps/hydrated-once',
  severity: 'error',
  kinds: ['argoproj.io/Application'],
  since: '0.1.0',
  implements: [],
  title: 'each Application is hydrated to a folder of its own',
  rationale:
    'The hydrator refuses two Applications with one path on one branch, and with them every other one that it reads from the same revision and '
    + 'commits to the same branch: nothing of them is committed any more. Where they are read from different revisions, each overwrites what the '
    + 'other has committed.',
  bad: joinDocuments(example('web', 'web'), example('api', 'web')),
  good: joinDocuments(example('web', 'web'), example('api', 'api')),
  check(entry, context) {
    const place = pathOf(entry);
    const same = HYDRATED.find(context.manifests.entries, targetOf(entry) ?? '');
    // Said once, at the later of the two.
    const other = same.slice(0, same.indexOf(entry)).find((one) => isOther(one, entry) && clash(one, entry));
    if (!other) return;
    context.report(place.pointer, `the Application ${other.id.name} is hydrated to this folder too, so the hydrator commits neither${madeAt(other, entry)}`, {
      rival: other, received: place.text, expected: 'a folder of its own on the branch', fix: `write ${folderOf(place)}/${entry.id.name}, or another folder that nobody else has`,
    });
  },
});

// One Application that is written for two Argo CDs commits the same twice.
function isOther(one: ManifestEntry, other: ManifestEntry): boolean {
  return mayMeet(one.unit, other.unit) && !(one.id.name === other.id.name && one.id.namespace === other.id.namespace);
}

function clash(one: ManifestEntry, other: ManifestEntry): boolean {
  return isOneTurn(one, other) || sameRepository(repositoryOf(one), repositoryOf(other));
}

/** Whether the hydrator takes both in one turn, in which it looks at paths and not at the repository that is committed to. */
function isOneTurn(one: ManifestEntry, other: ManifestEntry): boolean {
  const [a, b] = [one, other].map((entry) => applicationSpec(entry).at('sourceHydrator', 'drySource')) as [Place, Place];
  return sameRepository(a.at('repoURL').text, b.at('repoURL').text) && a.at('targetRevision').text === b.at('targetRevision').text;
}

/** The hydrated Applications by branch and folder. */
const HYDRATED = new EntryIndex((entry) => {
  const target = entry.id.kind === 'Application' && entry.id.group === 'argoproj.io' ? targetOf(entry) : undefined;
  return target === undefined ? [] : [target];
});

/** The branch that is committed to, and the folder on it. */
function targetOf(entry: ManifestEntry): string | undefined {
  const hydrator = applicationSpec(entry).at('sourceHydrator');
  if (!hydrator.exists) return undefined;
  const branch = literalOf(hydrator.at('hydrateTo', 'targetBranch')) || literalOf(hydrator.at('syncSource', 'targetBranch'));
  const folder = folderOf(pathOf(entry));
  return branch === '' || folder === '' || repositoryOf(entry) === '' ? undefined : `${branch}\n${folder}`;
}

function pathOf(entry: ManifestEntry): Place {
  return applicationSpec(entry).at('sourceHydrator', 'syncSource', 'path');
}

function folderOf(path: Place): string {
  return literalOf(path).split('/').filter((segment) => segment !== '' && segment !== '.').join('/');
}

function repositoryOf(entry: ManifestEntry): string {
  const hydrator = applicationSpec(entry).at('sourceHydrator');
  return literalOf(hydrator.at('syncSource', 'repoURL')) || literalOf(hydrator.at('drySource', 'repoURL'));
}

function example(name: string, path: string): string {
  return exampleApplication(`
sourceHydrator:
  drySource:
    repoURL: https://git.example.com/org/manifests.git
    targetRevision: main
    path: ${name}
  syncSource:
    targetBranch: environments/production
    path: ${path}
destination:
  name: in-cluster
  namespace: shop`, { name });
}
