import type { ManifestEntry } from '../../../manifests/manifest-set';
import type { Place } from '../../../manifests/references/place';
import { certainlyMeant } from '../../certain-edit';
import { defineRule } from '../../rule';
import { generatorsOf } from '../appsets/generator-entries';
import { APPLICATION_KINDS, literalOf, sourcesOf } from './application-spec';
import { exampleApplication } from './example-application';

/** Branches that most repositories have one of, and the name for it. */
const USUAL = ['HEAD', 'main', 'master'];

/** Finds revisions that are nearly the usual branch. */
export const revisionName = defineRule({
  id: 'apps/revision-name',
  severity: 'warning',
  kinds: APPLICATION_KINDS,
  since: '0.1.0',
  implements: [],
  title: 'a revision is not nearly main, master or HEAD',
  rationale: 'Git compares names of branches letter by letter, with their capitals. A branch that is not there is a ComparisonError: nothing is synced any more.',
  bad: example('mian'),
  good: example('main'),
  check(entry, context) {
    for (const place of revisionsOf(entry)) {
      const text = literalOf(place);
      if (text === '' || USUAL.includes(text)) continue;
      const meant = certainlyMeant(text, USUAL);
      if (meant === undefined) continue;
      context.report(place.pointer, `there is hardly a branch ${text} beside ${meant}`, {
        received: text, expected: meant, fix: `did you mean ${meant}? if the branch is called so, acknowledge this`,
      });
    }
  },
});

function revisionsOf(entry: ManifestEntry): readonly Place[] {
  const ofSources = sourcesOf(entry).filter((source) => source.at('chart').text === '').map((source) => source.at('targetRevision'));
  return entry.id.kind === 'ApplicationSet' ? [...ofSources, ...generatorsOf(entry, 'git').map((git) => git.at('revision'))] : ofSources;
}

function example(revision: string): string {
  return exampleApplication(`
source:
  repoURL: https://git.example.com/org/manifests.git
  targetRevision: ${revision}
  path: web
destination:
  name: in-cluster
  namespace: shop`);
}
