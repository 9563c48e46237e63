import type { JsonSection } from './json-text';

/** What a mail has. */
export interface EmailSection {
  /** @default - none */
  readonly subject?: string;
  /** @default - the message */
  readonly body?: string;
}

/** What a message in Slack has beside its text. */
export interface SlackSection {
  /** Attachments: `[{ title: '{{ .app.metadata.name }}', color: '#E96D76' }]`. @default - none */
  readonly attachments?: JsonSection;
  /** Blocks of Slack's Block Kit. @default - none */
  readonly blocks?: JsonSection;
  /** Messages of the same key go into one thread. @default - no threads */
  readonly groupingKey?: string;
  /**
   * Whether messages in a thread are shown in the channel too.
   * @default false
   */
  readonly notifyBroadcast?: boolean;
  /** @default 'Post' */
  readonly deliveryPolicy?: 'Post' | 'PostAndUpdate' | 'Update';
  /** @default - that of the service */
  readonly username?: string;
  /** An emoji such as `:rocket:`, or the URL of an image. @default - that of the service */
  readonly icon?: string;
}

/** What a message in Microsoft Teams has beside its text. */
export interface TeamsSection {
  /** @default - none */
  readonly title?: string;
  /** @default - none */
  readonly summary?: string;
  /** @default - the message */
  readonly text?: string;
  /** Colour of its edge: `#E96D76`. @default - none */
  readonly themeColor?: string;
  /** @default - none */
  readonly facts?: JsonSection;
  /** @default - none */
  readonly sections?: JsonSection;
  /** @default - none */
  readonly potentialAction?: JsonSection;
}

/** The same by way of a workflow. */
export interface TeamsWorkflowsSection extends TeamsSection {
  /** A whole Adaptive Card as JSON, in place of all else. @default - a card of the rest */
  readonly adaptiveCard?: string;
}

/** What a message in Mattermost has beside its text. */
export interface MattermostSection {
  /** @default - none */
  readonly attachments?: JsonSection;
}

/** What a message in Google Chat has beside its text. */
export interface GoogleChatSection {
  /** @default - none */
  readonly cards?: string;
  /** @default - none */
  readonly cardsV2?: string;
  /** Messages of the same key go into one thread. @default - no threads */
  readonly threadKey?: string;
}

/** An event of PagerDuty. */
export interface PagerDutySection {
  /** What the event says in a line. */
  readonly summary: string;
  /** How bad it is. */
  readonly severity: 'critical' | 'error' | 'warning' | 'info';
  /** What it is about, such as a host or a service. */
  readonly source: string;
  /** @default - none */
  readonly component?: string;
  /** @default - none */
  readonly group?: string;
  /** @default - none */
  readonly class?: string;
  /** @default - none */
  readonly url?: string;
}

/** An alert of Alertmanager. */
export interface AlertmanagerSection {
  /** By these it is routed and grouped. */
  readonly labels: Readonly<Record<string, string>>;
  /** @default - none */
  readonly annotations?: Readonly<Record<string, string>>;
  /** Where the alert leads to. @default - none */
  readonly generatorURL?: string;
}

/** What is told to GitHub about a commit. */
export interface GitHubSection {
  /** Template of the repository: `{{ .app.spec.source.repoURL }}`. @default - the first source of an Application */
  readonly repoURLPath?: string;
  /** Template of the commit. @default - the one that was synced last */
  readonly revisionPath?: string;
  /** State of the commit. @default - none is set */
  readonly status?: {
    readonly state: 'error' | 'failure' | 'pending' | 'success' | `{{${string}`; readonly label: string; readonly targetURL?: string;
  };
  /** @default - none is made */
  readonly deployment?: {
    readonly state: string; readonly environment: string;
    readonly environmentURL?: string; readonly logURL?: string; readonly reference?: string;
    readonly requiredContexts?: readonly string[]; readonly autoMerge?: boolean; readonly transientEnvironment?: boolean;
  };
  /** A comment to the pull requests of the commit. @default - none */
  readonly pullRequestComment?: { readonly content: string; readonly commentTag?: string };
}

/** An alert of Opsgenie. */
export interface OpsgenieSection {
  /** What the alert says below its title. */
  readonly description: string;
  /** @default 'P3' */
  readonly priority?: 'P1' | 'P2' | 'P3' | 'P4' | 'P5';
  /** @default - none */
  readonly alias?: string;
  /** @default - none */
  readonly note?: string;
}

/** What is sent to a webhook. */
export interface WebhookSection {
  /** Method of the HTTP request. */
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** @default - that of the URL */
  readonly path?: string;
  /** @default - the message */
  readonly body?: string;
}
