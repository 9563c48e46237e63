import type { ApplicationTrigger } from '../manifests/application-triggers';
import { InputError } from '../manifests/input-error';
import type { RolloutTrigger } from '../manifests/rollout-triggers';

/** Whose events somebody is told about. */
export type NotifyingKind = 'Application' | 'Rollout';

/** Who is told. Each call makes one subscription; the service has to be configured under that name. */
export interface NotificationRecipients<Of extends NotifyingKind = NotifyingKind> {
  /** Channels of Slack: `releases`. */
  slack(...channels: readonly [string, ...string[]]): NotificationSubscription<Of>;
  /** Addresses: `shop@example.com`. */
  email(...addresses: readonly [`${string}@${string}`, ...`${string}@${string}`[]]): NotificationSubscription<Of>;
  /** Channels of Microsoft Teams, by their keys in `recipientUrls` of the service. */
  teams(...channels: readonly [string, ...string[]]): NotificationSubscription<Of>;
  /** Spaces of Google Chat, by their keys in `webhooks` of the service. */
  googleChat(...spaces: readonly [string, ...string[]]): NotificationSubscription<Of>;
  /** Chats of Telegram: a channel, or the number of a group with its minus. */
  telegram(...chats: readonly [string, ...string[]]): NotificationSubscription<Of>;
  /** Services of PagerDuty, by their keys in `serviceKeys` of the service. */
  pagerDuty(...services: readonly [string, ...string[]]): NotificationSubscription<Of>;
  /** Teams of Opsgenie, by their keys in `apiKeys` of the service. */
  opsgenie(...teams: readonly [string, ...string[]]): NotificationSubscription<Of>;
  /** Tags of the annotation that Grafana draws into its graphs; each tag may hold several, joined by `|`. */
  grafana(...tags: readonly [string, ...string[]]): NotificationSubscription<Of>;
  /** The webhook of this name. It has a URL and no recipients. */
  webhook(name: string): NotificationSubscription<Of>;
  /** Any service by its name: of another type, or one of several of a type. */
  service(name: string, ...recipients: readonly [string, ...string[]]): NotificationSubscription<Of>;
}

/**
 * Who is told about what happens to a Rollout or an Application: `NotificationSubscription.on('on-rollout-aborted').slack('releases')`.
 * It becomes an annotation. Triggers, templates and services are configured once for the controller.
 *
 * @see pkg/subscriptions/annotations.go in argoproj/notifications-engine
 */
export class NotificationSubscription<out Of extends NotifyingKind = NotifyingKind> {
  /** Something that happens to the Rollout; say next who is told. */
  public static on(...triggers: readonly [RolloutTrigger, ...RolloutTrigger[]]): NotificationRecipients<'Rollout'> {
    return recipientsOf((service, recipients) => new NotificationSubscription('Rollout', triggers, service, recipients));
  }

  /**
   * Something that happens to the Application, or to every Application of the project; say next who is told. The names are those of
   * the triggers in `ArgoCdNotifications`.
   */
  public static onApplication(...triggers: readonly [ApplicationTrigger, ...ApplicationTrigger[]]): NotificationRecipients<'Application'> {
    return recipientsOf((service, recipients) => new NotificationSubscription('Application', triggers, service, recipients));
  }

  /** What Argo CD is configured to tell everybody who asks for nothing in particular: its default triggers. */
  public static onDefaultTriggers(): NotificationRecipients<'Application'> {
    return recipientsOf((service, recipients) => new NotificationSubscription('Application', [], service, recipients));
  }

  private constructor(
    /** Whose events they are: what keeps those of a Rollout from an Application. */
    public readonly of: Of,
    private readonly triggers: readonly string[],
    private readonly service: string,
    private readonly recipients: readonly string[],
  ) {
    const dotted = triggers.find((trigger) => !PART.test(trigger));
    if (dotted !== undefined) {
      throw new InputError(`the trigger ${JSON.stringify(dotted)} cannot be part of an annotation. name a trigger by letters, digits and inner hyphens, without dots`);
    }
    // The key is split at its dots, and what comes after the third part is ignored.
    if (!PART.test(service)) {
      throw new InputError(`the notification service ${JSON.stringify(service)} cannot be part of an annotation. ` +
        'name a service by letters, digits and inner hyphens, without dots');
    }
    const long = this.names().find((name) => name.length > LONGEST);
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
    return this.names().map((name) => [`${PREFIX}${name}`, this.recipients] as const);
  }

  private names(): readonly string[] {
    return this.triggers.length > 0 ? this.triggers.map((trigger) => `subscribe.${trigger}.${this.service}`) : [`subscribe.${this.service}`];
  }
}

function recipientsOf<Of extends NotifyingKind>(
  subscription: (service: string, recipients: readonly string[]) => NotificationSubscription<Of>,
): NotificationRecipients<Of> {
  const to = (service: string) => (...recipients: readonly string[]) => subscription(service, recipients);
  return {
    slack: to('slack'),
    email: to('email'),
    teams: to('teams'),
    googleChat: to('googlechat'),
    telegram: to('telegram'),
    pagerDuty: to('pagerdutyv2'),
    opsgenie: to('opsgenie'),
    grafana: to('grafana'),
    webhook: (name) => subscription(name, []),
    service: (name, ...recipients) => to(name)(...recipients),
  };
}

const PART = /^[A-Za-z0-9]([-_A-Za-z0-9]*[A-Za-z0-9])?$/;
const PREFIX = 'notifications.argoproj.io/';
const LONGEST = 63;

/** The annotations of an object with these subscriptions. Recipients of one trigger and service are put together. */
export function subscriptionAnnotations(subscriptions: readonly NotificationSubscription[]): Readonly<Record<string, string>> {
  const recipients = new Map<string, Set<string>>();
  for (const [key, more] of subscriptions.flatMap((subscription) => subscription._recipients())) {
    recipients.set(key, new Set([...(recipients.get(key) ?? []), ...more]));
  }
  return Object.fromEntries([...recipients].map(([key, all]) => [key, [...all].join(';')]));
}
