import { type ChartMap, mapsOfChart, type SettingsMapName } from '../manifests/argo-cd-chart';
import { isJsonObject, type JsonObject } from '../manifests/json';
import type { MadePlace } from '../manifests/made-object';
import { pointer, type Pointer } from '../manifests/pointer';
import { chartConfigMap, placesOf } from '../validation/made-objects';
import { CONFIG_KEYS, CONFIG_PREFIXES } from '../validation/rules/argo-cd-settings/config-keys';
import { PARAMETER_KEYS } from '../validation/rules/argo-cd-settings/parameter-keys';
import type { LintedObject } from './linted-object';
import type { SourceDocument } from './source-document';

/** How people call the chart among the dependencies of one of theirs. */
const CALLED = /^argo-?cd$/i;

/**
 * The ConfigMaps of Argo CD that come of a file with values of the argo-cd chart, at the top or below the name under which a chart has it
 * as dependency. It is known by its keys: other charts have `configs` too.
 */
export function settingsInValues(value: unknown, document: SourceDocument): readonly LintedObject[] {
  if (!isJsonObject(value) || value.apiVersion !== undefined || value.kind !== undefined) return [];
  // What SOPS has encrypted says nothing.
  if (isJsonObject(value.sops)) return [];
  const below = Object.entries(value).flatMap(([key, inner]): Candidate[] =>
    (isJsonObject(inner) ? [{ values: inner, base: pointer('', key), isNamed: CALLED.test(key) }] : []));
  return [{ values: value, base: '', isNamed: false }, ...below].flatMap(({ values, base, isNamed }) => {
    const maps = mapsOfChart(values);
    if (!isNamed && !maps.some(isCertain)) return [];
    return maps.map((map) => settingOf(map, base, document));
  });
}

interface Candidate {
  readonly values: JsonObject;
  readonly base: Pointer;
  /** Whether the name says that they are those of Argo CD. */
  readonly isNamed: boolean;
}

function settingOf(map: ChartMap, base: Pointer, document: SourceDocument): LintedObject {
  const placeIn = (at: Pointer): MadePlace => ({ pointer: base + at });
  return { manifest: chartConfigMap(map), document, base: '', setting: { placeOf: placesOf(map, placeIn), place: placeIn(map.place) } };
}

const KNOWN: Readonly<Record<SettingsMapName, (key: string, value: string) => boolean>> = {
  'argocd-cm': (key) => Object.hasOwn(CONFIG_KEYS, key) || CONFIG_PREFIXES.some((prefix) => key.startsWith(prefix)),
  'argocd-cmd-params-cm': (key) => PARAMETER_KEYS.includes(key),
  'argocd-rbac-cm': (key) => key.startsWith('policy.'),
  // The chart of Argo Rollouts has them as well, and speaks of no Application.
  'argocd-notifications-cm': (key, value) => /^(?:template|trigger)\./.test(key) && /\bapp\.(?:metadata|spec|status)\b/.test(value),
};

/** Whether it has a key that Argo CD has. */
function isCertain({ name, data }: ChartMap): boolean {
  return Object.entries(data).some(([key, value]) => KNOWN[name](key, typeof value === 'string' ? value : ''));
}
