import { InputError } from '../../manifests/input-error';
import type { JsonObject } from '../../manifests/json';
import type { NotificationServiceType } from '../../manifests/notification-services';
import { checkedSecretKey, checkedSecretKeys, type NotificationSecretKey } from './secret-key';
import type {
  AlertmanagerServiceProps, EmailServiceProps, GitHubServiceProps, NamedNotificationService, NotificationRecipientKeys, SlackServiceProps,
  WebhookServiceProps,
} from './service-props';

/**
 * Something that carries messages. Subscriptions name it by its type, or by the name it is given. Secrets are only named here: their
 * values are in the Secret that belongs to the notifications.
 *
 * @see pkg/services/services.go in argoproj/notifications-engine
 */
export class NotificationService<out N extends string = string> {
  /** A Slack app, as which messages are written. */
  public static slack<const N extends string = 'slack'>({ name, token, ...options }: SlackServiceProps<N>): NotificationService<N> {
    return new NotificationService('slack', name, { token: checkedSecretKey(token, 'token'), ...options });
  }

  /** A mail server. */
  public static email<const N extends string = 'email'>({ name, host, port, from, username, password, html }: EmailServiceProps<N>): NotificationService<N> {
    return new NotificationService('email', name, {
      host, port, from, html,
      username: username && checkedSecretKey(username, 'username'),
      password: password && checkedSecretKey(password, 'password'),
    });
  }

  /** Channels of Microsoft Teams: the key of each one's webhook URL, which is a secret. */
  public static teams<const N extends string = 'teams'>({ name, recipientUrls }: NamedNotificationService<N> & {
    readonly recipientUrls: NotificationRecipientKeys;
  }): NotificationService<N> {
    return new NotificationService('teams', name, { recipientUrls: checkedSecretKeys(recipientUrls, 'recipientUrls') });
  }

  /** Spaces of Google Chat: the key of each one's webhook URL, which is a secret. */
  public static googleChat<const N extends string = 'googlechat'>({ name, webhooks }: NamedNotificationService<N> & {
    readonly webhooks: NotificationRecipientKeys;
  }): NotificationService<N> {
    return new NotificationService('googlechat', name, { webhooks: checkedSecretKeys(webhooks, 'webhooks') });
  }

  /** A bot of Telegram. */
  public static telegram<const N extends string = 'telegram'>({ name, token }: NamedNotificationService<N> & { readonly token: NotificationSecretKey }): NotificationService<N> {
    return new NotificationService('telegram', name, { token: checkedSecretKey(token, 'token') });
  }

  /** Services of PagerDuty: the key of each one's routing key. A template needs a `pagerdutyv2` section for it. */
  public static pagerDuty<const N extends string = 'pagerdutyv2'>({ name, serviceKeys }: NamedNotificationService<N> & {
    readonly serviceKeys: NotificationRecipientKeys;
  }): NotificationService<N> {
    return new NotificationService('pagerdutyv2', name, { serviceKeys: checkedSecretKeys(serviceKeys, 'serviceKeys') });
  }

  /** Teams of Opsgenie: the key of each one's API key. */
  public static opsgenie<const N extends string = 'opsgenie'>({ name, apiUrl, apiKeys }: NamedNotificationService<N> & {
    /** Host without a scheme, such as `api.eu.opsgenie.com`. */
    readonly apiUrl: string;
    readonly apiKeys: NotificationRecipientKeys;
  }): NotificationService<N> {
    return new NotificationService('opsgenie', name, { apiUrl, apiKeys: checkedSecretKeys(apiKeys, 'apiKeys') });
  }

  /** Annotations in the graphs of a Grafana: one for each tag that is subscribed. */
  public static grafana<const N extends string = 'grafana'>({ name, apiUrl, apiKey }: NamedNotificationService<N> & {
    /** Where its API is: `https://grafana.example.com/api`. */
    readonly apiUrl: string;
    readonly apiKey: NotificationSecretKey;
  }): NotificationService<N> {
    return new NotificationService('grafana', name, { apiUrl, apiKey: checkedSecretKey(apiKey, 'apiKey') });
  }

  /** A GitHub app that sets states of commits and makes deployments. Its templates say in `repoURLPath` and `revisionPath` of what. */
  public static gitHub<const N extends string = 'github'>({ name, privateKey, ...options }: GitHubServiceProps<N>): NotificationService<N> {
    return new NotificationService('github', name, { ...options, privateKey: checkedSecretKey(privateKey, 'privateKey') });
  }

  /** A URL of yours; templates say in `webhook.<name>` what is sent to it. */
  public static webhook<const N extends string>({ name, url, headers = {}, basicAuth }: WebhookServiceProps<N>): NotificationService<N> {
    const open = Object.entries(headers).find(([header, value]) => /authorization|token|key|secret/i.test(header) && !value.includes('$'));
    if (open) throw new InputError(`the header ${open[0]} would be committed with its value. name a key of the notification Secret: '$${name}-token'`);
    return new NotificationService('webhook', name, {
      url,
      headers: Object.keys(headers).length > 0 ? Object.entries(headers).map(([header, value]) => ({ name: header, value })) : undefined,
      basicAuth: basicAuth && { username: basicAuth.username, password: checkedSecretKey(basicAuth.password, 'basicAuth.password') },
    });
  }

  /** Channels of Microsoft Teams that are written to by a workflow: the key of each one's URL. */
  public static teamsWorkflows<const N extends string = 'teams-workflows'>({ name, recipientUrls }: NamedNotificationService<N> & {
    readonly recipientUrls: NotificationRecipientKeys;
  }): NotificationService<N> {
    return new NotificationService('teams-workflows', name, { recipientUrls: checkedSecretKeys(recipientUrls, 'recipientUrls') });
  }

  /** A bot of Mattermost. Recipients are IDs of channels. */
  public static mattermost<const N extends string = 'mattermost'>({ name, apiURL, token }: NamedNotificationService<N> & {
    /** Where the server answers. */
    readonly apiURL: string;
    readonly token: NotificationSecretKey;
  }): NotificationService<N> {
    return new NotificationService('mattermost', name, { apiURL, token: checkedSecretKey(token, 'token') });
  }

  /** An Alertmanager, for those who route everything there. A template needs an `alertmanager` section for it. */
  public static alertmanager<const N extends string = 'alertmanager'>({ name, bearerToken, ...options }: AlertmanagerServiceProps<N>): NotificationService<N> {
    return new NotificationService('alertmanager', name, { ...options, bearerToken: bearerToken && checkedSecretKey(bearerToken, 'bearerToken') });
  }

  /** A service of another type, with its options as its documentation lists them. Write secrets as `$key`. */
  public static ofType<const T extends NotificationServiceType, const N extends string = T>(
    type: T, { name, options }: NamedNotificationService<N> & { readonly options: JsonObject },
  ): NotificationService<N> {
    return new NotificationService(type, name, options);
  }

  /** What subscriptions call it. */
  public readonly name: N;

  private constructor(private readonly type: NotificationServiceType, name: N | undefined, private readonly options: JsonObject) {
    // The type is the default of N wherever no name is given.
    this.name = name ?? (type as string as N);
    for (const part of [type, this.name]) {
      // A key of another number of parts makes the controller refuse the whole configuration.
      if (!/^[A-Za-z0-9]([-_A-Za-z0-9]*[A-Za-z0-9])?$/.test(part)) {
        throw new InputError(`the notification service ${JSON.stringify(part)} cannot be part of a key. use letters, digits and inner hyphens, without dots`);
      }
    }
  }

  /** @internal */
  public _entry(): readonly [key: string, options: JsonObject] {
    return [String(this.name) === this.type ? `service.${this.type}` : `service.${this.type}.${this.name}`, this.options];
  }
}
