import { matchesGlob } from '../../../languages/globs';
import type { ManifestEntry, ManifestSet } from '../../../manifests/manifest-set';
import { Place } from '../../../manifests/references/place';
import { defineRule } from '../../rule';
import { EXAMPLE_PERMISSIONS, exampleProject } from './example-project';
import { membersOf } from './members';
import { isDenial } from './project-permissions';

const policies = (more: string): string => exampleProject(`${EXAMPLE_PERMISSIONS}
sourceIntegrity:
  git:
    policies:
      - repos:
          - url: https://git.example.com/shop/*${more}
        gpg:
          mode: head
          keys:
            - 4AEE18F83AFDEB23
      - repos:
          - url: https://git.example.com/shop/payments.git
        gpg:
          mode: strict
          keys:
            - 4AEE18F83AFDEB23`);

/** Finds repositories for which a project has two demands for signatures. */
export const oneIntegrityPolicy = defineRule({
  id: 'projects/one-integrity-policy',
  severity: 'error',
  kinds: ['argoproj.io/AppProject'],
  since: '0.1.0',
  implements: ['CD-076'],
  title: 'one policy of signatures fits a repository',
  rationale:
    'Where two policies of sourceIntegrity fit the URL of a repository Argo CD takes neither: no revision of it passes, and nothing can be synced. '
    + 'There is no order among them, so the general one has to leave out what the special one is for: url: "!..." does that.',
  bad: policies(''),
  good: policies('\n          - url: \'!https://git.example.com/shop/payments.git\''),
  check(entry, context) {
    const all = Place.root(entry.manifest).at('spec', 'sourceIntegrity', 'git', 'policies').items;
    if (all.length < 2) return;
    const reported = new Set<Place>();
    for (const url of candidates(entry, all, context.manifests)) {
      const [first, second, ...more] = all.filter((policy) => fits(policy, url));
      if (!first || !second || reported.has(second)) continue;
      reported.add(second);
      context.report(second.at('repos').pointer, `${more.length > 0 ? `${more.length + 2} policies fit` : 'this policy and an earlier one fit'} ${url}, so no revision of it is accepted`, {
        received: `${listed(first)} and ${listed(second)}`,
        fix: 'leave the repository out of one of them with url: "!..."',
      });
    }
  },
});

/** URLs that a policy may meet: those of Applications that are here, and those that the patterns themselves give. */
function candidates(project: ManifestEntry, all: readonly Place[], manifests: ManifestSet): readonly string[] {
  const written = membersOf(project, manifests).applications.flatMap((application) => {
    const spec = application.at('spec');
    return [...spec.at('sources').items, spec.at('source'), spec.at('sourceHydrator', 'drySource')].map((source) => source.at('repoURL').text);
  });
  const patterns = all.flatMap((policy) => urlsOf(policy)).filter((url) => !isDenial(url) && !/[[\]{}\\]/.test(url));
  // A star stands for a name: what fits the pattern that it is taken from, and another one too, fits both.
  return [...new Set([...written, ...patterns.map((url) => url.replace(/\*+/g, 'name').replaceAll('?', 'x'))])].filter((url) => url !== '' && !url.includes('{{'));
}

// @see findMatchingGitPolicies of util/sourceintegrity/source_integrity.go in argoproj/argo-cd
function fits(policy: Place, url: string): boolean {
  const urls = urlsOf(policy);
  return urls.some((pattern) => !isDenial(pattern) && matchesGlob(pattern, url))
    && !urls.some((pattern) => isDenial(pattern) && matchesGlob(pattern.slice(1), url));
}

function urlsOf(policy: Place): string[] {
  return policy.at('repos').items.map((repo) => repo.at('url').text);
}

function listed(policy: Place): string {
  return urlsOf(policy).join(', ');
}
