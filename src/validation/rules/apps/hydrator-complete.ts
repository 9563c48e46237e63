import { defineRule } from '../../rule';
import { APPLICATION_KINDS, applicationSpec } from './application-spec';
import { exampleApplication } from './example-application';

/** Where a hydrator needs a text. */
const NEEDED = [['drySource', 'repoURL'], ['syncSource', 'targetBranch'], ['hydrateTo', 'targetBranch']] as const;

/** Finds hydrators that have nothing to read, or nowhere to write to. */
export const hydratorComplete = defineRule({
  id: 'apps/hydrator-complete',
  severity: 'error',
  kinds: APPLICATION_KINDS,
  since: '0.1.0',
  implements: ['CD-020', 'CD-021', 'CD-022'],
  title: 'a source hydrator names its repository and its branches',
  rationale:
    'The hydrator reads the dry source, and commits to the branch of hydrateTo or of syncSource. With an empty text for one of these the '
    + 'Application shows InvalidSpecError and nothing is synced.',
  bad: exampleHydrator('""'),
  good: exampleHydrator('environments/production'),
  check(entry, context) {
    const hydrator = applicationSpec(entry).at('sourceHydrator');
    for (const [part, field] of NEEDED) {
      const place = hydrator.at(part, field);
      if (place.value === '') context.report(place.pointer, `the ${field} of ${part} is empty`, { fix: part === 'hydrateTo' ? 'name a branch, or leave hydrateTo out' : 'say it' });
    }
  },
});

function exampleHydrator(branch: string): string {
  return exampleApplication(`
sourceHydrator:
  drySource:
    repoURL: https://git.example.com/org/manifests.git
    targetRevision: main
    path: web
  syncSource:
    targetBranch: ${branch}
    path: web
destination:
  name: in-cluster
  namespace: shop`);
}
