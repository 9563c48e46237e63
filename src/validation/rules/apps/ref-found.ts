import { sameRepository } from '../../../manifests/git-url';
import type { Place } from '../../../manifests/references/place';
import { defineRule, type RuleContext } from '../../rule';
import { nearest } from '../../schema/similar-name';
import { APPLICATION_KINDS, applicationSpec, isPartial, literalOf, sourcesOf } from './application-spec';
import { exampleRefs } from './ref-names';
import { filesOf } from './value-files';

/** Finds files of sources that are not there. */
export const refFound = defineRule({
  id: 'apps/ref-found',
  severity: 'error',
  kinds: APPLICATION_KINDS,
  since: '0.1.0',
  implements: ['CD-057', 'CD-058', 'CD-059'],
  title: 'files of Helm that begin with $ belong to a ref source in Git',
  rationale:
    '$values/production.yaml is a file of the source with ref: values. Without that source, or when it is a chart, or when one repository '
    + 'would be needed at two revisions (that of the source counts), Argo CD cannot render the manifests: the Application shows a ComparisonError.',
  bad: exampleRefs('$value/production.yaml', `
- repoURL: https://git.example.com/org/manifests.git
  targetRevision: main
  ref: values`),
  good: exampleRefs('$values/production.yaml', `
- repoURL: https://git.example.com/org/manifests.git
  targetRevision: main
  ref: values`),
  check(entry, context) {
    const sources = sourcesOf(entry);
    const several = applicationSpec(entry).at('sources').items.length > 0;
    if (!several && isPartial(entry)) return;
    const refs = new Map(sources.filter((source) => source.at('ref').text !== '').map((source) => [source.at('ref').text, source]));
    if ([...refs.keys()].some((ref) => ref.includes('{{'))) return;
    for (const source of sources) checkFiles(source, several ? refs : new Map(), context);
  },
});

/** What Argo CD puts into texts of a source, which is no ref. */
const VARIABLE = /^\$(\{|ARGOCD_|KUBE_)/;

function checkFiles(source: Place, refs: ReadonlyMap<string, Place>, context: RuleContext): void {
  const used: Place[] = [];
  for (const place of filesOf(source)) {
    const file = literalOf(place);
    if (!file.startsWith('$') || VARIABLE.test(file)) continue;
    const ref = file.slice(1).split('/')[0] ?? '';
    const found = refs.get(ref);
    if (!found) {
      const meant = nearest(ref, [...refs.keys()]);
      context.report(place.pointer, `no source has ref: ${ref}`, {
        received: file,
        fix: meant ? `did you mean $${meant}/...?` : `add a source with ref: ${ref} to sources`,
      });
      continue;
    }
    if (found.at('chart').text !== '') {
      context.report(place.pointer, `the source with ref: ${ref} is a chart, and only files in Git can be named`, { received: file, fix: 'take the values from a Git repository' });
      continue;
    }
    const clash = used.find((other) => isOther(other, found));
    if (clash) {
      context.report(place.pointer, `the repository of ref: ${ref} is needed at two revisions, and Argo CD checks it out once`, {
        received: `${revisionOf(clash)} and ${revisionOf(found)}`, fix: 'use one revision',
      });
    }
    if (!clash && isOtherCommit(source, found)) {
      context.report(place.pointer, `ref: ${ref} is the repository of this source at another revision, and Argo CD checks it out once`, {
        received: `${revisionOf(found)}, and the source is at ${revisionOf(source)}`, fix: 'use one revision, or keep the files in a repository of their own',
      });
    }
    used.push(found);
  }
}

/** The repository of the source itself may be named twice as long as both names lead to one commit, which HEAD may do. */
function isOtherCommit(source: Place, ref: Place): boolean {
  return source.at('chart').text === '' && ![revisionOf(source), revisionOf(ref)].includes('HEAD') && isOther(source, ref);
}

function isOther(one: Place, other: Place): boolean {
  const [a, b] = [literalOf(one.at('repoURL')), literalOf(other.at('repoURL'))];
  if (a === '' || b === '' || !sameRepository(a, b)) return false;
  return ![revisionOf(one), revisionOf(other)].some((text) => text.includes('{{')) && revisionOf(one) !== revisionOf(other);
}

function revisionOf(source: Place): string {
  return source.at('targetRevision').text || 'HEAD';
}
