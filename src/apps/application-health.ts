import type { Construct } from 'constructs';
import { APPLICATION_HEALTH, APPLICATION_HEALTH_KEY } from '../app/application-health';
import { contributeSetting } from '../app/contributed-settings';

/**
 * Puts the check into the ArgoCdConfig of the app. When there is none, the rule apps/child-order-needs-health says so. Whether it is
 * needed may be known only when everything is declared.
 */
export function needApplicationHealth(scope: Construct, namespace: string | undefined, isNeeded?: () => boolean): void {
  contributeSetting(scope, {
    configMap: 'argocd-cm',
    key: APPLICATION_HEALTH_KEY,
    value: APPLICATION_HEALTH,
    why: 'the children do not wait for each other',
    overridable: true,
    namespace,
    foundByRule: true,
    isNeeded,
  });
}
