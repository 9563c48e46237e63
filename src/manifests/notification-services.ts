/** Everything that can carry a message. @see pkg/services/services.go in argoproj/notifications-engine */
export const NOTIFICATION_SERVICE_TYPES = [
  'alertmanager', 'awssqs', 'email', 'gcppubsub', 'github', 'googlechat', 'grafana', 'mattermost', 'nats', 'newrelic', 'opsgenie',
  'pagerduty', 'pagerdutyv2', 'pushover', 'rocketchat', 'slack', 'teams', 'teams-workflows', 'telegram', 'webex', 'webhook',
] as const;

/** A type of a service that carries messages. */
export type NotificationServiceType = (typeof NOTIFICATION_SERVICE_TYPES)[number];
