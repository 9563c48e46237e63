import { Chart } from 'cdk8s';
import { Construct } from 'constructs';
import { adopt } from '../../app/adopt';
import { ownSettings } from '../../app/contributed-settings';
import { type NotificationRecipients, NotificationSubscription } from '../../app/notification-subscription';
import { recipientProblem, selectorProblem, templateTextProblem } from '../../languages/notification-texts';
import type { CatalogTrigger } from '../../manifests/application-triggers';
import type { JsonObject, JsonValue } from '../../manifests/json';
import { yamlOf } from '../../manifests/yaml';
import { failHere } from '../../render/construct-error';
import { notificationsValues } from '../argo-cd/chart-values';
import { renderSettingsMap } from '../argo-cd/settings-map';
import type { ApplicationSubscription, ArgoCdNotificationsProps, NotificationTemplates, NotificationTriggers } from './argo-cd-notifications-props';
import type { NotificationService } from './notification-service';
import { type NotificationTemplate, templateToKube } from './notification-template';
import { NotificationTrigger } from './notification-trigger';

/**
 * What Argo CD tells about Applications, and by what services: the ConfigMap `argocd-notifications-cm`, or its form in an
 * `ArgoCdInstallation`. The values of `$key` come from the Secret `argocd-notifications-secret`, which somebody else makes: an
 * ExternalSecret or a SealedSecret. Nothing is sent that nobody subscribes to.
 *
 * @see docs/operator-manual/notifications in argoproj/argo-cd
 */
export class ArgoCdNotifications<
  const S extends string = string, const T extends NotificationTemplates = NotificationTemplates, const R extends string = never,
  const C extends CatalogTrigger = never,
> extends Construct {
  private readonly services = new Map<string, NotificationService>();
  private readonly templates = new Map<string, NotificationTemplate>();
  private readonly triggers = new Map<string, readonly NotificationTrigger[]>();
  private readonly subscriptions: ApplicationSubscription[] = [];

  public constructor(scope: Construct, id: string, private readonly props: ArgoCdNotificationsProps<S, T, R, C>) {
    super(scope, id);
    adopt(this);
    for (const service of props.services) this.addService(service);
    for (const { name, trigger, template, templateName } of props.catalog ?? []) {
      this.addTemplate(templateName, template).addTrigger(name, trigger);
    }
    for (const [name, template] of Object.entries(props.templates ?? {})) this.addTemplate(name, template);
    for (const [name, trigger] of Object.entries<NotificationTriggers<string>>(props.triggers ?? {})) this.addTrigger(name, trigger);
    for (const subscription of props.subscriptions ?? []) this.subscribe(subscription);
    this.node.addValidation({ validate: () => this.dangling() });
    const namespace = props.metadata?.namespace ?? Chart.of(this).namespace ?? '';
    ownSettings({ construct: this, configMap: 'argocd-notifications-cm', namespace, own: {} });
    renderSettingsMap(this, { name: 'argocd-notifications-cm', metadata: props.metadata, data: () => this.data(), helmValues: notificationsValues });
  }

  /** Who is told about what has a trigger here, for the `notifications` of an Application or a project. */
  public on(...triggers: readonly [R | C, ...(R | C)[]]): NotificationRecipients<'Application'> {
    return NotificationSubscription.onApplication(...triggers);
  }

  /** Adds a service: what a team sends by belongs beside the team's Applications. */
  public addService(service: NotificationService): this {
    if (this.services.has(service.name)) throw failHere(this, `two services are named ${JSON.stringify(service.name)}, and a subscription could mean either. name them apart`);
    this.services.set(service.name, service);
    return this;
  }

  /** Adds a message. */
  public addTemplate(name: string, template: NotificationTemplate): this {
    if (this.templates.has(name)) throw failHere(this, `two templates are named ${JSON.stringify(name)}, and one would overwrite the other. name them apart`);
    this.checkKey('template', name);
    const problem = templateTextProblem(templateToKube(template));
    if (problem !== undefined) throw failHere(this, `the template ${name} does not parse, and in the cluster would stop all notifications. ${problem}`);
    this.templates.set(name, template);
    return this;
  }

  /** Adds a trigger. The templates that it sends may be added later. */
  public addTrigger(name: string, trigger: NotificationTriggers<string>): this {
    if (this.triggers.has(name)) throw failHere(this, `two triggers are named ${JSON.stringify(name)}, and one would overwrite the other. name them apart, or give one several conditions`);
    this.checkKey('trigger', name);
    if (name.includes('.')) throw failHere(this, `the trigger ${JSON.stringify(name)} has a dot, at which annotations of subscribers are split. use letters, digits and hyphens`);
    this.triggers.set(name, trigger instanceof NotificationTrigger ? [trigger] : trigger);
    return this;
  }

  /** Adds somebody who is told about every Application, or about those with some labels. */
  public subscribe(subscription: ApplicationSubscription): this {
    const problems = [...subscription.recipients.map(recipientProblem), selectorProblem(subscription.selector)];
    const problem = problems.find((one) => one !== undefined);
    if (problem !== undefined) throw failHere(this, problem);
    this.subscriptions.push(subscription);
    return this;
  }

  private checkKey(what: string, name: string): void {
    if (!/^[-._a-zA-Z0-9]+$/.test(name)) throw failHere(this, `the ${what} ${JSON.stringify(name)} cannot be a key of a ConfigMap. use letters, digits and hyphens`);
  }

  // Types see to these where everything is said in one call.
  private dangling(): string[] {
    const known = (what: string, name: string, all: Iterable<string>, where: string): string[] => {
      const names = [...all];
      return names.includes(name) ? [] : [`${where} ${JSON.stringify(name)}, which is no ${what}. the ${what}s are: ${names.join(', ') || 'none'}`];
    };
    const { defaultTriggers = [], serviceDefaultTriggers = {} } = this.props;
    const ofServices = Object.values<readonly string[] | undefined>(serviceDefaultTriggers).flatMap((names) => names ?? []);
    const defaults = [...defaultTriggers, ...ofServices];
    return [
      ...[...this.triggers].flatMap(([name, conditions]) => conditions.flatMap(({ sends }) =>
        sends.flatMap((template) => known('template', template, this.templates.keys(), `the trigger ${name} sends`)))),
      ...defaults.flatMap((name) => known('trigger', name, this.triggers.keys(), 'a default trigger is')),
      ...[...this.templates].flatMap(([template, { webhook = {} }]) =>
        Object.keys(webhook).flatMap((name) => known('service', name, this.services.keys(), `the template ${template} writes to the webhook`))),
      ...this.subscriptions.flatMap(({ recipients, triggers = [] }) => [
        ...recipients.flatMap((one) => known('service', one.split(':', 1)[0]!, this.services.keys(), `${JSON.stringify(one)} is told by`)),
        ...triggers.flatMap((name) => known('trigger', name, this.triggers.keys(), 'somebody is told about')),
        ...triggers.length === 0 && defaultTriggers.length === 0 ? ['somebody is told about the default triggers, and there are none. name triggers, or give defaultTriggers'] : [],
      ]),
    ];
  }

  private data(): Readonly<Record<string, string>> {
    const { argocdUrl, context, defaultTriggers, serviceDefaultTriggers = {} } = this.props;
    const entries: (readonly [string, JsonValue | undefined])[] = [
      ...[...this.services.values()].map((service) => service._entry()),
      ...[...this.templates].map(([name, template]) => [`template.${name}`, templateToKube(template)] as const),
      ...[...this.triggers].map(([name, conditions]) => [`trigger.${name}`, conditions.map((condition) => condition._toKube())] as const),
      ['defaultTriggers', defaultTriggers],
      ...Object.entries<readonly string[] | undefined>(serviceDefaultTriggers).map(([service, names]) => [`defaultTriggers.${service}`, names] as const),
      ['subscriptions', this.subscriptions.length > 0 ? this.subscriptions.map((one): JsonObject => ({ ...one })) : undefined],
      ['context', { argocdUrl, ...context }],
    ];
    return Object.fromEntries(entries.flatMap(([key, value]) => (value === undefined ? [] : [[key, yamlOf(value)]])));
  }
}
