import type { Rule } from '../../../../src/validation/rule';
import { configKeys } from '../../../../src/validation/rules/control-plane/config-keys';
import { notificationEntries } from '../../../../src/validation/rules/control-plane/notification-entries';
import { notificationFields } from '../../../../src/validation/rules/control-plane/notification-fields';
import { notificationNames } from '../../../../src/validation/rules/control-plane/notification-names';
import { pluginEntries } from '../../../../src/validation/rules/control-plane/plugin-entries';
import { recipientKnown } from '../../../../src/validation/rules/control-plane/recipient-known';
import { subscribedRollout } from '../../../../src/validation/rules/control-plane/subscriptions';
import { exampleRollout, joinDocuments } from '../../../../src/validation/rules/rollouts/example-rollout';
import { findingsOf } from '../findings-of';

type Data = Readonly<Record<string, string>>;

function configMap(name: string, data: Data): string {
  return `apiVersion: v1\nkind: ConfigMap\nmetadata: {name: ${name}, namespace: argo-rollouts}\ndata: ${JSON.stringify(data)}\n`;
}

const NOTIFICATIONS: Data = {
  'service.slack': 'token: $slack-token\n',
  'service.pagerdutyv2': 'serviceKeys:\n  shop: $pagerduty-shop\n',
  'template.aborted': 'message: "{{.rollout.metadata.name}} was aborted, see {{ (index .analysisRuns 0).status.message }} {{.recipient}}"\n',
  'trigger.on-rollout-aborted': '- send: [aborted]\n',
  'defaultTriggers': '- on-rollout-aborted\n',
  'subscriptions': '- recipients: [slack:releases]\n  triggers: [on-rollout-aborted]\n  selector: team=shop\n',
};

function inNotifications(rule: Rule, data: Data): unknown[] {
  return findingsOf(rule, configMap('argo-rollouts-notification-configmap', { ...NOTIFICATIONS, ...data }))
    .map(({ pointer, message, fix, edit }) => ({ pointer, message, fix, edit }));
}

function inPlugins(data: Data): string[] {
  return findingsOf(pluginEntries, configMap('argo-rollouts-config', data)).map(({ message }) => message);
}

test.each([notificationEntries, notificationFields, notificationNames, configKeys])('notifications that are right: $id', (rule) => {
  expect(inNotifications(rule, {})).toEqual([]);
});

describe('notifications that stop all others', () => {
  test.each<[Data, string, string]>([
    [{ 'service.slack': 'token: $slack-token\nx: }{\n' }, '/data/service.slack', 'service.slack is no YAML, which stops all notifications'],
    [{ 'template.aborted': 'message: [a]\n' }, '/data/template.aborted', 'the controller cannot read message of template.aborted, which stops all notifications'],
    [{ 'trigger.on-rollout-aborted': 'send: [aborted]\n' }, '/data/trigger.on-rollout-aborted', 'the controller cannot read trigger.on-rollout-aborted, which stops all notifications'],
    [{ 'service.slak': 'token: a\n' }, '/data/service.slak', 'there is no type slak of services, and this one stops all notifications'],
    [{ 'service.slack.a.b': 'token: a\n' }, '/data/service.slack.a.b', 'a service has a type and one name, and this one stops all notifications'],
    [{ 'trigger.on-rollout-aborted': '- when: rollout.a = 1\n  send: [aborted]\n' }, '/data/trigger.on-rollout-aborted', expect.stringMatching(/^when of trigger.on-rollout-aborted does not compile/)],
    [{ subscriptions: '- recipients: [slack:a]\n  selector: "team in shop"\n' }, '/data/subscriptions', expect.stringMatching(/^the selector "team in shop" cannot be read/)],
  ])('%j', (data, pointer, message) => expect(inNotifications(notificationEntries, data)).toMatchObject([{ pointer, message }]));
});

describe('names in notifications', () => {
  test.each<[Data, unknown[]]>([
    [{ 'trigger.on-rollout-aborted': '- send: [abortd]\n' }, ['/data/trigger.on-rollout-aborted', 'trigger.on-rollout-aborted sends abortd, and there is no template of that name, so nothing is sent', 'did you mean aborted?']],
    [{ defaultTriggers: '- on-rollout-paused\n' }, ['/data/defaultTriggers', 'defaultTriggers lists on-rollout-paused, and there is no trigger of that name, so nothing is sent', 'add the key trigger.on-rollout-paused']],
    [{ subscriptions: '- recipients: [slak:a]\n' }, ['/data/subscriptions', 'somebody is told by slak, and there is no service of that name, so nothing is sent', 'did you mean slack?']],
    [{ 'template.aborted': 'webhook:\n  hook:\n    method: POST\n' }, ['/data/template.aborted', 'template.aborted writes to the webhook hook, and there is no service of that name, so nothing is sent', 'add the key service.webhook.hook']],
    [{ 'trigger.on-rollout-pausd': '- send: [aborted]\n' }, ['/data/trigger.on-rollout-pausd', 'no event of a Rollout is called on-rollout-pausd, so trigger.on-rollout-pausd never fires', 'did you mean on-rollout-paused?']],
  ])('%j', (data, [pointer, message, fix]) => expect(inNotifications(notificationNames, data)).toMatchObject([{ pointer, message, fix }]));

  test('of a part that is put together elsewhere may be anywhere', () => {
    expect(findingsOf(notificationNames, configMap('argo-rollouts-notification-configmap', { subscriptions: '- recipients: [slack:a]\n' }))).toEqual([]);
  });
});

describe('fields and values of notifications', () => {
  test.each<[Data, unknown[]]>([
    [{ 'service.slack': 'tokn: $slack-token\n' }, ['/data/service.slack', 'the controller does not read tokn of service.slack', 'did you mean token?',
      { op: 'set', pointer: '/data/service.slack', value: 'token: $slack-token\n' }]],
    [{ 'template.aborted': 'message: "{{ .rollot.metadata.name }}"\n' }, ['/data/template.aborted', 'template.aborted reads .rollot, which there is not, and prints <no value>', 'did you mean .rollout?']],
    [{ 'template.aborted': 'message: "{{ .app.metadata.name }}"\n' }, ['/data/template.aborted', 'template.aborted reads .app, which there is not, and prints <no value>', 'read it from .rollout']],
  ])('%j', (data, [pointer, message, fix, edit]) => expect(inNotifications(notificationFields, data)).toEqual([{ pointer, message, fix, edit }]));
});

describe('keys and names of ConfigMaps', () => {
  test.each<[string, Data, string]>([
    ['argo-rollouts-config', { stepPlugin: '' }, 'did you mean stepPlugins?'],
    ['argo-rollouts-config', { replicas: '2' }, 'take it out, or write one of these'],
    ['argo-rollouts-notification-configmap', { 'templates.a': '' }, 'did you mean template.a?'],
    ['argo-rollouts-notification-configmap', { subscription: '' }, 'did you mean subscriptions?'],
    ['argo-rollouts-configs', { stepPlugins: '[]' }, 'did you mean argo-rollouts-config?'],
    ['argo-rollout-notification-configmap', NOTIFICATIONS, 'did you mean argo-rollouts-notification-configmap?'],
  ])('%s: %j', (name, data, fix) => expect(findingsOf(configKeys, configMap(name, data))).toMatchObject([{ severity: 'warning', fix }]));

  test.each<[string, Data]>([['argo-rollouts-configs', { a: '' }], ['argocd-notifications-cm', NOTIFICATIONS], ['settings', NOTIFICATIONS]])('%s: %j may be', (name, data) => {
    expect(findingsOf(configKeys, configMap(name, data))).toEqual([]);
  });
});

describe('lists of plugins', () => {
  const right = 'name: argoproj-labs/gatewayAPI, location: "https://example.com/a"';

  test.each<[string]>([['[]'], [''], [`[{${right}}]`], [`[{${right}, sha256: "${'0a'.repeat(32)}", disabled: true, args: [a], headersFrom: [{secretRef: {name: a}}]}]`],
    ['[{Name: a/b_c.d, location: "file://./a"}]']])('%s can be read', (trafficRouterPlugins) => expect(inPlugins({ trafficRouterPlugins })).toEqual([]));

  test.each([
    ['- name: a/b\nx: }{\n', 'stepPlugins is no YAML, and the controller does not start'],
    ['{name: a/b}', 'stepPlugins is no list, and the controller does not start'],
    ['[{name: gatewayAPI, location: "https://example.com/a"}]', 'gatewayAPI of stepPlugins has no name of the form <owner>/<name>'],
    ['[{name: a/b}]', 'a/b of stepPlugins has no location'],
    ['[{name: a/b, location: "ttps://example.com/a"}]', 'a/b of stepPlugins has a location that cannot be fetched'],
    [`[{${right}, sha256: "${'0A'.repeat(32)}"}]`, 'argoproj-labs/gatewayAPI of stepPlugins has a sha256 that no file has'],
    [`[{${right}, arg: [a]}]`, 'argoproj-labs/gatewayAPI of stepPlugins has arg, which the controller does not read'],
    ['[a]', 'plugin 1 of stepPlugins is no plugin'],
  ])('%s', (stepPlugins, message) => expect(inPlugins({ stepPlugins })).toEqual([message]));
});

describe('recipients', () => {
  const said = (annotation: string): unknown[] => findingsOf(
    recipientKnown, joinDocuments(subscribedRollout(exampleRollout(), annotation), configMap('argo-rollouts-notification-configmap', NOTIFICATIONS)),
  ).map(({ message, fix }) => [message, fix]);

  test.each(['on-rollout-aborted.pagerdutyv2: shop', 'pagerdutyv2: "shop; shop"', 'on-rollout-aborted.slack: anybody', 'on-rollout-aborted.teams: a'])('%s', (annotation) => {
    expect(said(annotation)).toEqual([]);
  });

  test('that the service does not list', () => {
    expect(said('on-rollout-aborted.pagerdutyv2: shop;sho')).toEqual([['pagerdutyv2 has no recipient sho, so nothing is sent', 'did you mean shop?']]);
  });
});
