import { waveOf } from '../../../manifests/apply-order';
import type { ManifestEntry } from '../../../manifests/manifest-set';
import { defineRule } from '../../rule';
import { joinDocuments } from '../rollouts/example-rollout';
import { LaterObjects, laterText } from '../sync/later-objects';
import type { Moment } from '../sync/moments';
import { APPLICATION_KINDS, applicationSpec } from './application-spec';
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
    const waiting = WAITING.after(context.manifests.of(entry.unit), inWave(entry));
    if (waiting.count === 0) return;
    context.report(policy.exists ? policy.pointer : '/spec', `nobody syncs the Application by itself, and ${laterText(waiting)} wait until it is healthy`, {
      expected: 'syncPolicy.automated',
      fix: 'add automated, or put it into the last wave',
    });
  },
});

const WAITING = new LaterObjects((entry) => (APPLICATION_KINDS.includes(`${entry.id.group}/${entry.id.kind}`) ? inWave(entry) : undefined), ({ id }) => id.name);

function inWave({ manifest }: ManifestEntry): Moment {
  return { phase: 'Sync', wave: waveOf(manifest) };
}

function example(policy: string): string {
  const annotations = 'argocd.argoproj.io/sync-wave: \'1\'';
  return joinDocuments(exampleApplication(EXAMPLE_SOURCE + policy, { name: 'mesh' }), exampleSource('path: apps', { name: 'apps', annotations }));
}
