import { InputError } from '../manifests/input-error';
import type { RolloutTrigger } from '../manifests/rollout-triggers';

/** Who is told. Each call makes one subscription; the service has to be configured under that name. */
export interface NotificationRecipients {
  /** Channels of Slack: `releases`. */
  slack(...channels: readonly [string, ...string[]]): NotificationSubscription;
  /** Addresses: `shop@example.com`. */
  email(...addresses: readonly [`${string}@${string}`, ...`${string}@${string}`[]]): NotificationSubscription;
  /** Channels of Microsoft Teams, by their keys in `recipientUrls` of the service. */
  teams(...channels: readonly [string, ...string[]]): NotificationSubscription;
  /** Spaces of Google Chat, by their keys in `webhooks` of the service. */
  googleChat(...spaces: readonly [string, ...string[]]): NotificationSubscription;
  /** Chats of Telegram: a channel, or the number of a group with its minus. */
  telegram(...chats: readonly [string, ...string[]]): NotificationSubscription;
  /** Services of PagerDuty, by their keys in `serviceKeys` of the service. */
  pagerDuty(...services: readonly [string, ...string[]]): NotificationSubscription;
  /** Teams of Opsgenie, by their keys in `apiKeys` of the service. */
  opsgenie(...teams: readonly [string, ...string[]]): NotificationSubscription;
  /** Tags of the annotation that Grafana draws into its graphs; each tag may hold several, joined by `|`. */
  grafana(...tags: readonly [string, ...string[]]): NotificationSubscription;
  /** The webhook of this name. It has a URL and no recipients. */
  webhook(name: string): NotificationSubscription;
  /** Any service by its name: of another type, or one of several of a type. */
  service(name: string, ...recipients: readonly [string, ...string[]]): NotificationSubscription;
}

/**
 * Who is told about what happens to a rollout: `NotificationSubscription.on('on-rollout-aborted').slack('releases')`.
 * It becomes an annotation of the Rollout. Triggers, templates and services are configured once for the controller.
 *
 * @see pkg/subscriptions/annotations.go in argoproj/notifications-engine
 */
export class NotificationSubscription {
  /** Something that happens to the rollout; say next who is told. */
  public static on(...triggers: readonly [RolloutTrigger, ...RolloutTrigger[]]): NotificationRecipients {
    const to = (service: string) => (...recipients: readonly string[]) => new NotificationSubscription(triggers, service, recipients);
    return {
      slack: to('slack'),
      email: to('email'),
      teams: to('teams'),
      googleChat: to('googlechat'),
      telegram: to('telegram'),
      pagerDuty: to('pagerdutyv2'),
      opsgenie: to('opsgenie'),
      grafana: to('grafana'),
      webhook: (name) => new NotificationSubscription(triggers, name, []),
      service: (name, ...recipients) => to(name)(...recipients),
    };
  }

  private constructor(
    private readonly triggers: readonly RolloutTrigger[],
    private readonly service: string,
    private readonly recipients: readonly string[],
  ) {
    // The key is split at its dots, and what comes after the third part is ignored.
    if (!/^[A-Za-z0-9]([-_A-Za-z0-9]*[A-Za-z0-9])?$/.test(service)) {
      throw new InputError(`the notification service ${JSON.stringify(service)} cannot be part of an annotation. ` +
        'name a service by letters, digits and inner hyphens, without dots');
    }
    const long = triggers.map((trigger) => `subscribe.${trigger}.${service}`).find((name) => name.length > LONGEST);
    if (long !== undefined) {
      throw new InputError(`the annotation ${long} would have ${long.length} characters, at most ${LONGEST} are allowed. give the service a shorter name`);
    }
    const broken = recipients.find((one) => one.trim() === '' || one.includes(';'));
    if (broken !== undefined) {
      throw new InputError(`the recipient ${JSON.stringify(broken)} ${broken.includes(';') ? 'would be split at its semicolon' : 'is nobody'}. ` +
        'pass each recipient as an argument of its own');
    }
  }

  /** @internal */
  public _recipients(): ReadonlyArray<readonly [key: string, recipients: readonly string[]]> {
    return this.triggers.map((trigger) => [`${PREFIX}subscribe.${trigger}.${this.service}`, this.recipients] as const);
  }
}

const PREFIX = 'notifications.argoproj.io/';
const LONGEST = 63;

/** The annotations of a Rollout with these subscriptions. Recipients of one trigger and service are put together. */
export function subscriptionAnnotations(subscriptions: readonly NotificationSubscription[]): Readonly<Record<string, string>> {
  const recipients = new Map<string, Set<string>>();
  for (const [key, more] of subscriptions.flatMap((subscription) => subscription._recipients())) {
    recipients.set(key, new Set([...(recipients.get(key) ?? []), ...more]));
  }
  return Object.fromEntries([...recipients].map(([key, all]) => [key, [...all].join(';')]));
}
