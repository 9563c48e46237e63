import { readYaml } from '../../../languages/yaml-text';
import { isJsonObject } from '../../../manifests/json';
import type { ManifestEntry } from '../../../manifests/manifest-set';
import type { Pointer } from '../../../manifests/pointer';
import { ARGO_CD_CONFIG, settingsIn } from './config-maps';

/** What `resource.customizations.<type>` can say about a kind. */
export const CUSTOMIZATION_TYPES = ['actions', 'health', 'ignoreDifferences', 'ignoreResourceUpdates', 'knownTypeFields', 'useOpenLibs'] as const;

/** One key `resource.customizations.<type>.<group_kind>`, as appendResourceOverridesFromSplitKeys in argoproj/argo-cd splits it. */
export interface Customization {
  readonly type: string;
  /** `cert-manager.io_Certificate`, `Service`, `all`. */
  readonly kind: string;
  readonly value: string;
  readonly pointer: Pointer;
}

/** The customizations of an argocd-cm that stand under keys of their own. */
export function customizationsIn(entry: ManifestEntry): Customization[] {
  return settingsIn(entry, ARGO_CD_CONFIG).flatMap(({ key, value, pointer }) => {
    const [, type, kind] = /^resource\.customizations\.([^.]*)\.(.*)$/s.exec(key) ?? [];
    return type === undefined ? [] : [{ type, kind: kind!, value, pointer }];
  });
}

/** A script of an argocd-cm. */
export interface Script {
  /** What it is, for messages: `the health check of cert-manager.io_Certificate`. */
  readonly what: string;
  readonly isHealthCheck: boolean;
  readonly kind: string;
  readonly text: string;
  readonly openLibs: boolean;
  readonly pointer: Pointer;
}

/** Every script in Lua: health checks, actions, and those of the single key `resource.customizations`. */
export function scriptsIn(entry: ManifestEntry): Script[] {
  const customizations = customizationsIn(entry);
  const open = new Set(customizations.filter(({ type, value }) => type === 'useOpenLibs' && isTrue(value)).map(({ kind }) => kind));
  const own = customizations.flatMap(({ type, kind, value, pointer }) => {
    if (type === 'health') return [healthCheck(kind, value, open.has(kind), pointer)];
    return type === 'actions' ? actionsIn(kind, value, pointer) : [];
  });
  return [...own, ...customizationsMap(entry).flatMap(({ key: kind, override, pointer }) => {
    const { 'health.lua': health, 'health.lua.useOpenLibs': openLibs, actions } = override;
    return [
      ...(typeof health === 'string' ? [healthCheck(kind, health, openLibs === true, pointer)] : []),
      ...(typeof actions === 'string' ? actionsIn(kind, actions, pointer) : []),
    ];
  })];
}

/** One entry of the single key `resource.customizations`. */
export interface MappedCustomization {
  /** `cert-manager.io/Certificate`, `*.example.com/*`. */
  readonly key: string;
  readonly override: Readonly<Record<string, unknown>>;
  readonly pointer: Pointer;
}

/** The entries of the single key `resource.customizations`, in which kinds can be meant by patterns. */
export function customizationsMap(entry: ManifestEntry): MappedCustomization[] {
  return settingsIn(entry, ARGO_CD_CONFIG).filter(({ key }) => key === 'resource.customizations').flatMap(({ value, pointer }) =>
    Object.entries(objectIn(value)).map(([key, override]) => ({ key, override: isJsonObject(override) ? override : {}, pointer })));
}

function healthCheck(kind: string, text: string, openLibs: boolean, pointer: Pointer): Script {
  return { what: `the health check of ${kind}`, isHealthCheck: true, kind, text, openLibs, pointer };
}

// Actions never get the open libraries: ExecuteResourceAction in util/lua/lua.go of argoproj/argo-cd.
function actionsIn(kind: string, text: string, pointer: Pointer): Script[] {
  const { 'discovery.lua': discovery, definitions } = objectIn(text);
  const script = (what: string, lua: unknown): Script[] =>
    (typeof lua === 'string' ? [{ what: `${what} of ${kind}`, isHealthCheck: false, kind, text: lua, openLibs: false, pointer }] : []);
  return [
    ...script('the discovery of actions', discovery),
    ...(Array.isArray(definitions) ? definitions : []).flatMap((one: unknown) =>
      (isJsonObject(one) ? script(`the action ${typeof one.name === 'string' ? one.name : '""'}`, one['action.lua']) : [])),
  ];
}

function objectIn(text: string): Readonly<Record<string, unknown>> {
  const { value } = readYaml(text);
  return isJsonObject(value) ? value : {};
}

/** Whether Go's `strconv.ParseBool` reads a text, and as what. */
export function goBoolean(text: string): boolean | undefined {
  if (['1', 't', 'T', 'true', 'TRUE', 'True'].includes(text)) return true;
  return ['0', 'f', 'F', 'false', 'FALSE', 'False'].includes(text) ? false : undefined;
}

function isTrue(text: string): boolean {
  return goBoolean(text) === true;
}
