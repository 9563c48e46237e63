import { CATALOG_TRIGGERS } from '../../../manifests/application-triggers';
import { NOTIFICATION_SERVICE_TYPES } from '../../../manifests/notification-services';
import { certainlyMeant, renamed } from '../../certain-edit';
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
    for (const { pointer, key, trigger, service } of subscribers) {
      const meant = { trigger: publishedName(trigger, known.trigger), service: publishedName(service, known.service) };
      for (const [what, name] of [['trigger', trigger], ['service', service]] as const) {
        if (name === '' || known[what].includes(name)) continue;
        const near = nearest(name, known[what]);
        context.report(pointer, `no ${what} ${name} is configured in ${ARGO_CD_NOTIFICATIONS}, so nothing is sent`, {
          received: name,
          expected: known[what].join(', ') || `a ${what} that is configured there`,
          fix: near ? `did you mean ${near}?` : `add the key ${what}.${name} to the ConfigMap, or subscribe to another ${what}`,
          ...renamed(pointer, key && meant[what] && withNames(key, { trigger, service }, {
            trigger: meant.trigger ?? trigger, service: meant.service ?? service,
          })),
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

/** The published name that is certainly meant. Names that people chose themselves may differ by one letter, so none of these is. */
function publishedName(name: string, known: readonly string[]): string | undefined {
  const meant = certainlyMeant(name, known);
  return [...CATALOG_TRIGGERS, ...NOTIFICATION_SERVICE_TYPES].find((one) => one === meant);
}

/** The key of a subscription with its names; undefined where there is more in it than these. */
function withNames(key: string, from: Names, to: Names): string | undefined {
  const [old, meant] = [from, to].map(({ trigger, service }) => `/subscribe.${trigger === '' ? '' : `${trigger}.`}${service}`);
  return key.endsWith(old!) ? key.slice(0, -old!.length) + meant : undefined;
}

interface Names {
  readonly trigger: string;
  readonly service: string;
}
