import { defineRule } from '../../rule';
import { nearest } from '../../schema/similar-name';
import { readIn, templateTexts } from '../argo-cd-notifications/template-texts';
import { reportUnreadFields } from '../argo-cd-notifications/unread-fields';
import { ofArgoRollouts } from '../scopes';
import { exampleRolloutsMap, rolloutNotifications, ROLLOUTS_NOTIFICATIONS } from './rollouts-config-maps';

/** What a template can read. @see utils/record/record.go in argoproj/argo-rollouts, pkg/api/api.go in argoproj/notifications-engine */
const VARIABLES = ['analysisRuns', 'recipient', 'rollout', 'secrets', 'serviceType', 'time'];

/** A ConfigMap with a template that has this field for Slack. */
function slackExample(field: string): string {
  return exampleRolloutsMap(ROLLOUTS_NOTIFICATIONS, `
service.slack: |
  token: $slack-token
template.aborted: |
  message: aborted
  slack:
    ${field}: |
      [{ "title": "aborted" }]
trigger.on-rollout-aborted: |
  - send: [aborted]`);
}

/** Finds fields that are passed over, and values that templates do not have. */
export const notificationFields = defineRule({
  id: 'control-plane/notification-fields',
  severity: 'warning',
  kinds: ['ConfigMap'],
  scope: ofArgoRollouts,
  since: '0.1.0',
  implements: [],
  title: 'notifications of Rollouts have fields and values that the controller knows',
  rationale: 'A field that is not known is passed over without a word: a service without its token, a message without its attachments. A value '
    + 'that is not known is printed as <no value>: templates read the Rollout, its analysis runs, and whom they are sent to.',
  bad: slackExample('attachment'),
  good: slackExample('attachments'),
  check(entry, context) {
    const map = rolloutNotifications(entry);
    if (!map) return;
    reportUnreadFields(map, 'the controller', context);
    for (const { key, pointer, value } of map.templates) {
      const names = new Set(templateTexts(value).flatMap(({ text }) => readIn(text)).map(([name]) => name));
      for (const name of names) {
        if (name === undefined || VARIABLES.includes(name)) continue;
        const near = nearest(name, VARIABLES);
        context.report(pointer, `${key} reads .${name}, which there is not, and prints <no value>`, {
          received: `.${name}`, expected: VARIABLES.map((one) => `.${one}`).join(', '), fix: near ? `did you mean .${near}?` : 'read it from .rollout',
        });
      }
    }
  },
});
