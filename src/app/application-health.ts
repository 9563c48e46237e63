import type { ContributedSetting } from './contributed-settings';

/** The key of argocd-cm with the health check of Applications. */
export const APPLICATION_HEALTH_KEY = 'resource.customizations.health.argoproj.io_Application';

/**
 * Tells Argo CD how healthy an Application is, which it has not known by itself since version 1.8: as healthy as what it delivers.
 * One that no controller has looked at yet is still progressing, so a wave waits for it. Without text and number functions,
 * which the scripts of argocd-cm do not have.
 *
 * @see docs/operator-manual/health.md in argoproj/argo-cd
 */
export const APPLICATION_HEALTH_SCRIPT = `local hs = { status = "Progressing", message = "not looked at yet" }
local health = obj.status and obj.status.health
if health and health.status then
  hs.status = health.status
  hs.message = health.message or ""
end
return hs
`;

/** The health check of Applications, for whoever orders them. Another one that argocd-cm has will do as well. */
export function applicationHealth(why: string): ContributedSetting {
  return { configMap: 'argocd-cm', key: APPLICATION_HEALTH_KEY, value: APPLICATION_HEALTH_SCRIPT, why, overridable: true };
}
