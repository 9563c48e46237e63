import { ofKind } from '../../../manifests/entry-index';
import { isJsonObject } from '../../../manifests/json';
import type { ManifestEntry, ManifestSet } from '../../../manifests/manifest-set';
import { readSetOnce } from '../../../manifests/read-once';
import { mayMeet } from '../../../manifests/unit';
import { ARGO_CD_PARAMETERS } from '../argo-cd-settings/config-maps';

/**
 * What argocd-cmd-params-cm says of a parameter, where that ConfigMap is among the manifests: `''` when it does not name it. Undefined when
 * it is not there, or there are several.
 */
export function argoCdParameter(entry: ManifestEntry, key: string, manifests: ManifestSet): string | undefined {
  const [only, ...others] = configMaps(manifests).filter(({ unit }) => mayMeet(unit, entry.unit));
  if (!only || others.length > 0 || !isJsonObject(only.manifest.data)) return undefined;
  const value = only.manifest.data[key];
  return typeof value === 'string' ? value : '';
}

const configMaps = readSetOnce(({ entries }) => ofKind(entries, 'ConfigMap').filter(({ id }) => id.name === ARGO_CD_PARAMETERS));
