import { readYaml } from '../../languages/yaml-text';
import { CHART_SECTIONS, type SettingsMapName } from '../../manifests/argo-cd-chart';
import { isJsonObject, type JsonObject, type JsonValue } from '../../manifests/json';

type Data = Readonly<Record<string, string>>;

/** `configs.cm` of the argo-cd chart, which becomes argocd-cm. */
export function configValues(data: Data): JsonObject {
  return sectionOf('argocd-cm', data);
}

/**
 * `configs.params` of the argo-cd chart, which becomes argocd-cmd-params-cm. With the hydrator comes the server that pushes what it
 * renders, which the chart leaves out by default.
 *
 * @see charts/argo-cd/templates/argocd-commit-server in argoproj/argo-helm
 */
export function paramsValues(data: Data): JsonObject {
  return { ...sectionOf('argocd-cmd-params-cm', data), ...(data['hydrator.enabled'] === 'true' && { commitServer: { enabled: true } }) };
}

/** `configs.rbac` of the argo-cd chart, which becomes argocd-rbac-cm. */
export function rbacValues(data: Data): JsonObject {
  return sectionOf('argocd-rbac-cm', data);
}

/**
 * `notifications` of the argo-cd chart, which becomes argocd-notifications-cm. The chart writes `subscriptions` and `context` as YAML
 * itself, and everything else as it comes.
 *
 * @see charts/argo-cd/templates/argocd-configs/argocd-notifications-cm.yaml in argoproj/argo-helm
 */
export function notificationsValues(data: Data): JsonObject {
  const { subscriptions, context, ...rest } = data;
  const part = (test: (key: string) => boolean): JsonObject | undefined => {
    const entries = Object.entries(rest).filter(([key]) => test(key));
    return entries.length > 0 ? Object.fromEntries(entries) : undefined;
  };
  const isService = (key: string): boolean => key.startsWith('service.');
  const isTemplate = (key: string): boolean => key.startsWith('template.');
  const read = context === undefined ? {} : parsed(context);
  const { argocdUrl, ...others } = isJsonObject(read) ? read : {};
  const notifications: JsonObject = {
    argocdUrl,
    context: Object.keys(others).length > 0 ? others : undefined,
    notifiers: part(isService),
    templates: part(isTemplate),
    // Default triggers too: the chart writes this map into the ConfigMap key by key.
    triggers: part((key) => !isService(key) && !isTemplate(key)),
    subscriptions: subscriptions === undefined ? undefined : parsed(subscriptions),
  };
  return sectionOf('argocd-notifications-cm', Object.fromEntries(Object.entries(notifications).filter(([, value]) => value !== undefined)));
}

function sectionOf(name: SettingsMapName, section: JsonObject): JsonObject {
  return [...CHART_SECTIONS[name]].reduceRight<JsonObject>((value, key) => ({ [key]: value }), section);
}

function parsed(text: string): JsonValue {
  const { value, problem } = readYaml(text);
  if (problem !== undefined) throw new Error(`the text is no YAML: ${problem}`);
  return value as JsonValue;
}
