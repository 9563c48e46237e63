import { WAVE_ANNOTATION, waveOf } from '../../../manifests/apply-order';
import { pointer } from '../../../manifests/pointer';
import { readListOnce } from '../../../manifests/read-once';
import { defineRule } from '../../rule';
import { joinDocuments } from '../rollouts/example-rollout';
import { APPLICATION_KINDS } from './application-spec';
import { argoCdConfig } from './argo-cd-config';
import { exampleSource } from './example-application';

/** Where argocd-cm says when an Application is healthy. */
export const APPLICATION_HEALTH_KEY = 'resource.customizations.health.argoproj.io_Application';

/** Finds an order between Applications that Argo CD does not keep. */
export const childOrderNeedsHealth = defineRule({
  id: 'apps/child-order-needs-health',
  severity: 'warning',
  kinds: APPLICATION_KINDS,
  since: '0.1.0',
  implements: ['E53'],
  title: 'an order between Applications comes with a health check for them',
  rationale:
    'Argo CD has had no health check for Applications since version 1.8: a child counts as done as soon as it is applied, so the next '
    + `wave starts at once. The check has to be put into argocd-cm under ${APPLICATION_HEALTH_KEY}. Even then an update can slip through, as a child `
    + 'shows its old health until its controller has looked at it.',
  bad: application('1'),
  good: application('0'),
  check(entry, context) {
    const isLater = waveOf(entry.manifest) > firstWave(context.manifests.of(entry.unit));
    if (!isLater || argoCdConfig(context.manifests)?.[APPLICATION_HEALTH_KEY] !== undefined) return;
    // Whoever says that it is made elsewhere knows what is in it.
    if (context.manifests.isExternal(entry.unit, { group: '', kind: 'ConfigMap', namespace: entry.id.namespace, name: 'argocd-cm' })) return;
    context.report(pointer('/metadata/annotations', WAVE_ANNOTATION), 'nothing here tells Argo CD when an Application is healthy, so it does not wait for the earlier ones', {
      expected: `argocd-cm with the key ${APPLICATION_HEALTH_KEY}`,
      fix: 'declare an ArgoCdConfig, which gets the health check by itself, or acknowledge this if argocd-cm has it already',
    });
  },
});

/** The earliest wave of the Applications of a unit. */
const firstWave = readListOnce((objects) =>
  objects.reduce((first, { id, manifest }) => (id.kind === 'Application' ? Math.min(first, waveOf(manifest)) : first), Infinity));

function application(wave: string): string {
  const annotations = `argocd.argoproj.io/sync-wave: '${wave}'`;
  return joinDocuments(exampleSource('path: apps', { name: 'apps', annotations }), exampleSource('path: mesh', { name: 'mesh' }));
}
