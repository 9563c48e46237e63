import { defineRule } from '../../rule';
import { nearest } from '../../schema/similar-name';
import { exampleRollout, joinDocuments } from '../rollouts/example-rollout';
import { configMapsFor, ROLLOUTS_NOTIFICATIONS } from './rollouts-config-maps';
import { subscribedRollout, subscriptionsOf } from './subscriptions';

/** Finds subscriptions that nothing is ever sent for. */
export const subscriptionServed = defineRule({
  id: 'control-plane/subscription-served',
  severity: 'warning',
  kinds: ['argoproj.io/Rollout'],
  since: '0.1.0',
  implements: ['CD-236'],
  title: 'a subscription names a trigger and a service that are configured',
  rationale: 'The controller sends what the triggers of its notification ConfigMap say, by the services that it lists. A subscription to '
    + 'anything else sends nothing, and the only trace is a line in the log of the controller. Looked at only where that ConfigMap is among '
    + 'the manifests.',
  bad: joinDocuments(subscribedRollout(exampleRollout(), 'on-rollout-aborted.slak: releases'), notifications()),
  good: joinDocuments(subscribedRollout(exampleRollout(), 'on-rollout-aborted.slack: releases'), notifications()),
  check(entry, context) {
    const subscriptions = subscriptionsOf(entry);
    if (subscriptions.length === 0) return;
    const configMaps = configMapsFor(entry, ROLLOUTS_NOTIFICATIONS, context.manifests);
    if (configMaps.length === 0) return;
    const keys = configMaps.flatMap((data) => Object.keys(data));
    const triggers = keys.filter((key) => key.startsWith('trigger.')).map((key) => key.slice('trigger.'.length));
    // `service.slack` is named slack, `service.slack.on-call` is named on-call.
    const services = keys.filter((key) => key.startsWith('service.')).map((key) => key.split('.').at(-1)!);
    for (const { pointer, trigger, service } of subscriptions) {
      for (const [what, name, known] of [['trigger', trigger, triggers], ['service', service, services]] as const) {
        if (name === '' || known.includes(name)) continue;
        const near = nearest(name, known);
        context.report(pointer, `no ${what} ${name} is configured in ${ROLLOUTS_NOTIFICATIONS}, so nothing is sent`, {
          received: name,
          expected: known.join(', ') || `a ${what} that is configured there`,
          fix: near ? `did you mean ${near}?` : `add the key ${what}.${name} to the ConfigMap, or subscribe to another ${what}`,
        });
      }
    }
  },
});

function notifications(): string {
  return `apiVersion: v1
kind: ConfigMap
metadata:
  name: argo-rollouts-notification-configmap
  namespace: argo-rollouts
data:
  service.slack: |
    token: $slack-token
  template.aborted: |
    message: rollout {{.rollout.metadata.name}} was aborted
  trigger.on-rollout-aborted: |
    - send: [aborted]
`;
}
