import { defineRule } from '../../rule';
import { ofArgoCd } from '../scopes';
import { exampleConfig } from './config-maps';
import { scriptsIn } from './customization';

/** Kinds with checks of their own that know more than a script of a few lines: what is lost. */
const KNOW_MORE: Readonly<Record<string, string>> = {
  'argoproj.io_AnalysisRun': 'runs of dry metrics',
  'argoproj.io_Experiment': 'what its analyses say',
  'argoproj.io_Rollout': 'pauses, aborted releases, and a spec that the controller has not looked at yet',
};

/** Groups that are gone, with those that came after. */
const LEGACY_GROUPS: Readonly<Record<string, string>> = {
  'certmanager.k8s.io': 'cert-manager.io',
  'extensions': 'networking.k8s.io',
  'keda.k8s.io': 'keda.sh',
};

/** Finds health checks that take the place of better ones, or that no object meets any more. */
export const needlessHealthCheck = defineRule({
  id: 'argo-cd-settings/needless-health-check',
  severity: 'warning',
  kinds: ['ConfigMap'],
  scope: ofArgoCd,
  since: '0.1.0',
  implements: ['E44', 'E45'],
  title: 'no health check takes the place of a better one that Argo CD has',
  rationale: 'Argo CD knows the health of Rollouts and of their analyses. A check in argocd-cm replaces its own altogether, and the short '
    + 'ones that articles show take the state before the last change for the present one. A check for a group that is gone is never run.',
  bad: exampleConfig('resource.customizations.health.argoproj.io_Rollout: return { status = "Healthy" }'),
  good: exampleConfig('resource.customizations.health.argoproj.io_Application: return { status = "Healthy" }'),
  check(entry, context) {
    for (const { isHealthCheck, kind, pointer } of scriptsIn(entry)) {
      if (!isHealthCheck) continue;
      const key = kind.replace('/', '_');
      const group = key.split('_')[0]!;
      const lost = KNOW_MORE[key];
      const now = LEGACY_GROUPS[group];
      if (lost !== undefined) {
        context.report(pointer, `the check takes the place of the one of Argo CD for ${kind}, which knows ${lost}`, { fix: 'delete it' });
      } else if (now !== undefined && key.includes('_')) {
        context.report(pointer, `the group ${group} is gone, so no object meets this check`, {
          received: group, expected: now, fix: `delete it: Argo CD has checks for the kinds of ${now}`,
        });
      }
    }
  },
});
