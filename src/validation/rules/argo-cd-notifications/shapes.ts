import type { NotificationServiceType } from '../../../manifests/notification-services';

/** What a field takes: a text (any scalar), a whole number, true or false, a list of texts, a map of texts, or anything. */
export type FieldShape = 'text' | 'number' | 'flag' | 'texts' | 'map' | 'any';

/** Fields with what they take. */
export type Fields = Readonly<Record<string, FieldShape>>;

const TRANSPORT: Fields = {
  insecureSkipVerify: 'flag', idleConnTimeout: 'text', maxConnsPerHost: 'number', maxIdleConns: 'number', maxIdleConnsPerHost: 'number',
};

/** The options of each type of service. @see pkg/services in argoproj/notifications-engine */
export const SERVICE_FIELDS: Readonly<Record<NotificationServiceType, Fields>> = {
  'alertmanager': { ...TRANSPORT, targets: 'texts', scheme: 'text', apiPath: 'text', basicAuth: 'any', bearerToken: 'text', timeout: 'number' },
  'awssqs': { queue: 'text', account: 'text', region: 'text', endpointUrl: 'text', key: 'text', secret: 'text' },
  'email': {
    host: 'text', port: 'number', insecure_skip_verify: 'flag', username: 'text', password: 'text', from: 'text', html: 'flag',
  },
  'gcppubsub': { topic: 'text', project: 'text', keyFile: 'text' },
  'github': { ...TRANSPORT, appID: 'any', installationID: 'any', privateKey: 'text', enterpriseBaseURL: 'text' },
  'googlechat': { ...TRANSPORT, webhooks: 'map' },
  'grafana': { ...TRANSPORT, apiUrl: 'text', apiKey: 'text' },
  'mattermost': { ...TRANSPORT, apiURL: 'text', token: 'text' },
  'nats': { url: 'text', headers: 'map', nkey: 'text', username: 'text', password: 'text' },
  'newrelic': { ...TRANSPORT, apiKey: 'text', apiURL: 'text' },
  'opsgenie': { ...TRANSPORT, apiUrl: 'text', apiKeys: 'map' },
  'pagerduty': { token: 'text', from: 'text', serviceId: 'text' },
  'pagerdutyv2': { serviceKeys: 'map' },
  'pushover': { token: 'text' },
  'rocketchat': { alias: 'text', email: 'text', password: 'text', icon: 'text', avatar: 'text', serverUrl: 'text' },
  'slack': {
    ...TRANSPORT, username: 'text', icon: 'text', token: 'text', signingSecret: 'text', channels: 'texts', apiURL: 'text', disableUnfurl: 'flag',
  },
  'teams': { ...TRANSPORT, recipientUrls: 'map' },
  'teams-workflows': { ...TRANSPORT, recipientUrls: 'map' },
  'telegram': { token: 'text' },
  'webex': { ...TRANSPORT, token: 'text', apiURL: 'text' },
  'webhook': {
    ...TRANSPORT, url: 'text', headers: 'any', basicAuth: 'any', retryWaitMin: 'number', retryWaitMax: 'number', retryMax: 'number',
  },
};

const TEAMS: Fields = {
  template: 'text', title: 'text', summary: 'text', text: 'text', themeColor: 'text', facts: 'text', sections: 'text', potentialAction: 'text',
};

/** The fields of the sections of a template. Those of `webhook` are one level further down. */
export const SECTION_FIELDS: Readonly<Record<string, Fields>> = {
  'alertmanager': { labels: 'map', annotations: 'map', generatorURL: 'text', startsAt: 'any' },
  'awssqs': { messageAttributes: 'map', messageGroupId: 'text' },
  'email': { subject: 'text', body: 'text' },
  'gcppubsub': { attributes: 'map' },
  'github': {
    status: 'any', deployment: 'any', pullRequestComment: 'any', repoURLPath: 'text', revisionPath: 'text', checkRun: 'any',
    repositoryDispatch: 'any',
  },
  'googlechat': { cards: 'text', cardsV2: 'text', threadKey: 'text' },
  'mattermost': { attachments: 'text' },
  'newrelic': { revision: 'text', changelog: 'text', description: 'text', user: 'text' },
  'opsgenie': {
    description: 'text', priority: 'text', alias: 'text', note: 'text', actions: 'texts', tags: 'texts', details: 'map', entity: 'text',
    visibleTo: 'any', user: 'text',
  },
  'pagerduty': { title: 'text', body: 'text', urgency: 'text', priorityId: 'text' },
  'pagerdutyv2': {
    summary: 'text', severity: 'text', source: 'text', component: 'text', group: 'text', class: 'text', url: 'text', dedupKey: 'text',
  },
  'rocketchat': { attachments: 'text' },
  'slack': {
    username: 'text', icon: 'text', attachments: 'text', blocks: 'text', groupingKey: 'text', notifyBroadcast: 'flag', deliveryPolicy: 'text',
  },
  'teams': TEAMS,
  'teams-workflows': { ...TEAMS, adaptiveCard: 'text' },
};

/** The fields of a webhook in a template. */
export const WEBHOOK_FIELDS: Fields = { method: 'text', body: 'text', path: 'text' };

/** The fields of one condition of a trigger. */
export const CONDITION_FIELDS: Fields = { when: 'text', oncePer: 'text', description: 'text', send: 'texts' };

/** The fields of a default subscription. */
export const SUBSCRIPTION_FIELDS: Fields = { recipients: 'texts', triggers: 'texts', selector: 'text' };
