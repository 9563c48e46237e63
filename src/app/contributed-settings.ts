import { Chart } from 'cdk8s';
import type { IConstruct } from 'constructs';
import { isJsonObject } from '../manifests/json';
import { mayMeet, type Unit } from '../manifests/unit';
import { userFrameOf } from '../manifests/user-frame';
import { fail } from '../render/construct-error';
import { Rendering } from '../render/rendering';
import { sourceOf } from '../render/source-frame';
import { declareHealthChecks } from '../sync/declared-health';
import { unitOf } from './units';
import { declareDoubt } from './warnings';

/** A ConfigMap of Argo CD with settings by their keys. */
export type SettingsConfigMap = 'argocd-cm' | 'argocd-cmd-params-cm' | 'argocd-notifications-cm';

/** What declares each of them, for messages. */
const OWNERS: Readonly<Record<SettingsConfigMap, string>> = {
  'argocd-cm': 'an ArgoCdConfig',
  'argocd-cmd-params-cm': 'ArgoCdParams',
  'argocd-notifications-cm': 'ArgoCdNotifications',
};

/** A setting of Argo CD that a construct cannot do without. */
export interface ContributedSetting {
  readonly configMap: SettingsConfigMap;
  readonly key: string;
  readonly value: string;
  /** What happens without it, in words that follow "so": `the children do not wait for each other`. */
  readonly why: string;
  /**
   * Whether another value of the same key, said where the ConfigMap is declared, will do as well.
   * @default false
   */
  readonly overridable?: boolean;
  /**
   * Namespace of the Argo CD that needs it.
   * @default - that of the chart
   */
  readonly namespace?: string;
  /**
   * Whether `value` is a namespace that Argo CD has to look at beside its own: one of a list, to which others add theirs. `namespace` is it
   * then, and the Argo CD the one of the app, if there is one. A list that is said where the ConfigMap is declared stays as it is.
   * @default false
   */
  readonly isNamespace?: boolean;
  /**
   * Whether a rule over the manifests says it when nobody takes the setting, so that it is not said twice.
   * @default false
   */
  readonly foundByRule?: boolean;
  /**
   * Asked when the ConfigMap is rendered, for what is known only then. A setting with a rule over the manifests alone has it.
   * @default - it is needed
   */
  readonly isNeeded?: () => boolean;
}

/** Who declares a ConfigMap that others contribute to. */
export interface SettingsOwner {
  readonly construct: IConstruct;
  readonly configMap: SettingsConfigMap;
  /** `''` while nobody has said. */
  readonly namespace: string;
  /** What it says itself. */
  readonly own: Readonly<Record<string, string>>;
}

interface Contribution extends ContributedSetting {
  readonly scope: IConstruct;
  readonly namespace: string;
  /** Where it is asked for; turned into a line only when a message needs it. */
  readonly asked: { readonly stack?: string };
}

interface Registry {
  readonly owners: SettingsOwner[];
  readonly contributions: Contribution[];
}

const registries = new WeakMap<IConstruct, Registry>();

/**
 * Adds a setting to the ConfigMap of Argo CD that somebody declares in this app, now or later. When nobody does, a warning says what
 * does not work. Two values for one key are an error.
 */
export function contributeSetting(scope: IConstruct, setting: ContributedSetting): void {
  if (!/^[-._a-zA-Z0-9]+$/.test(setting.key)) {
    throw fail(scope, `the key ${JSON.stringify(setting.key)} cannot stand in a ConfigMap. use letters, digits, dots, hyphens and underscores only`);
  }
  const { contributions, owners } = registryOf(scope);
  const asked: { readonly stack?: string } = {};
  Error.captureStackTrace(asked, contributeSetting);
  const contribution: Contribution = { ...setting, scope, asked, namespace: setting.namespace ?? Chart.of(scope).namespace ?? '' };
  const first = !contributions.some(({ configMap, key, value }) =>
    configMap === setting.configMap && key === setting.key && (!setting.isNamespace || value === setting.value));
  // Every Application asks for its namespace, and once is enough.
  if (first || !setting.isNamespace) contributions.push(contribution);
  if (!first || setting.foundByRule) return;
  declareDoubt(scope, 'constructs/setting-delivered', () => {
    if (setting.isNamespace && !liesElsewhere(owners, contribution)) return undefined;
    if (owners.some((owner) => takes(owners, owner, contribution)) || isWrittenByHand(scope, setting)) return undefined;
    return `nobody here sets ${setting.key} in ${setting.configMap}, so ${setting.why}. declare ${OWNERS[setting.configMap]} in the chart of Argo CD, ` +
      'or acknowledge this if it is set elsewhere';
  });
}

/** Makes a construct the owner of a ConfigMap. A second one in the same chart is refused. */
export function ownSettings(owner: SettingsOwner): void {
  const { owners } = registryOf(owner.construct);
  const chart = Chart.of(owner.construct);
  const other = owners.find(({ configMap, construct }) => configMap === owner.configMap && Chart.of(construct) === chart);
  if (other) throw fail(owner.construct, `${owner.configMap} is declared already, by ${placeOf(other.construct)}. keep one and give it the settings of both`);
  const earlier = [...owners];
  owners.push(owner);
  if (owner.configMap === 'argocd-cm') {
    declareHealthChecks(owner.construct, (group, kind) => Object.hasOwn(owner.own, `resource.customizations.health.${group && `${group}_`}${kind}`));
  }
  owner.construct.node.addValidation({ validate: () => [...rivalsOf(owner, earlier), ...conflictsOf(owner)] });
}

/** What the owner says, with what others contribute. Asked for while rendering, when every construct is there. */
export function settingsOf(owner: SettingsOwner): Readonly<Record<string, string>> {
  const contributions = contributionsTo(owner);
  const contributed = contributions.map(({ key, value }) => [key, value] as const).reverse();
  return { ...Object.fromEntries(contributed), ...namespaceLists(contributions), ...owner.own };
}

// Each would replace what the other says. Two clusters may each have an Argo CD in a namespace of one name; where it is certainly one
// cluster, argo-cd-settings/one-config-map says it of constructs and of other ConfigMaps alike.
function rivalsOf({ construct, configMap, namespace }: SettingsOwner, earlier: readonly SettingsOwner[]): string[] {
  if (namespace === '') return [];
  const own = unitOf(Chart.of(construct));
  return earlier
    .filter((other) => other.configMap === configMap && other.namespace === namespace && mayRival(unitOf(Chart.of(other.construct)), own))
    .map((other) => `${configMap} of the namespace ${namespace} is declared already, by ${placeOf(other.construct)}. keep one and give it the settings of both`);
}

function mayRival(one: Unit, other: Unit): boolean {
  const isCertain = one.destination.cluster !== '' && one.destination.cluster === other.destination.cluster;
  return mayMeet(one, other) && !isCertain;
}

function conflictsOf(owner: SettingsOwner): string[] {
  const said = new Map(Object.entries(owner.own).map(([key, value]) => [key, { value, by: () => placeOf(owner.construct) }]));
  const conflicts: string[] = [];
  for (const { key, value, scope, overridable, asked } of contributionsTo(owner).filter(({ isNamespace }) => !isNamespace)) {
    const before = said.get(key);
    const by = (): string => placeOf(scope, asked.stack && userFrameOf(asked.stack));
    if (!before) said.set(key, { value, by });
    else if (before.value !== value && !overridable) {
      conflicts.push(`${key} of ${owner.configMap} is ${quoted(before.value)} for ${before.by()} and ${quoted(value)} for ${by()}. ` +
        'make them agree');
    }
  }
  return conflicts;
}

function contributionsTo(owner: SettingsOwner): Contribution[] {
  const { owners, contributions } = registryOf(owner.construct);
  return contributions.filter((contribution) => takes(owners, owner, contribution) && (contribution.isNeeded?.() ?? true));
}

// The only one of an app is meant by everybody; of several each serves the Argo CD of its namespace.
function takes(owners: readonly SettingsOwner[], owner: SettingsOwner, contribution: Contribution): boolean {
  const { configMap, namespace, isNamespace } = contribution;
  if (owner.configMap !== configMap) return false;
  const isOnly = owners.filter((other) => other.configMap === configMap).length === 1;
  return isNamespace ? isOnly && liesElsewhere(owners, contribution) : owner.namespace === namespace || isOnly;
}

// Where no Argo CD is declared, the namespace may be its own.
function liesElsewhere(owners: readonly SettingsOwner[], { namespace }: Contribution): boolean {
  // Teams may configure notifications in namespaces of their own.
  const known = owners.filter((owner) => owner.configMap !== 'argocd-notifications-cm' && owner.namespace !== '').map((owner) => owner.namespace);
  return namespace !== '' && known.length > 0 && !known.includes(namespace);
}

function namespaceLists(contributions: readonly Contribution[]): Readonly<Record<string, string>> {
  const listed = contributions.filter(({ isNamespace }) => isNamespace);
  return Object.fromEntries(listed.map(({ key }) =>
    [key, [...new Set(listed.filter((other) => other.key === key).map(({ value }) => value))].sort().join(',')]));
}

function isWrittenByHand(scope: IConstruct, { configMap, key }: ContributedSetting): boolean {
  const rendering = Rendering.current(scope);
  return rendering.charts.some((chart) => rendering.manifestsOf(chart).some(({ kind, metadata, data }) =>
    kind === 'ConfigMap' && metadata.name === configMap && isJsonObject(data) && Object.hasOwn(data, key)));
}

function registryOf(construct: IConstruct): Registry {
  const { root } = construct.node;
  const registry = registries.get(root) ?? { owners: [], contributions: [] };
  registries.set(root, registry);
  return registry;
}

function placeOf(construct: IConstruct, line = sourceOf(construct)): string {
  return `${construct.node.path}${line ? ` (${line})` : ''}`;
}

function quoted(value: string): string {
  return value.length > 40 || value.includes('\n') ? 'one text' : JSON.stringify(value);
}
