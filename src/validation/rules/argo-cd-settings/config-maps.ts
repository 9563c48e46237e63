import { isJsonObject } from '../../../manifests/json';
import type { ManifestEntry } from '../../../manifests/manifest-set';
import { pointer, type Pointer } from '../../../manifests/pointer';

/** One text of a ConfigMap. */
export interface Setting {
  readonly key: string;
  readonly value: string;
  readonly pointer: Pointer;
}

/** The ConfigMap with the configuration of Argo CD. */
export const ARGO_CD_CONFIG = 'argocd-cm';

/** The ConfigMap with the parameters of the programs of Argo CD. */
export const ARGO_CD_PARAMETERS = 'argocd-cmd-params-cm';

/** The texts of a ConfigMap of this name; none of one that is called otherwise. */
export function settingsIn(entry: ManifestEntry, name: string): Setting[] {
  if (entry.id.name !== name || !isJsonObject(entry.manifest.data)) return [];
  return Object.entries(entry.manifest.data).flatMap(([key, value]) =>
    (typeof value === 'string' ? [{ key, value, pointer: pointer('/data', key) }] : []));
}

/** An argocd-cm, for the examples of rules: the lines of its data. */
export function exampleConfig(data: string): string {
  return exampleMap(ARGO_CD_CONFIG, data);
}

/** A ConfigMap of Argo CD, for the examples of rules. */
export function exampleMap(name: string, data: string): string {
  const lines = data.trim().split('\n').map((line) => `  ${line}\n`).join('');
  return `apiVersion: v1
kind: ConfigMap
metadata:
  name: ${name}
  namespace: argocd
  labels:
    app.kubernetes.io/part-of: argocd
data:
${lines}`;
}
