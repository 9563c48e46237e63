import type { CatalogTrigger } from '../../manifests/application-triggers';
import type { SettingsMapMetadata } from '../argo-cd/settings-map';
import type { HttpUrl } from '../argo-cd/single-sign-on';
import type { CatalogNotification, CatalogTemplate } from './catalog-notification';
import type { NotificationService } from './notification-service';
import type { NotificationTemplate } from './notification-template';
import type { NotificationTrigger } from './notification-trigger';

/** Templates by their names. */
export type NotificationTemplates = Readonly<Record<string, NotificationTemplate>>;

/** One condition, or several, each of which sends. */
export type NotificationTriggers<T extends string> =
  | NotificationTrigger<T>
  | readonly [NotificationTrigger<T>, ...NotificationTrigger<T>[]];

/** Somebody at a service: `slack:releases`, or the name of a webhook alone. */
export type NotificationRecipient<S extends string> = S | `${S}:${string}`;

/** Who is told about every Application, or about those with some labels, without an annotation of its own. */
export interface ApplicationSubscription<S extends string = string, R extends string = string> {
  /** Each as `service:recipient`: `slack:releases`. */
  readonly recipients: readonly [NotificationRecipient<S>, ...NotificationRecipient<S>[]];
  /**
   * What about.
   * @default - the default triggers
   */
  readonly triggers?: readonly [R, ...R[]];
  /**
   * A selector of labels of the Application: `team=shop`.
   * @default - every Application
   */
  readonly selector?: string;
}

/** What `ArgoCdNotifications` are made of. */
export interface ArgoCdNotificationsProps<
  S extends string, T extends NotificationTemplates, R extends string, C extends CatalogTrigger,
> {
  /** Where people reach Argo CD: links in messages lead there, and templates find it as `.context.argocdUrl`. */
  readonly argocdUrl: HttpUrl;
  /** What carries messages. */
  readonly services: readonly [NotificationService<S>, ...NotificationService<S>[]];
  /**
   * Ready-made notifications: `[NotificationCatalog.onSyncFailed, NotificationCatalog.onHealthDegraded]`.
   * @default - none
   */
  readonly catalog?: readonly CatalogNotification<C>[];
  /**
   * Messages by their names.
   * @default - those of the catalog
   */
  readonly templates?: T;
  /**
   * What is sent when, by the name that subscriptions use.
   * @default - those of the catalog
   */
  readonly triggers?: { readonly [K in R]: NotificationTriggers<NoInfer<(keyof T & string) | CatalogTemplate<C>>> };
  /**
   * What is meant where a subscription names no trigger.
   * @default - nothing
   */
  readonly defaultTriggers?: readonly NoInfer<R | C>[];
  /**
   * The same for subscribers by one service.
   * @default - the default triggers
   */
  readonly serviceDefaultTriggers?: { readonly [K in NoInfer<S>]?: readonly NoInfer<R | C>[] };
  /**
   * Who is told about every Application. Others subscribe at an Application or a project, with `notifications`.
   * @default - those whom Applications and projects name themselves
   */
  readonly subscriptions?: readonly ApplicationSubscription<NoInfer<S>, NoInfer<R | C>>[];
  /**
   * Values that templates find as `.context.<name>`.
   * @default - argocdUrl alone
   */
  readonly context?: Readonly<Record<string, string>>;
  /**
   * Namespace, labels and annotations. The name is given: Argo CD looks for it.
   * @default - those of the chart, whose namespace has to be that of Argo CD
   */
  readonly metadata?: SettingsMapMetadata;
}
