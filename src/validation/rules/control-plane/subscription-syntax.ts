import { BUNDLED_ROLLOUT_TRIGGERS, OTHER_ROLLOUT_TRIGGERS } from '../../../manifests/rollout-triggers';
import { certainlyMeant, renamed } from '../../certain-edit';
import { defineRule } from '../../rule';
import { nearest } from '../../schema/similar-name';
import { exampleRollout } from '../rollouts/example-rollout';
import { PREFIX, subscribedRollout, subscriptionsOf } from './subscriptions';

const ROLLOUT_TRIGGERS: readonly string[] = [...BUNDLED_ROLLOUT_TRIGGERS, ...OTHER_ROLLOUT_TRIGGERS];

/** Finds subscriptions that are not read as they are written. */
export const subscriptionSyntax = defineRule({
  id: 'control-plane/subscription-syntax',
  severity: 'warning',
  kinds: ['argoproj.io/Rollout', 'argoproj.io/Application', 'argoproj.io/AppProject'],
  since: '0.1.0',
  implements: ['CD-239'],
  title: 'an annotation that subscribes somebody is subscribe.<trigger>.<service>: recipient;recipient',
  rationale: 'The key is split at its dots and what follows the second part is ignored, so a trigger or service with a dot is never found. '
    + 'Recipients are split at semicolons. Triggers of a Rollout have the names of its events, and one that is misspelt never fires.',
  bad: subscribedRollout(exampleRollout(), 'on-rollout-abort.slack: releases'),
  good: subscribedRollout(exampleRollout(), 'on-rollout-aborted.slack: releases;on-call'),
  check(entry, context) {
    for (const { pointer, parts, trigger, service, recipients } of subscriptionsOf(entry)) {
      if (parts.length > 2 || service === '' || parts[0] === '') {
        context.report(pointer, `the subscription is read as trigger ${trigger || '""'} and service ${service || '""'}`, {
          received: `subscribe.${parts.join('.')}`, expected: 'subscribe.<trigger>.<service>', fix: 'name trigger and service without dots',
        });
        continue;
      }
      if (typeof recipients === 'string' && recipients !== '' && recipients.split(';').every((one) => one.trim() === '')) {
        context.report(pointer, 'nobody is subscribed', { received: recipients, expected: 'recipients, separated by semicolons', fix: 'name a recipient' });
      }
      const near = entry.id.kind === 'Rollout' && trigger !== '' && !ROLLOUT_TRIGGERS.includes(trigger) ? nearest(trigger, ROLLOUT_TRIGGERS) : undefined;
      if (near) {
        const meant = certainlyMeant(trigger, ROLLOUT_TRIGGERS);
        context.report(pointer, `no event of a Rollout is called ${trigger}, so nothing is ever sent`, {
          received: trigger, expected: near, fix: `did you mean ${near}?`, ...renamed(pointer, meant && `${PREFIX}${meant}.${service}`),
        });
      }
    }
  },
});
