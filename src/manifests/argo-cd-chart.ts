import { isJsonObject, type JsonObject, type JsonValue } from './json';
import { pointer, type Pointer } from './pointer';
import { yamlOf } from './yaml';

/** Values of the argo-cd chart by the ConfigMap that comes of them. */
export const CHART_SECTIONS = {
  'argocd-cm': ['configs', 'cm'],
  'argocd-cmd-params-cm': ['configs', 'params'],
  'argocd-rbac-cm': ['configs', 'rbac'],
  'argocd-notifications-cm': ['notifications'],
} as const;

/** A ConfigMap of Argo CD that has settings. */
export type SettingsMapName = keyof typeof CHART_SECTIONS;

/** A ConfigMap that the argo-cd chart makes, as far as values say it. */
export interface ChartMap {
  readonly name: SettingsMapName;
  /** What the values say. Only what is no text to the chart either is none here. */
  readonly data: JsonObject;
  /** Where each key of `data` stands in the values. */
  readonly places: ReadonlyMap<string, Pointer>;
  /** Where all of it stands. */
  readonly place: Pointer;
  /** What the chart adds by itself, of the keys that somebody may miss. */
  readonly defaults: Readonly<Record<string, string>>;
}

/** Keys of a section that are the chart's own. */
const OF_CHART: readonly string[] = ['annotations', 'create'];

/**
 * The ConfigMaps of Argo CD that the argo-cd chart makes of values, as far as these speak of them. No template is run over them there.
 *
 * @see charts/argo-cd/templates/argocd-configs and _helpers.tpl in argoproj/argo-helm
 */
export function mapsOfChart(values: JsonObject): readonly ChartMap[] {
  const domain = textAt(values, 'global', 'domain') || 'argocd.example.com';
  return [
    ...configOf(values, 'argocd-cm', printed, { 'url': `https://${domain}`, 'admin.enabled': 'true' }),
    ...configOf(values, 'argocd-cmd-params-cm', printed, {}),
    // Written as it comes: what is no text is refused by Kubernetes.
    ...configOf(values, 'argocd-rbac-cm', (value) => value, { 'policy.default': '', 'policy.csv': '', 'policy.matchMode': 'glob', 'scopes': '[groups]' }),
    ...notificationsOf(values, `https://${domain}`),
  ];
}

type Print = (value: JsonValue) => JsonValue | undefined;

function configOf(values: JsonObject, name: SettingsMapName, print: Print, defaults: ChartMap['defaults']): readonly ChartMap[] {
  const [section, place] = sectionOf(values, name);
  if (!section || section.create === false) return [];
  const found = Object.entries(section).flatMap(([key, value]): Found[] => {
    // A null takes a default away.
    const put = OF_CHART.includes(key) || value === null || value === undefined ? undefined : print(value);
    return put === undefined ? [] : [[key, put, pointer(place, key)]];
  });
  return mapOf(name, place, found, defaults);
}

type Found = readonly [key: string, value: JsonValue, place: Pointer];

function mapOf(name: SettingsMapName, place: Pointer, found: readonly Found[], defaults: ChartMap['defaults']): readonly ChartMap[] {
  if (found.length === 0) return [];
  return [{
    name, place, defaults,
    data: Object.fromEntries(found.map(([key, value]) => [key, value])),
    places: new Map(found.map(([key, , at]) => [key, at])),
  }];
}

/** The chart turns switches and numbers into texts and leaves empty ones out. A map or a list would become what Go prints of it. */
function printed(value: JsonValue): JsonValue | undefined {
  if (value === '') return undefined;
  return typeof value === 'boolean' || typeof value === 'number' ? String(value) : value;
}

function notificationsOf(values: JsonObject, url: string): readonly ChartMap[] {
  const [section, place] = sectionOf(values, 'argocd-notifications-cm');
  if (!section || section.enabled === false || (isJsonObject(section.cm) && section.cm.create === false)) return [];
  const texts = ['notifiers', 'templates', 'triggers'].flatMap((part): Found[] => {
    const entries = section[part];
    if (!isJsonObject(entries)) return [];
    return Object.entries(entries).flatMap(([key, value]): Found[] =>
      (value === null || value === undefined ? [] : [[key, value, pointer(place, part, key)]]));
  });
  const { subscriptions, context } = section;
  const subscribed: readonly Found[] = Array.isArray(subscriptions) && subscriptions.length > 0
    ? [['subscriptions', yamlOf(subscriptions as JsonValue), pointer(place, 'subscriptions')]]
    : [];
  const argocdUrl = textAt(section, 'argocdUrl') || url;
  const said: readonly Found[] = isJsonObject(context) && Object.keys(context).length > 0
    ? [['context', yamlOf({ argocdUrl, ...context }), pointer(place, 'context')]]
    : [];
  return mapOf('argocd-notifications-cm', place, [...texts, ...subscribed, ...said], { context: `argocdUrl: ${argocdUrl}\n` });
}

function sectionOf(values: JsonObject, name: SettingsMapName): readonly [section: JsonObject | undefined, place: Pointer] {
  const path: readonly string[] = CHART_SECTIONS[name];
  const section = path.reduce<JsonValue | undefined>((at, key) => (isJsonObject(at) ? at[key] : undefined), values);
  return [isJsonObject(section) ? section : undefined, pointer('', ...path)];
}

function textAt(value: JsonObject, ...path: readonly string[]): string {
  const found = path.reduce<JsonValue | undefined>((at, key) => (isJsonObject(at) ? at[key] : undefined), value);
  return typeof found === 'string' ? found : '';
}
