import { InputError } from '../../manifests/input-error';
import type { JsonObject } from '../../manifests/json';
import { checkedSecretKey, checkedSecretKeys, type NotificationSecretKey } from './secret-key';
import type { EmailServiceProps, GitHubServiceProps, NotificationRecipientKeys, NamedNotificationService, SlackServiceProps, WebhookServiceProps } from './service-props';

/**
 * Something that carries messages. Subscriptions name it by its type, or by the name it is given. Secrets are only named here: their
 * values are in the Secret that belongs to the notifications.
 *
 * @see pkg/services/services.go in argoproj/notifications-engine
 */
export class NotificationService {
  /** A Slack app, as which messages are written. */
  public static slack({ name, token, ...options }: SlackServiceProps): NotificationService {
    return new NotificationService('slack', name, { token: checkedSecretKey(token, 'token'), ...options });
  }

  /** A mail server. */
  public static email({ name, host, port, from, username, password, html }: EmailServiceProps): NotificationService {
    return new NotificationService('email', name, {
      host, port, from, html,
      username: username && checkedSecretKey(username, 'username'),
      password: password && checkedSecretKey(password, 'password'),
    });
  }

  /** Channels of Microsoft Teams: the key of each one's webhook URL, which is a secret. */
  public static teams({ name, recipientUrls }: NamedNotificationService & {
    readonly recipientUrls: NotificationRecipientKeys;
  }): NotificationService {
    return new NotificationService('teams', name, { recipientUrls: checkedSecretKeys(recipientUrls, 'recipientUrls') });
  }

  /** Spaces of Google Chat: the key of each one's webhook URL, which is a secret. */
  public static googleChat({ name, webhooks }: NamedNotificationService & {
    readonly webhooks: NotificationRecipientKeys;
  }): NotificationService {
    return new NotificationService('googlechat', name, { webhooks: checkedSecretKeys(webhooks, 'webhooks') });
  }

  /** A bot of Telegram. */
  public static telegram({ name, token }: NamedNotificationService & { readonly token: NotificationSecretKey }): NotificationService {
    return new NotificationService('telegram', name, { token: checkedSecretKey(token, 'token') });
  }

  /** Services of PagerDuty: the key of each one's routing key. A template needs a `pagerdutyv2` section for it. */
  public static pagerDuty({ name, serviceKeys }: NamedNotificationService & {
    readonly serviceKeys: NotificationRecipientKeys;
  }): NotificationService {
    return new NotificationService('pagerdutyv2', name, { serviceKeys: checkedSecretKeys(serviceKeys, 'serviceKeys') });
  }

  /** Teams of Opsgenie: the key of each one's API key. */
  public static opsgenie({ name, apiUrl, apiKeys }: NamedNotificationService & {
    /** Host without a scheme, such as `api.eu.opsgenie.com`. */
    readonly apiUrl: string;
    readonly apiKeys: NotificationRecipientKeys;
  }): NotificationService {
    return new NotificationService('opsgenie', name, { apiUrl, apiKeys: checkedSecretKeys(apiKeys, 'apiKeys') });
  }

  /** Annotations in the graphs of a Grafana: one for each tag that is subscribed. */
  public static grafana({ name, apiUrl, apiKey }: NamedNotificationService & {
    /** Where its API is: `https://grafana.example.com/api`. */
    readonly apiUrl: string;
    readonly apiKey: NotificationSecretKey;
  }): NotificationService {
    return new NotificationService('grafana', name, { apiUrl, apiKey: checkedSecretKey(apiKey, 'apiKey') });
  }

  /** A GitHub app that sets states of commits and makes deployments. Its templates say in `repoURLPath` and `revisionPath` of what. */
  public static gitHub({ name, privateKey, ...options }: GitHubServiceProps): NotificationService {
    return new NotificationService('github', name, { ...options, privateKey: checkedSecretKey(privateKey, 'privateKey') });
  }

  /** A URL of yours; templates say in `webhook.<name>` what is sent to it. */
  public static webhook({ name, url, headers = {}, basicAuth }: WebhookServiceProps): NotificationService {
    const open = Object.entries(headers).find(([header, value]) => /authorization|token|key|secret/i.test(header) && !value.includes('$'));
    if (open) throw new InputError(`the header ${open[0]} would be committed with its value. name a key of the notification Secret: '$${name}-token'`);
    return new NotificationService('webhook', name, {
      url,
      headers: Object.keys(headers).length > 0 ? Object.entries(headers).map(([header, value]) => ({ name: header, value })) : undefined,
      basicAuth: basicAuth && { username: basicAuth.username, password: checkedSecretKey(basicAuth.password, 'basicAuth.password') },
    });
  }

  /** A service of another type, with its options as its documentation lists them. Write secrets as `$key`. */
  public static ofType(type: string, { name, options }: NamedNotificationService & { readonly options: JsonObject }): NotificationService {
    return new NotificationService(type, name, options);
  }

  /** What subscriptions call it. */
  public readonly name: string;

  private constructor(private readonly type: string, name: string | undefined, private readonly options: JsonObject) {
    this.name = name ?? type;
    for (const part of [type, this.name]) {
      // A key of another number of parts makes the controller refuse the whole configuration.
      if (!/^[A-Za-z0-9]([-_A-Za-z0-9]*[A-Za-z0-9])?$/.test(part)) {
        throw new InputError(`the notification service ${JSON.stringify(part)} cannot be part of a key. use letters, digits and inner hyphens, without dots`);
      }
    }
  }

  /** @internal */
  public _entry(): readonly [key: string, options: JsonObject] {
    return [this.name === this.type ? `service.${this.type}` : `service.${this.type}.${this.name}`, this.options];
  }
}
