import { CHART_SECTIONS } from '../manifests/argo-cd-chart';
import { isJsonObject } from '../manifests/json';
import type { Manifest } from '../manifests/manifest';

/** What a strategic merge patch puts into a ConfigMap with settings of Argo CD; undefined for another patch. */
export function settingsPatch(patch: unknown): Manifest | undefined {
  if (!isJsonObject(patch) || patch.kind !== 'ConfigMap' || !isJsonObject(patch.metadata) || !isJsonObject(patch.data) || patch.$patch !== undefined) return undefined;
  const { name } = patch.metadata;
  if (typeof name !== 'string' || !Object.hasOwn(CHART_SECTIONS, name)) return undefined;
  // A null takes a key out.
  const data = Object.fromEntries(Object.entries(patch.data).filter(([key, value]) => value !== null && key !== '$patch'));
  return { ...patch, apiVersion: 'v1', kind: 'ConfigMap', metadata: { ...patch.metadata, name }, data };
}
