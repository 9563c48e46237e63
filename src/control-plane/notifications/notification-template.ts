import type { JsonObject } from '../../manifests/json';
import { type JsonSection, jsonSection } from './json-text';
import type {
  AlertmanagerSection, EmailSection, GitHubSection, GoogleChatSection, MattermostSection, OpsgenieSection, PagerDutySection, SlackSection,
  TeamsSection, TeamsWorkflowsSection, WebhookSection,
} from './template-sections';

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
  readonly email?: EmailSection;
  /** @default - the message alone */
  readonly slack?: SlackSection;
  /** @default - the message alone */
  readonly teams?: TeamsSection;
  /** @default - the message alone */
  readonly 'teams-workflows'?: TeamsWorkflowsSection;
  /** @default - the message alone */
  readonly mattermost?: MattermostSection;
  /** @default - the message alone */
  readonly googlechat?: GoogleChatSection;
  /** PagerDuty sends nothing without it. */
  readonly pagerdutyv2?: PagerDutySection;
  /** Alertmanager gets nothing without it. */
  readonly alertmanager?: AlertmanagerSection;
  /** GitHub gets nothing without it. */
  readonly github?: GitHubSection;
  /** @default - the message alone */
  readonly opsgenie?: OpsgenieSection;
  /**
   * What is sent to the webhook of each name.
   * @default - a GET with the message as its body
   */
  readonly webhook?: Readonly<Record<string, WebhookSection>>;
  /** Sections of other services, by their types. */
  readonly others?: JsonObject;
}

// Lists that the services want as JSON in a text.
const JSON_SECTIONS = ['attachments', 'blocks', 'facts', 'potentialAction', 'sections'];

/** The template as the controller reads it. */
export function templateToKube({ others, ...template }: NotificationTemplate): JsonObject {
  const sections = Object.entries(template).map(([name, section]) => [name, typeof section === 'object' ? withJson(section as JsonObject) : section]);
  return { ...Object.fromEntries(sections) as JsonObject, ...others };
}

function withJson(section: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(section).map(([key, value]) =>
    [key, JSON_SECTIONS.includes(key) && value !== undefined ? jsonSection(value as JsonSection) : value]));
}
