import { defineRule } from '../../rule';
import { nearest } from '../../schema/similar-name';
import { joinDocuments } from '../rollouts/example-rollout';
import { ARGO_CD_NOTIFICATIONS, exampleTrigger, notificationsFor } from './notifications-map';
import { subscribedApplication, SUBSCRIBING_KINDS, subscribersOf } from './subscribers';

/** Finds subscriptions that nothing is ever sent for. */
export const subscriptionServed = defineRule({
  id: 'argo-cd-notifications/subscription-served',
  severity: 'warning',
  kinds: SUBSCRIBING_KINDS,
  since: '0.1.0',
  implements: ['CD-236'],
  title: 'whoever subscribes names a trigger and a service that are configured',
  rationale: 'A subscription to a trigger or by a service that argocd-notifications-cm does not have sends nothing, and the only trace is an '
    + 'error in the log. Looked at only where that ConfigMap is among the manifests.',
  bad: joinDocuments(subscribedApplication('notifications.argoproj.io/subscribe.on-sync-faild.slack: shop'), exampleTrigger()),
  good: joinDocuments(subscribedApplication('notifications.argoproj.io/subscribe.on-sync-failed.slack: shop'), exampleTrigger()),
  check(entry, context) {
    const subscribers = subscribersOf(entry);
    if (subscribers.length === 0) return;
    // What has no trigger at all is one part of several that are put together elsewhere.
    const maps = notificationsFor(entry, context.manifests);
    if (!maps.some(({ triggers }) => triggers.length > 0) || maps.some(({ isLegacy }) => isLegacy)) return;
    const known = {
      trigger: maps.flatMap(({ triggers }) => triggers.map(({ name }) => name)),
      service: maps.flatMap(({ serviceNames }) => serviceNames),
    };
    const defaults = maps.flatMap(({ defaultTriggers }) => defaultTriggers.map(({ key }) => key));
    for (const { pointer, trigger, service } of subscribers) {
      for (const [what, name] of [['trigger', trigger], ['service', service]] as const) {
        if (name === '' || known[what].includes(name)) continue;
        const near = nearest(name, known[what]);
        context.report(pointer, `no ${what} ${name} is configured in ${ARGO_CD_NOTIFICATIONS}, so nothing is sent`, {
          received: name,
          expected: known[what].join(', ') || `a ${what} that is configured there`,
          fix: near ? `did you mean ${near}?` : `add the key ${what}.${name} to the ConfigMap, or subscribe to another ${what}`,
        });
      }
      if (trigger === '' && !defaults.includes('defaultTriggers') && !defaults.includes(`defaultTriggers.${service}`)) {
        context.report(pointer, `${ARGO_CD_NOTIFICATIONS} has no default triggers, so nothing is sent`, {
          expected: `subscribe.<trigger>.${service}`, fix: 'name a trigger, or add the key defaultTriggers to the ConfigMap',
        });
      }
    }
  },
});
