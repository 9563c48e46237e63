import type { CatalogTrigger } from '../../manifests/application-triggers';
import type { NotificationTemplate } from './notification-template';
import { NotificationTrigger } from './notification-trigger';

/** The name of the template that belongs to a trigger of the catalog. */
export type CatalogTemplate<N extends CatalogTrigger> = N extends `on-${infer What}` ? `app-${What}` : never;

/** How a notification of the catalog is told. */
export interface CatalogNotificationProps {
  /** The condition that it is sent on, an expression about `app`: `when` of the trigger. */
  readonly when: string;
  /** @default - each time that the condition turns true */
  readonly oncePer?: string;
  /** What has happened, after the name of the Application. */
  readonly headline: string;
  /** Lines after it. @default - none */
  readonly details?: string;
  /** What colour it has. */
  readonly tone: 'good' | 'neutral' | 'warning' | 'bad';
  /** What is shown beside the message by services that can. */
  readonly facts: ReadonlyArray<{ readonly name: string; readonly value: string }>;
}

const COLORS = { good: '#2DA44E', neutral: '#0969DA', warning: '#BF8700', bad: '#CF222E' };
const LINK = '{{ .context.argocdUrl }}/applications/{{ .app.metadata.namespace }}/{{ .app.metadata.name }}';

/** A trigger with its template. */
export class CatalogNotification<out N extends CatalogTrigger = CatalogTrigger> {
  /** What its template is called. */
  public readonly templateName: CatalogTemplate<N>;
  /** When it is sent. */
  public readonly trigger: NotificationTrigger<CatalogTemplate<N>>;
  /** What is sent. */
  public readonly template: NotificationTemplate;

  /** @internal */
  public constructor(
    /** What subscriptions call it. */
    public readonly name: N,
    { when, oncePer, headline, details, tone, facts }: CatalogNotificationProps,
  ) {
    this.templateName = name.replace(/^on-/, 'app-') as CatalogTemplate<N>;
    const said = `Application {{ .app.metadata.name }} ${headline}`;
    const description = `The Application ${headline}.`;
    this.trigger = NotificationTrigger.when(when, { send: [this.templateName], oncePer, description });
    this.template = {
      message: [`${said}.`, ...details === undefined ? [] : [details], `${LINK}\n`].join('\n'),
      email: { subject: said },
      slack: {
        attachments: [{
          title: '{{ .app.metadata.name }}', title_link: LINK, color: COLORS[tone],
          fields: facts.map(({ name: title, value }) => ({ title, value, short: true })),
        }],
      },
      teams: {
        title: said, themeColor: COLORS[tone], facts,
        potentialAction: [{ '@type': 'OpenUri', 'name': 'Open in Argo CD', 'targets': [{ os: 'default', uri: LINK }] }],
      },
    };
  }
}
