import { dump } from 'js-yaml';
import type { Rule } from '../../../../src/validation/rule';
import { ARGO_CD_NOTIFICATIONS_RULES } from '../../../../src/validation/rules/argo-cd-notifications';
import { entryShape } from '../../../../src/validation/rules/argo-cd-notifications/entry-shape';
import { failedSyncCondition } from '../../../../src/validation/rules/argo-cd-notifications/failed-sync-condition';
import { jsonSections } from '../../../../src/validation/rules/argo-cd-notifications/json-sections';
import { knownFields } from '../../../../src/validation/rules/argo-cd-notifications/known-fields';
import { namesDefined } from '../../../../src/validation/rules/argo-cd-notifications/names-defined';
import { noValue } from '../../../../src/validation/rules/argo-cd-notifications/no-value';
import { secretReferences } from '../../../../src/validation/rules/argo-cd-notifications/secret-references';
import { serviceKeys } from '../../../../src/validation/rules/argo-cd-notifications/service-keys';
import { somebodySubscribed } from '../../../../src/validation/rules/argo-cd-notifications/somebody-subscribed';
import { subscriptionList } from '../../../../src/validation/rules/argo-cd-notifications/subscription-list';
import { subscriptionServed } from '../../../../src/validation/rules/argo-cd-notifications/subscription-served';
import { triggerFires } from '../../../../src/validation/rules/argo-cd-notifications/trigger-fires';
import { triggerNilSafe } from '../../../../src/validation/rules/argo-cd-notifications/trigger-nil-safe';
import { application, findingsOf } from '../findings-of';

type Data = Readonly<Record<string, string>>;

function notifications(data: Data): string {
  return dump({ apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'argocd-notifications-cm', namespace: 'argocd' }, data });
}

function annotated(annotations: Data, kind = 'Application'): string {
  const metadata = { name: 'web', namespace: 'argocd', annotations };
  return kind === 'ApplicationSet'
    ? dump({ apiVersion: 'argoproj.io/v1alpha1', kind, metadata: { name: 'web', namespace: 'argocd' }, spec: { template: { metadata } } })
    : dump({ apiVersion: 'argoproj.io/v1alpha1', kind, metadata });
}

const together = (...documents: readonly string[]) => documents.join('---\n');
const lines = (rule: Rule, manifests: string) => findingsOf(rule, manifests).map(({ pointer, message }) => `${pointer} ${message}`);

const WHOLE: Data = {
  'service.slack': 'token: $slack-token',
  'template.failed': 'message: failed',
  'trigger.on-failed': '- when: app.status.operationState?.phase == "Failed"\n  send: [failed]',
  'subscriptions': '- recipients: [slack:releases]\n  triggers: [on-failed]',
};

test('a webhook that is missed has a key of its own', () => {
  expect(findingsOf(namesDefined, notifications({ ...WHOLE, 'template.failed': 'webhook: {board: {method: POST}}' }))).toMatchObject([{
    fix: 'add the key service.webhook.board',
  }]);
});

describe('what is right, as people write it', () => {
  test.each<[string, Data]>([
    ['a whole configuration', WHOLE],
    ['nothing', {}],
    ['only triggers that need no guard', { ...WHOLE, 'trigger.on-failed': '- when: true\n  send: [failed]\n  oncePer: app.metadata.name' }],
    ['capitals, which the reader does not tell apart', { ...WHOLE, 'template.failed': 'Message: failed\nslack: {groupingkey: a}' }],
    ['numbers and truths where texts are wanted', { ...WHOLE, 'template.failed': 'message: 1\nemail: {subject: true}' }],
    ['what is empty', { ...WHOLE, 'template.failed': '', 'defaultTriggers': '', 'context': '' }],
    ['a condition of conditions', { ...WHOLE, 'trigger.on-sync-failed': '- when: any(app.status.conditions ?? [], .type == "SyncError")\n  send: [failed]' }],
    ['a trigger of two conditions', { ...WHOLE, 'trigger.on-sync-failed': '- when: app.status.health.status == "Degraded"\n  send: [failed]\n- when: app.status.operationState?.phase == "Failed"\n  send: [failed]' }],
    ['secrets that Helm fills in', { ...WHOLE, 'service.webhook.a': 'url: https://example.com\nheaders: [{name: Authorization, value: "Bearer {{ token }}"}]' }],
    ['functions in templates', { ...WHOLE, 'template.failed': 'message: "{{ (call .repo.GetCommitMetadata .app.status.sync.revision).Message | trunc 10 }}"' }],
    ['lists in attachments', { ...WHOLE, 'template.failed': 'slack: {attachments: "[{{range $i, $c := .app.status.conditions}}{{if $i}},{{end}}{\\"title\\": \\"{{$c.type}}\\"}{{end}}]"}' }],
  ])('%s', (_, data) => {
    expect(ARGO_CD_NOTIFICATIONS_RULES.flatMap((rule) => lines(rule, notifications(data)))).toEqual([]);
  });

  test('a ConfigMap of another name may say anything', () => {
    const other = notifications({ 'service.a.b.c.d': '[', 'trigger.a': 'b' }).replace('argocd-notifications-cm', 'web');
    expect(ARGO_CD_NOTIFICATIONS_RULES.flatMap((rule) => lines(rule, other))).toEqual([]);
  });

  test('values of wrong types are survived', () => {
    const odd = dump({ apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'argocd-notifications-cm' }, data: { 'service.slack': 1, 'trigger.a': null, 'subscriptions': [] } });
    expect(ARGO_CD_NOTIFICATIONS_RULES.flatMap((rule) => lines(rule, odd))).toEqual([]);
    const inside = notifications({ 'service.slack': '[1]', 'trigger.a': '{a: [b]}', 'trigger.b': '[1, [2]]', 'subscriptions': 'a', 'template.a': '[{]', 'context': '- 1' });
    expect(() => ARGO_CD_NOTIFICATIONS_RULES.flatMap((rule) => lines(rule, inside))).not.toThrow();
  });
});

describe('what is wrong', () => {
  test.each<[string, Rule, Data, readonly string[]]>([
    ['too many parts', serviceKeys, { 'service.slack.a.b': '' }, ['a service has a type and one name']],
    ['a number as text', entryShape, { 'service.email': 'port: "587"' }, ['Argo CD cannot read port of service.email']],
    ['no YAML', entryShape, { 'template.a': 'message: "' }, ['template.a is no YAML']],
    ['a trigger that is no list', entryShape, { 'trigger.a': 'when: true' }, ['Argo CD cannot read trigger.a']],
    ['a selector that is none', entryShape, { subscriptions: '- recipients: [slack:a]\n  selector: "team in web"' }, ['cannot be read at "team in web"']],
    ['fields of no section', knownFields, { 'template.a': 'mesage: a\nslack: {text: b}' }, ['does not read mesage', 'does not read slack.text']],
    ['when of the wrong name', knownFields, { 'trigger.a': '- condition: true\n  send: [a]' }, ['does not read [0].condition']],
    ['no when', triggerFires, { 'trigger.a': '- send: [a]' }, ['a condition of trigger.a has no when']],
    ['a function that is not there', triggerFires, { 'trigger.a': '- when: time.now() != nil' }, ['time has no now']],
    ['a field of labels', triggerNilSafe, { 'trigger.a': '- when: app.metadata.labels.team == "a"' }, ['app.metadata.labels, which not every']],
    ['an unguarded oncePer', triggerNilSafe, { 'trigger.a': '- when: true\n  oncePer: app.status.operationState.startedAt' }, ['oncePer of trigger.a reads a field']],
    ['a subscriber of nothing', namesDefined, { ...WHOLE, subscriptions: '- recipients: [email:a]\n  triggers: [on-fail]' }, ['told about on-fail,', 'somebody is told by email']],
    ['a default trigger of nothing', namesDefined, { ...WHOLE, defaultTriggers: '[on-fail]' }, ['defaultTriggers lists on-fail']],
    ['a webhook of nothing', namesDefined, { ...WHOLE, 'template.failed': 'webhook: {board: {method: POST}}' }, ['writes to the webhook board']],
    ['a failure of health', failedSyncCondition, { 'trigger.sync-failed': '- when: app.status.sync.status == "OutOfSync"' }, ['does not look at whether a sync has failed']],
    ['blocks that are no JSON', jsonSections, { 'template.a': 'slack: {blocks: "[{]"}' }, ['blocks of slack in template.a is no JSON, so']],
    ['another policy', jsonSections, { 'template.a': 'slack: {deliveryPolicy: PostOnly}' }, ['deliveryPolicy of template.a is read as Post']],
    ['what the context does not have', noValue, { ...WHOLE, 'template.failed': 'message: "{{ .context.argocdUrl }}"' }, ['prints <no value>, as the context has no argocdUrl']],
    ['a password of a webhook', secretReferences, { 'service.webhook.a': 'basicAuth: {username: a, password: hunter2}' }, ['basicAuth.password of service.webhook.a stands here in plain text']],
    ['a URL that is a credential', secretReferences, { 'service.teams': 'recipientUrls: {a: https://hooks.example.com/1}' }, ['recipientUrls.a of service.teams']],
  ])('%s', (_, rule, data, messages) => {
    const found = lines(rule, notifications(data));
    expect(found).toEqual(messages.map((message) => expect.stringContaining(message) as string));
    expect(found.join()).not.toContain('hunter2');
  });

  test('values that only some of the Applications have, and no others', () => {
    const template = notifications({ ...WHOLE, 'template.failed': 'message: "{{ .app.status.sync.revision }} {{ .app.spec.destination.server }}{{ if .app.spec.source }}{{ .app.spec.source.repoURL }}{{ end }}"' });
    expect(lines(noValue, template)).toEqual([]);
    const sources = [{ repoURL: 'https://git.example.com/org/a.git' }];
    expect(lines(noValue, together(template, application({ sources, source: undefined, destination: { server: 'https://kubernetes.default.svc' } })))).toEqual([
      '/data/template.failed template.failed prints <no value> for Applications with several sources',
    ]);
    expect(lines(noValue, together(template, application({})))).toEqual([
      '/data/template.failed template.failed prints <no value> for Applications whose cluster is given by its name',
    ]);
  });
});

describe('subscribers', () => {
  const SUBSCRIBE = 'notifications.argoproj.io/subscribe.';

  test.each([
    ['an Application', annotated({ [`${SUBSCRIBE}on-failed.slack`]: 'a' })],
    ['a project', annotated({ [`${SUBSCRIBE}slack`]: 'a' }, 'AppProject')],
    ['the Applications of a set', annotated({ 'notifications.argoproj.io/subscriptions': '[]' }, 'ApplicationSet')],
  ])('%s can be one', (_, subscriber) => {
    const silent = notifications({ ...WHOLE, subscriptions: '' });
    expect(lines(somebodySubscribed, silent)).toEqual(['/data nobody here subscribes to these notifications, so none is sent']);
    expect(lines(somebodySubscribed, together(silent, subscriber))).toEqual([]);
  });

  test.each<[string, Data, readonly string[]]>([
    ['a service that there is not', { [`${SUBSCRIBE}on-failed.email`]: 'a' }, ['no service email is configured']],
    ['default triggers that there are not', { [`${SUBSCRIBE}slack`]: 'a' }, ['has no default triggers']],
    ['a list with a wrong trigger', { 'notifications.argoproj.io/subscriptions': '[{trigger: [on-fail], destinations: [{service: slack, recipients: [a]}]}]' }, ['no trigger on-fail is configured']],
    ['what a template fills in', { [`${SUBSCRIBE}on-failed.{{ .service }}`]: 'a' }, []],
    ['what is right', { [`${SUBSCRIBE}on-failed.slack`]: 'a' }, []],
  ])('%s', (_, annotations, messages) => {
    for (const kind of ['Application', 'AppProject', 'ApplicationSet']) {
      expect(lines(subscriptionServed, together(notifications(WHOLE), annotated(annotations, kind))))
        .toEqual(messages.map((message) => expect.stringContaining(message) as string));
    }
    expect(lines(subscriptionServed, annotated(annotations))).toEqual([]);
  });

  test.each([
    ['nothing', '', 1], ['a map', 'trigger: [a]', 1], ['no recipients', '[{trigger: [a], destinations: [{service: slack}]}]', 1],
    ['a trigger in words', '[{trigger: a, destinations: [{service: slack, recipients: [b]}]}]', 1],
    ['default triggers', '[{destinations: [{service: slack, recipients: [b]}]}]', 0],
  ])('a list of %s', (_, text, count) => {
    expect(lines(subscriptionList, annotated({ 'notifications.argoproj.io/subscriptions': text }))).toHaveLength(count);
  });
});
