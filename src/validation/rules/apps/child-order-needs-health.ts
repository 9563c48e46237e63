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
    if (!isLater) return;
    const script = argoCdConfig(context.manifests)?.[APPLICATION_HEALTH_KEY];
    if (script !== undefined) {
      if (typeof script !== 'string' || looksAtObject(script)) return;
      context.report(pointer('/metadata/annotations', WAVE_ANNOTATION), 'the health check for Applications in argocd-cm never looks at the Application, so it '
        + 'says the same of one that has not been synced', {
        expected: 'a script that reads obj.status', fix: 'take it out of healthChecks, and a check comes by itself, or use HealthCheck.application()',
      });
      return;
    }
    // Whoever says that it is made elsewhere knows what is in it.
    if (context.manifests.isExternal(entry.unit, { group: '', kind: 'ConfigMap', namespace: entry.id.namespace, name: 'argocd-cm' })) return;
    context.report(pointer('/metadata/annotations', WAVE_ANNOTATION), 'nothing here tells Argo CD when an Application is healthy, so it does not wait for the earlier ones', {
      expected: `argocd-cm with the key ${APPLICATION_HEALTH_KEY}`,
      fix: 'declare an ArgoCdConfig, which gets the health check by itself, or acknowledge this if argocd-cm has it already',
    });
  },
});

/** Whether a script reads what it is given, outside of comments and texts. One that cannot be read is found by itself. */
function looksAtObject(script: string): boolean {
  return /\bobj\b/.test(script.replace(/--\[\[[\s\S]*?\]\]|--[^\n]*|"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'/g, ''));
}

/** The earliest wave of the Applications of a unit. */
const firstWave = readListOnce((objects) =>
  objects.reduce((first, { id, manifest }) => (id.kind === 'Application' ? Math.min(first, waveOf(manifest)) : first), Infinity));

function application(wave: string): string {
  const annotations = `argocd.argoproj.io/sync-wave: '${wave}'`;
  return joinDocuments(exampleSource('path: apps', { name: 'apps', annotations }), exampleSource('path: mesh', { name: 'mesh' }));
}
