import type { NotificationSecretKey } from './secret-key';

/** What a service is called. */
export interface NamedNotificationService<N extends string = string> {
  /**
   * What subscriptions call it; needed where there are several of a type.
   * @default - its type
   */
  readonly name?: N;
}

/** The key of each recipient's secret, by the name that subscriptions give the recipient. */
export type NotificationRecipientKeys = Readonly<Record<string, NotificationSecretKey>>;

/** A Slack app. */
export interface SlackServiceProps<N extends string = string> extends NamedNotificationService<N> {
  /** Key of the bot's token: `$slack-token`. */
  readonly token: NotificationSecretKey;
  /** @default - the name of the app */
  readonly username?: string;
  /**
   * An emoji such as `:rocket:`, or the URL of an image.
   * @default - the icon of the app
   */
  readonly icon?: string;
}

/** A mail server and who writes. */
export interface EmailServiceProps<N extends string = string> extends NamedNotificationService<N> {
  /** Host name of the mail server. */
  readonly host: string;
  /** Port of the mail server, such as 587. */
  readonly port: number;
  /** Who the mail is from. */
  readonly from: `${string}@${string}`;
  /** @default - no login */
  readonly username?: NotificationSecretKey;
  /** @default - no login */
  readonly password?: NotificationSecretKey;
  /**
   * Whether bodies are HTML.
   * @default false
   */
  readonly html?: boolean;
}

/** A GitHub app. */
export interface GitHubServiceProps<N extends string = string> extends NamedNotificationService<N> {
  /** Number of the app. */
  readonly appID: number;
  /** Number of its installation in the organization. */
  readonly installationID: number;
  /** The key of the Secret with the private key of the app. */
  readonly privateKey: NotificationSecretKey;
  /**
   * Where a GitHub Enterprise answers.
   * @default - github.com
   */
  readonly enterpriseBaseURL?: string;
}

/** A URL of yours. */
export interface WebhookServiceProps<N extends string = string> {
  /** What subscriptions and templates call it. */
  readonly name: N;
  /** May hold `$key` where a part of it is secret. */
  readonly url: string;
  /**
   * Headers by their names; secret ones as `$key`, also inside a text: `Bearer $token`.
   * @default - none
   */
  readonly headers?: Readonly<Record<string, string>>;
  /** @default - none */
  readonly basicAuth?: { readonly username: string; readonly password: NotificationSecretKey };
}

/** An Alertmanager, or several that are one. */
export interface AlertmanagerServiceProps<N extends string = string> extends NamedNotificationService<N> {
  /** Each as `host:port`. */
  readonly targets: readonly [string, ...string[]];
  /** @default 'http' */
  readonly scheme?: 'http' | 'https';
  /** @default - no login */
  readonly bearerToken?: NotificationSecretKey;
}
