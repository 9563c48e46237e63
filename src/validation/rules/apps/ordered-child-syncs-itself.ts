import { waveOf } from '../../../manifests/apply-order';
import { defineRule } from '../../rule';
import { joinDocuments } from '../rollouts/example-rollout';
import { applicationSpec } from './application-spec';
import { EXAMPLE_SOURCE, exampleApplication, exampleSource } from './example-application';

/** Finds Applications that others wait for and that nobody syncs. */
export const orderedChildSyncsItself = defineRule({
  id: 'apps/ordered-child-syncs-itself',
  severity: 'warning',
  kinds: ['argoproj.io/Application'],
  since: '0.1.0',
  implements: [],
  title: 'an Application that others come after syncs by itself',
  rationale:
    'What comes in a later wave waits until the Application is healthy, and on a first installation it is not before its first sync. Without automated '
    + 'sync somebody has to start that one by hand, and until then the sync of the root does not end.',
  bad: example(''),
  good: example(`
syncPolicy:
  automated:
    selfHeal: true`),
  check(entry, context) {
    const policy = applicationSpec(entry).at('syncPolicy');
    const automated = policy.at('automated');
    if (automated.exists && automated.at('enabled').value !== false) return;
    const wave = waveOf(entry.manifest);
    const waiting = context.manifests.of(entry.unit)
      .filter(({ id, manifest }) => (id.kind === 'Application' || id.kind === 'ApplicationSet') && waveOf(manifest) > wave)
      .map(({ id }) => id.name).sort();
    if (waiting.length === 0) return;
    const more = waiting.length > 3 ? ` and ${waiting.length - 3} more` : '';
    context.report(policy.exists ? policy.pointer : '/spec', `nobody syncs the Application by itself, and ${waiting.slice(0, 3).join(', ')}${more} wait until it is healthy`, {
      expected: 'syncPolicy.automated',
      fix: 'add automated, or put it into the last wave',
    });
  },
});

function example(policy: string): string {
  const annotations = 'argocd.argoproj.io/sync-wave: \'1\'';
  return joinDocuments(exampleApplication(EXAMPLE_SOURCE + policy, { name: 'mesh' }), exampleSource('path: apps', { name: 'apps', annotations }));
}
