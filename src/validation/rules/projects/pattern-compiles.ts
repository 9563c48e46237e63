import { goRegExpProblem } from '../../../languages/conditions/go-regexp-syntax';
import { globProblem, pathPatternProblem } from '../../../languages/globs';
import { normalizedGitUrl } from '../../../manifests/git-url';
import { Place } from '../../../manifests/references/place';
import { defineRule } from '../../rule';
import { EXAMPLE_PERMISSIONS, exampleProject } from './example-project';

/** Finds patterns in a project that fit nothing, as Argo CD cannot read them. */
export const patternCompiles = defineRule({
  id: 'projects/pattern-compiles',
  severity: 'error',
  kinds: ['argoproj.io/AppProject'],
  since: '0.1.0',
  implements: ['CD-131'],
  title: 'the patterns of a project can be read',
  rationale:
    'A pattern that does not compile fits nothing, and nobody says so. Repositories, destinations and windows have globs; groups, kinds and '
    + 'names of resources have patterns of Go\'s path.Match, which know no braces. Braces in the path of a repository are escaped before they are compared.',
  bad: exampleProject(`
sourceRepos:
  - https://git.example.com/{shop,payments}/*
destinations:
  - server: https://kubernetes.default.svc
    namespace: shop`),
  good: exampleProject(EXAMPLE_PERMISSIONS),
  check(entry, context) {
    const spec = Place.root(entry.manifest).at('spec');
    for (const { place, isPath } of patternsOf(spec)) {
      const pattern = place.text.replace(/^!/, '');
      const problem = isPath ? pathPatternProblem(pattern) : globProblem(pattern);
      if (!problem) continue;
      context.report(place.pointer, `${JSON.stringify(place.text)} has ${problem}, so it fits nothing`, { received: place.text, fix: 'write a pattern such as shop-*' });
    }
    for (const place of spec.at('sourceNamespaces').items) {
      const expression = /^\/(.*)\/$/s.exec(place.text)?.[1];
      const problem = expression === undefined || isRegExp(expression) ? undefined : goRegExpProblem(expression);
      if (problem === undefined) continue;
      context.report(place.pointer, `${JSON.stringify(place.text)} is no regular expression (${problem}), so it fits nothing`, {
        received: place.text, fix: 'write an expression such as /^shop-[0-9]+$/, or a glob such as shop-*',
      });
    }
    for (const place of spec.at('sourceRepos').items) {
      const glob = place.text.replace(/^!/, '').trim();
      if (glob === '' || globProblem(glob) !== undefined) continue;
      const compared = normalizedGitUrl(glob);
      if (compared !== '' && !/[{}\\^]/.test(glob)) continue;
      context.report(place.pointer, `${JSON.stringify(place.text)} fits nothing: ${compared === '' ? 'it is no URL' : `it is compared as ${compared}`}`, {
        received: place.text,
        fix: 'list each repository, or use * and **',
      });
    }
  },
});

// Argo CD reads these with a library that knows what JavaScript knows, and some of what Go knows: certain is what neither reads.
function isRegExp(expression: string): boolean {
  try {
    return new RegExp(expression).source !== '';
  } catch {
    return false;
  }
}

interface Pattern {
  readonly place: Place;
  /** Whether it is a pattern of `path.Match` instead of a glob. */
  readonly isPath: boolean;
}

function patternsOf(spec: Place): Pattern[] {
  const fields = (list: string, ...names: readonly string[]): Place[] =>
    spec.at(list).items.flatMap((item) => names.map((name) => item.at(name)));
  const windows = fields('syncWindows', 'applications', 'namespaces', 'clusters').flatMap((selector) => selector.items);
  const policies = spec.at('sourceIntegrity', 'git', 'policies').items.flatMap((policy) => policy.at('repos').items.map((repo) => repo.at('url')));
  const globs = [
    ...spec.at('sourceRepos').items, ...fields('destinations', 'server', 'name', 'namespace'),
    ...fields('destinationServiceAccounts', 'server', 'namespace'), ...windows, ...policies,
    ...spec.at('sourceNamespaces').items.filter(({ text }) => !/^\/.*\/$/.test(text)),
  ];
  const paths = [
    ...fields('clusterResourceWhitelist', 'group', 'kind', 'name'), ...fields('clusterResourceBlacklist', 'group', 'kind', 'name'),
    ...fields('namespaceResourceWhitelist', 'group', 'kind'), ...fields('namespaceResourceBlacklist', 'group', 'kind'),
  ];
  return [...globs.map((place) => ({ place, isPath: false })), ...paths.map((place) => ({ place, isPath: true }))];
}
