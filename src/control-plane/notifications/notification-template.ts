import type { JsonObject } from '../../manifests/json';

/**
 * A message, in the template language of Go with the functions of sprig. Each service takes its own section if there is one, and
 * `message` otherwise.
 *
 * @see pkg/services/services.go in argoproj/notifications-engine
 */
export interface NotificationTemplate {
  /** The text: `rollout {{.rollout.metadata.name}} was aborted`. */
  readonly message?: string;
  /** @default - no subject, and the message as the body */
  readonly email?: { readonly subject?: string; readonly body?: string };
  /** @default - the message alone */
  readonly slack?: {
    /** A list of attachments, as JSON. */
    readonly attachments?: string;
    /** A list of blocks, as JSON. */
    readonly blocks?: string;
    /** Messages of the same key go into one thread. */
    readonly groupingKey?: string;
    /**
     * Whether messages in a thread are shown in the channel too.
     * @default false
     */
    readonly notifyBroadcast?: boolean;
    /** @default 'Post' */
    readonly deliveryPolicy?: 'Post' | 'PostAndUpdate' | 'Update';
  };
  /** @default - the message alone */
  readonly teams?: {
    readonly title?: string;
    readonly summary?: string;
    readonly text?: string;
    readonly themeColor?: string;
    /** A list of facts, as JSON. */
    readonly facts?: string;
    /** A list of sections, as JSON. */
    readonly sections?: string;
    /** A list of actions, as JSON. */
    readonly potentialAction?: string;
  };
  /** PagerDuty sends nothing without it. */
  readonly pagerdutyv2?: {
    readonly summary: string;
    readonly severity: 'critical' | 'error' | 'warning' | 'info';
    readonly source: string;
    readonly component?: string;
    readonly group?: string;
    readonly class?: string;
    readonly url?: string;
  };
  /** @default - the message alone */
  readonly opsgenie?: {
    readonly description: string;
    readonly priority?: 'P1' | 'P2' | 'P3' | 'P4' | 'P5';
    readonly alias?: string;
    readonly note?: string;
  };
  /**
   * What is sent to the webhook of each name.
   * @default - a GET with the message as its body
   */
  readonly webhook?: Readonly<Record<string, {
    readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
    readonly path?: string;
    readonly body?: string;
  }>>;
  /** @default - the message alone */
  readonly googlechat?: { readonly cards?: string; readonly cardsV2?: string; readonly threadKey?: string };
  /** Sections of other services, by their types. */
  readonly others?: JsonObject;
}

/** The template as the controller reads it. */
export function templateToKube({ others, ...template }: NotificationTemplate): JsonObject {
  return { ...template, ...others };
}
