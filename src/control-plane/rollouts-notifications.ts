import { ApiObject, type ApiObjectMetadata } from 'cdk8s';
import { Construct } from 'constructs';
import { adopt } from '../app/adopt';
import type { JsonObject } from '../manifests/json';
import type { RolloutTrigger } from '../manifests/rollout-triggers';
import { yamlOf } from '../manifests/yaml';
import { fail } from '../render/construct-error';
import type { NotificationService } from './notifications/notification-service';
import { type NotificationTemplate, templateToKube } from './notifications/notification-template';

/** When a trigger sends, and what. */
export interface RolloutNotificationCondition<T extends string> {
  /** Templates that are sent, by their names. */
  readonly send: readonly [T, ...T[]];
  /**
   * An expression over `rollout` that has to be true: `rollout.spec.strategy.blueGreen != nil`.
   * @default - always
   */
  readonly when?: string;
}

/** The conditions of a trigger; each one that holds sends. */
export type RolloutNotificationConditions<T extends string> =
  readonly [RolloutNotificationCondition<T>, ...RolloutNotificationCondition<T>[]];

/** Who is told about every rollout, or about those with some labels, without an annotation of its own. */
export interface DefaultSubscription {
  /** Each as `service:recipient`: `slack:releases`. */
  readonly recipients: readonly [`${string}:${string}`, ...`${string}:${string}`[]];
  /** What about. */
  readonly triggers: readonly [RolloutTrigger, ...RolloutTrigger[]];
  /**
   * A selector of labels of the Rollout: `team=shop`.
   * @default - every Rollout
   */
  readonly selector?: string;
}

/** What `RolloutsNotifications` are made of. */
export interface RolloutsNotificationsProps<T extends Readonly<Record<string, NotificationTemplate>>> {
  /** What carries messages. */
  readonly services: readonly [NotificationService, ...NotificationService[]];
  /** Messages by their names. */
  readonly templates: T;
  /** What is sent when. A trigger that is not here sends nothing, whoever subscribes to it. */
  readonly triggers: {
    readonly [K in RolloutTrigger]?: RolloutNotificationConditions<keyof T & string>;
  };
  /**
   * Who is told about every rollout.
   * @default - those whom the rollouts name themselves
   */
  readonly subscriptions?: readonly DefaultSubscription[];
  /**
   * Namespace, labels and annotations. The name is given: the controller looks for it.
   * @default - those of the chart, whose namespace has to be that of the controller, or of the rollouts in self-service
   */
  readonly metadata?: Omit<ApiObjectMetadata, 'name'>;
}

/**
 * What the Rollouts controller tells, and by what services: the ConfigMap `argo-rollouts-notification-configmap`. It replaces the one
 * that the installation of Argo Rollouts may have brought. The values of `$key` come from the Secret
 * `argo-rollouts-notification-secret` beside it, which somebody else makes: an ExternalSecret or a SealedSecret.
 *
 * In the namespace of the controller it serves every Rollout. With the controller's flag `--self-service-notification-enabled` a team
 * may have one of its own in the namespace of its Rollouts.
 *
 * @see utils/record/record.go in argoproj/argo-rollouts
 */
export class RolloutsNotifications<const T extends Readonly<Record<string, NotificationTemplate>>> extends Construct {
  public constructor(scope: Construct, id: string, props: RolloutsNotificationsProps<T>) {
    super(scope, id);
    adopt(this);
    const triggers = Object.entries(props.triggers).filter(([, conditions]) => conditions !== undefined);
    if (triggers.length === 0) throw fail(this, 'there is no trigger, so nothing would ever be sent. give at least one, such as on-rollout-aborted');
    this.checkServices(props);
    this.checkTriggers(props, triggers.map(([name]) => name));
    new ApiObject(this, 'Resource', {
      apiVersion: 'v1',
      kind: 'ConfigMap',
      metadata: { ...props.metadata, name: 'argo-rollouts-notification-configmap' },
      data: {
        ...Object.fromEntries(props.services.map((service) => service._entry()).map(([key, options]) => [key, yamlOf(options)])),
        ...Object.fromEntries(Object.entries(props.templates).map(([name, template]) => [`template.${name}`, yamlOf(templateToKube(template))])),
        ...Object.fromEntries(triggers.map(([name, conditions]) => [`trigger.${name}`, yamlOf(conditions.map((one): JsonObject => ({ ...one })))])),
        ...(props.subscriptions && { subscriptions: yamlOf(props.subscriptions.map((one): JsonObject => ({ ...one }))) }),
      },
    });
  }

  private checkServices({ services, templates, subscriptions = [] }: RolloutsNotificationsProps<T>): void {
    const names = services.map(({ name }) => name);
    const twice = names.find((name, i) => names.indexOf(name) < i);
    if (twice !== undefined) throw fail(this, `two services are named ${JSON.stringify(twice)}, and a subscription could mean either. name them apart`);
    for (const [template, { webhook }] of Object.entries(templates)) {
      const unknown = Object.keys(webhook ?? {}).find((name) => !names.includes(name));
      if (unknown !== undefined) throw fail(this, `the template ${template} writes to the webhook ${JSON.stringify(unknown)}, which is no service. the services are: ${names.join(', ')}`);
    }
    for (const recipient of subscriptions.flatMap(({ recipients }) => recipients)) {
      const service = recipient.split(':', 1)[0]!;
      if (!names.includes(service)) throw fail(this, `${JSON.stringify(recipient)} is told by ${JSON.stringify(service)}, which is no service. the services are: ${names.join(', ')}`);
    }
  }

  // Types see to these where the templates are written in the call; the names may come from elsewhere.
  private checkTriggers({ templates, triggers, subscriptions = [] }: RolloutsNotificationsProps<T>, names: readonly string[]): void {
    for (const [trigger, conditions = []] of Object.entries(triggers)) {
      const missing = conditions.flatMap(({ send }) => send).find((name) => !Object.hasOwn(templates, name));
      if (missing !== undefined) {
        throw fail(this, `${trigger} sends the template ${JSON.stringify(missing)}, which is not here. the templates are: ${Object.keys(templates).join(', ') || 'none'}`);
      }
    }
    const silent = subscriptions.flatMap((one) => one.triggers).find((name) => !names.includes(name));
    if (silent !== undefined) throw fail(this, `somebody is told about ${silent}, which has no trigger here. add it to triggers`);
  }
}
